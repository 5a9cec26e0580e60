/**
 * The voices on a theme or standard: what people said and wrote of it, by direction, on how many occasions, and which
 * words of it a report may quote.
 */
import { isNotedKind, isSurveyKind } from '#lib/evidence/source-kinds.ts';
import type { Passage, Source } from '#lib/evidence/source.ts';
import type { Direction } from '#lib/evidence/voices.ts';
import { formatCount, listed } from '#lib/measures/figures.ts';
import { sentenceCase } from './review-words.ts';

/** Something said, noted or written, with the source that it is from. */
export type Voice = { source: Source; passage: Passage };

/** On how many occasions of a kind there was a voice. */
export type HeardIn = { kind: Source['kind']; heard: number; of: number };

export type Voices = {
	all: Voice[];
	heardIn: HeardIn[];
	/** Written answers that were coded. */
	answers: number;
};

/** The passages on any of the elements, in the order of the sources. */
export function voicesOn(sources: readonly Source[], codes: ReadonlySet<string>): Voices {
	const all = sources.flatMap((source) =>
		source.passages
			.filter(({ elements }) => elements.some((code) => codes.has(code)))
			.map((passage) => ({ source, passage }))
	);
	const kinds = [...new Set(sources.map(({ kind }) => kind))].filter(isNotedKind);
	return {
		all,
		heardIn: kinds.map((kind) => heardIn(kind, sources, all)),
		answers: new Set(
			all
				.filter(({ passage }) => passage.record !== null)
				.map(({ source, passage }) => `${source.id} ${passage.record} ${passage.question}`)
		).size
	};
}

/** Each note is an occasion; a source of which there are none is one by itself. */
function heardIn(kind: Source['kind'], sources: readonly Source[], all: readonly Voice[]): HeardIn {
	const own = sources.filter((source) => source.kind === kind);
	const occasions = new Set(
		all
			.filter(({ source }) => source.kind === kind)
			.map(({ source, passage }) => `${source.id} ${source.notes.length > 0 ? (passage.note ?? '') : ''}`)
	);
	const of = own.reduce((sum, { notes }) => sum + Math.max(1, notes.length), 0);
	// Words that stand in no note, in a source that has notes, are no occasion more than there were.
	return { kind, heard: Math.min(occasions.size, of), of };
}

const occasionNames: Partial<Record<Source['kind'], readonly [one: string, many: string]>> = {
	'focus-group': ['focus group', 'focus groups'],
	interview: ['interview', 'interviews'],
	observation: ['observation', 'observations'],
	document: ['document', 'documents'],
	report: ['report of another body', 'reports of other bodies']
};

/** `Heard in 3 of 5 focus groups and 1 of 1 interview; in 12 written answers.` Empty where there is no voice. */
export function heardInWords({ heardIn: occasions, answers }: Voices): string {
	const some = (read: boolean) =>
		occasions
			.filter(({ kind, heard }) => heard > 0 && (kind === 'document' || kind === 'report') === read)
			.map(({ kind, heard, of }) => {
				const [one, many] = occasionNames[kind] ?? ['source', 'sources'];
				return `${formatCount(heard)} of ${formatCount(of)} ${of === 1 ? one : many}`;
			});
	const parts = [
		...(some(false).length > 0 ? [`heard in ${listed(some(false))}`] : []),
		...(some(true).length > 0 ? [`read in ${listed(some(true))}`] : []),
		...(answers > 0 ? [`in ${formatCount(answers)} written ${answers === 1 ? 'answer' : 'answers'}`] : [])
	];
	return parts.length === 0 ? '' : `${sentenceCase(parts.join('; '))}.`;
}

/** Whether what people wrote in answer to a source may be quoted: what staff wrote is for judges alone, and is not. */
export const isQuotable = (kind: Source['kind']): boolean => isSurveyKind(kind) && kind !== 'staff-survey';

/** Whether the note in which words were marked was changed since, so that they stand in it no more. */
export const isLost = ({ note, starts }: Pick<Passage, 'note' | 'starts'>): boolean =>
	note !== null && starts === null;

/** Whether the words may stand in a report: our own words, and words that were chosen to be quoted. */
export function isForReport(kind: Source['kind'], passage: Passage): boolean {
	const { note, record, quotation } = passage;
	if (isLost(passage)) return false;
	if (record !== null) return quotation && isQuotable(kind);
	return note === null || quotation;
}

const directionsInTurn: readonly (Direction | null)[] = ['strength', 'area-for-improvement', null];

/**
 * The quotations of a theme, at most so many: strengths and areas for improvement in turn, so that neither outweighs
 * the other by its number alone; of each, one source after the other. The same voices always give the same.
 */
export function chosenQuotations({ all }: Pick<Voices, 'all'>, most: number): Voice[] {
	const quotable = all.filter(
		({ source, passage }) => passage.quotation && isForReport(source.kind, passage)
	);
	const rows = directionsInTurn.map((direction) =>
		inTurn([
			...Map.groupBy(
				quotable.filter(({ passage }) => passage.direction === direction),
				({ source }) => source.id
			).values()
		])
	);
	return inTurn(rows).slice(0, most);
}

/** The first of each list, then the second of each, and so on. */
function inTurn<Item>(lists: readonly (readonly Item[])[]): Item[] {
	const longest = Math.max(0, ...lists.map((list) => list.length));
	return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}

/** How many voices speak of a strength, and how many of an area for improvement: `3 speak of a strength, …`. */
export function directionWords({ all }: Pick<Voices, 'all'>): string {
	const count = (direction: Direction) => all.filter(({ passage }) => passage.direction === direction).length;
	const said = (number: number, of: string) =>
		number === 0 ? [] : [`${formatCount(number)} ${number === 1 ? 'speaks' : 'speak'} of ${of}`];
	return listed([
		...said(count('strength'), 'a strength'),
		...said(count('area-for-improvement'), 'an area for improvement')
	]);
}
