/**
 * The results of a source as a workbook: one sheet with the table, one with what one must know to read it. Each sheet
 * has its title in the first cell, then lines about it, then one table with one row of heads and no empty row, as the
 * Government Analysis Function asks of spreadsheets. Nothing is written here: `server/workbook.ts` does.
 */
import type { QuantityScale } from '#lib/frameworks/scales.ts';
import { formatCount } from '#lib/measures/figures.ts';
import type { resultsHeads, Cell, ResultsTable } from './results-table.ts';
import type { SourceFacts } from './source-page.ts';

export type Sheet = {
	/** On its tab. */
	name: string;
	/** Its name among the tables of the workbook: a letter, then letters, digits and low lines. */
	table: string;
	/** In the first cell. */
	title: string;
	/** One line each beneath the title. */
	about: readonly string[];
	heads: readonly string[];
	lines: readonly (readonly Cell[])[];
	/** Of each column, in letters. */
	widths: readonly number[];
	/** Columns, from 0, whose texts are days, YYYY-MM-DD. */
	days?: readonly number[];
	/** Columns, from 0, whose cells offer the words of a column of another sheet of one table. */
	lists?: readonly ListedColumn[];
};

/** `from`: the sheet that the words stand on, in its column `at`. */
export type ListedColumn = { column: number; from: Sheet; at: number };

type Described = {
	review: { title: string; standing: string | null; notice: string | null };
	source: SourceFacts;
	scale: QuantityScale;
	/** What the results are narrowed to, and how far the records are read; null for all of them. */
	among: string | null;
	reading: string | null;
};

export function deriveWorkbook(table: ResultsTable, described: Described): Sheet[] {
	const { review, source } = described;
	const standing = review.standing === null ? '' : ` ${review.standing}.`;
	return [
		{
			name: 'Results',
			table: 'Results',
			title: `${source.title}: results`,
			about: [
				`${review.title}.${standing}`,
				...(described.among === null ? [] : [`Every number is ${described.among}.`]),
				...(described.reading === null ? [] : [described.reading]),
				'This sheet has one table. What its columns mean, and what an empty cell says, stands on the sheet Notes.'
			],
			heads: table.heads,
			lines: table.lines,
			widths: table.heads.map((head) => widths[head] ?? 12)
		},
		{
			name: 'Notes',
			table: 'Notes',
			title: `${source.title}: notes on the results`,
			about: ['This sheet has one table.'],
			heads: ['Subject', 'Note'],
			lines: notesOn(described),
			widths: [20, 100]
		}
	];
}

/** Columns that hold more than a number or a word. */
const widths: Readonly<Record<string, number>> = {
	Group: 24,
	Wording: 60,
	Type: 18,
	Column: 18,
	Stratum: 18,
	Term: 16,
	'Interval method': 18,
	'Terms touched': 24,
	Answer: 28,
	'Counts as positive': 18,
	'Not shown': 40,
	Published: 40,
	Standing: 28
};

function notesOn({ review, source, scale, among, reading }: Described): Cell[][] {
	const notes: [subject: string, note: string | null][] = [
		['Please note', review.notice],
		['Source', `${source.kind}: ${source.title}. Of: ${source.heardFrom}.`],
		['How drawn', source.howDrawn],
		['How many', howMany(source)],
		['Read so far', reading],
		['Part of the results', among === null ? null : `Every number is ${among}.`],
		['When', source.when],
		['About the source', source.note],
		[
			'Lines',
			'One for each answer to each question in each stratum; what is said of the question in that stratum stands on each of these lines.'
		],
		['Empty cells', 'The line has nothing to say in that column: a question without a share has no term.'],
		...columnNotes(scale),
		[
			'Published',
			review.standing === null ? null : 'What the published report says on the question, with its place.'
		],
		['Standing', review.standing]
	];
	return notes.filter(([, note]) => note !== null && note !== '');
}

/** What each column holds, in their order. */
function columnNotes(scale: QuantityScale): [head: (typeof resultsHeads)[number], note: string][] {
	return [
		['Question', 'The code of the question in its instrument.'],
		['Group', 'The heading that the question stands under in its instrument.'],
		['Wording', 'The question as it was asked.'],
		['Type', 'How it can be answered: yes-no, yes-partly-no, agreement, a choice, a scale, a date or text.'],
		[
			'Column',
			'By what the records are grouped, such as a locality; empty where the line is about all of them.'
		],
		['Stratum', '“all”, or the group of records that the line is about.'],
		['Positive', 'How many gave an answer that the question counts as positive.'],
		[
			'Base',
			'What the share is taken of: all records but those that the question did not apply to and those in which it was not answered. “Not recorded” belongs to the base where the question asks whether something was recorded, and nowhere else.'
		],
		[
			'Share',
			'Positive divided by base, between 0 and 1, not rounded. For all records of a stratified sample it is weighted by the size of each stratum.'
		],
		[
			'Term',
			`From ${scale.title}: ${termsOf(scale)}. The term follows the share alone; nobody at all is said as “none”, everybody as “all”.`
		],
		[
			'Interval low',
			'The lower end of where the share of the whole frame is likely to lie: a 95% interval, a share between 0 and 1. There is none where people chose for themselves to answer, or records were picked on purpose.'
		],
		['Interval high', 'The upper end of it.'],
		[
			'Interval method',
			'How it was found: hypergeometric where the size of the frame is known, Clopper–Pearson where it is not, stratified for a weighted share, census where everybody was included.'
		],
		[
			'Secure',
			'“yes” where the interval lies within one term, “no” where it reaches into another; those are in “Terms touched”.'
		],
		['Terms touched', 'Every term that the interval reaches into, the lowest first.'],
		['Records', 'How many records the line is about, whether or not they have an answer.'],
		[
			'Answer',
			'One answer to the question; “not applicable”, “not recorded” and “blank” are counted for every question. Where several answers could be given, a record may count under more than one.'
		],
		['Count', 'How many records have it.'],
		['In base', 'Whether they belong to the base.'],
		[
			'Counts as positive',
			'Whether the question counts it as positive; empty where it has no positive answers.'
		],
		[
			'Not shown',
			'Of surveys and questionnaires, a group in which fewer than 5 answered has no numbers, nor has any from which it could be worked out. The line then says so here and holds nothing else.'
		]
	];
}

function howMany({ records, unit, frameSize, asked }: SourceFacts): string {
	const count = `${formatCount(records)} ${records === 1 ? unit.one : unit.many}`;
	if (asked !== null) return `${count} of ${formatCount(asked)} asked.`;
	return frameSize === null ? `${count}.` : `${count} of ${formatCount(frameSize)}.`;
}

/** `few from 0%, less than half from 15%, …` */
function termsOf({ bands }: QuantityScale): string {
	return bands.map(({ name, from }) => `${name} from ${from}%`).join(', ');
}
