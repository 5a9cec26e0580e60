/** docs/security.md, read row by row: the requirements, what Cairn does about each, and the tests that show it. */

/** How a row begins its last cell. */
export const standings = [
	/** By the tests named. */
	'Shown',
	/** By the tests named, but not all of it; the words say what is missing. */
	'Partly',
	/** Asks for a document: the section that is linked. */
	'Written',
	'Does not apply',
	/** Of the machine, the proxy or the organisation that runs Cairn. */
	'Operator',
	'Not done'
] as const;

export type Row = {
	/** As in `1.2.10`; several where one reason holds for all of them. */
	numbers: string[];
	/** One of each number, in their order. */
	levels: number[];
	meaning: string;
	standing: string;
	/** What follows the standing, with the references. */
	because: string;
	tests: { file: string; title: string }[];
	/** Addresses of sections: `#accounts`, `method.md#how`. */
	sections: string[];
};

/** Every row of every table whose first column holds numbers of requirements. */
export function requirementRows(page: string): Row[] {
	return page
		.split('\n')
		.filter((line) => /^\|\s*\d+\.\d+\.\d+/.test(line))
		.map((line) => {
			const cells = line.split('|').slice(1, -1);
			const [numbers = '', levels = '', meaning = '', last = '', ...more] = cells.map((cell) => cell.trim());
			const because = [last, ...more].join(' | ');
			return {
				numbers: numbers.split(/,\s*/),
				levels: levels.split(/,\s*/).map(Number),
				meaning,
				standing: /^([^:.]*)[:.]/.exec(because)?.[1] ?? because,
				because: because.replace(/^[^:]*:?\s*/, ''),
				tests: [...because.matchAll(/`([^`]+?\.test\.ts) › ([^`]+)`/g)].map((match) => ({
					file: match[1]!,
					title: match[2]!
				})),
				sections: [...because.matchAll(/\]\(([^)\s]*#[^)\s]+)\)/g)].map((match) => match[1]!)
			};
		});
}

/** The address of each heading of a page, as it is made on reading: small letters, hyphens, no signs. */
export function headingAddresses(page: string): string[] {
	return [...page.matchAll(/^#+ (.+)$/gm)].map(
		([, heading]) =>
			'#' +
			heading!
				.toLowerCase()
				.replace(/[^\p{L}\p{N}\s-]/gu, '')
				.replace(/\s/g, '-')
	);
}
