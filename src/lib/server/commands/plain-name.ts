/** The name that an address has for something with a title. */

/** Small letters and digits of the title, with hyphens between, at most 48; empty where it has none. */
export const plainName = (title: string): string =>
	title
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[^a-z0-9]+/g, '-')
		.slice(0, 48)
		.replaceAll(/^-+|-+$/g, '');
