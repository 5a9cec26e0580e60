/** For a reconstruction: the line that says what was published on a question or a record, and what is invented. */
import type { PublishedFigure, Source } from '#lib/evidence/source.ts';

type Published = Pick<Source, 'published'>;

/**
 * What was published on a question, in one line or two. `shared`: whether its result is a share, with a count behind
 * it. Null for evidence that is what it seems.
 */
export function publishedLine({ published }: Published, question: string, shared: boolean): string | null {
	if (published === null) return null;
	const said = published.filter((each) => each.question === question);
	if (said.length === 0) return 'Nothing was published on this question: its answers are invented.';
	const counts = said.filter(({ kind }) => kind === 'count');
	if (counts.length > 0)
		return `The published report gives this count, ${listed(counts)}. How it divides among the answers is invented.`;
	return `The published report says ${listed(said)}. ${shared ? 'The count is' : 'The answers are'} invented.`;
}

/** Null for evidence that is what it seems. `unit`: what the records are called. */
export function recordLine({ published }: Published, unit: { many: string }): string | null {
	return published === null
		? null
		: `Nothing was published on single ${unit.many}: the answers below are invented.`;
}

/** Each in quotation marks with the place where it stands. */
function listed(said: readonly PublishedFigure[]): string {
	const quoted = said.map(
		({ said: words, source: { document, lines } }, index) =>
			`“${words}” (${index === 0 ? `document ${document}, ` : ''}${linesNamed(lines)})`
	);
	const last = quoted.at(-1)!;
	return quoted.length === 1 ? last : `${quoted.slice(0, -1).join(', ')} and ${last}`;
}

/** `line 158`, `lines 449–450`. */
export function linesNamed([first, last]: readonly [number, number]): string {
	return first === last ? `line ${first}` : `lines ${first}–${last}`;
}
