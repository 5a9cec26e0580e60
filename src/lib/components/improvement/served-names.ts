/** What actions are sorted by, in words. */
export const servedNames = {
	standard: { one: 'standard', many: 'Standards' },
	change: { one: 'change', many: 'Changes' },
	driver: { one: 'implementation driver', many: 'Implementation drivers' }
} as const;
