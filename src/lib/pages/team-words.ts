/** What people do in a review, and how far that is agreed, as pages name it. */
export const dutyNames = {
	lead: 'Lead',
	judge: 'Judge',
	'file-reader': 'File reader',
	observer: 'Observer'
} as const;

/** What each duty lets one do, where it is chosen. */
export const dutyHints: Record<keyof typeof dutyNames, string> = {
	lead: 'Plans the review, chooses its team, writes, shares and issues it.',
	judge: 'Sees all the evidence with the comments of staff, and writes summaries and findings.',
	'file-reader': 'Sees only the records that are given to them.',
	observer: 'Sees the review without its records.'
};

export const standingNames = {
	invited: 'Asked, no answer yet',
	confirmed: 'Confirmed',
	revoked: 'Ended'
} as const;

/** Numbers as somebody would say them: `1 to 10, 14`. In ascending order, each once. */
export function numberRuns(numbers: readonly number[]): string {
	const runs: [number, number][] = [];
	for (const number of numbers) {
		const last = runs.at(-1);
		if (last && last[1] === number - 1) last[1] = number;
		else runs.push([number, number]);
	}
	return runs.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`)).join(', ');
}
