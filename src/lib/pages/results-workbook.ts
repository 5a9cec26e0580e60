/**
 * The results of a source as a workbook: one sheet with the table, one with what one must know to read it. Each sheet
 * has its title in the first cell, then lines about it, then one table with one row of heads and no empty row, as the
 * Government Analysis Function asks of spreadsheets. Nothing is written here: `server/workbook.ts` does.
 */
import type { QuantityScale } from '#lib/frameworks/scales.ts';
import { formatCount } from '#lib/measures/figures.ts';
import type { Cell, ResultsTable } from './results-table.ts';
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
};

type Described = {
	review: { title: string; standing: string | null; notice: string | null };
	source: SourceFacts;
	scale: QuantityScale;
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
	Stratum: 18,
	Term: 16,
	'Interval method': 18,
	'Terms touched': 24,
	Answers: 48,
	Published: 40,
	Standing: 28
};

function notesOn({ review, source, scale }: Described): Cell[][] {
	const notes: [subject: string, note: string | null][] = [
		['Standing', review.standing],
		['Please note', review.notice],
		['Source', `${source.kind}: ${source.title}. Of: ${source.heardFrom}.`],
		['How drawn', source.howDrawn],
		['How many', howMany(source)],
		['When', source.when],
		['About the source', source.note],
		[
			'Empty cells',
			'The line has nothing to say in that column: a question without a share has no term, and the line of a stratum has no counts of its own.'
		],
		['Stratum', '“all”, or the group of records that the line is about.'],
		['Positive', 'How many gave an answer that the question counts as positive.'],
		[
			'Base',
			'What the share is taken of: all records but those that the question did not apply to and those in which it was not answered. “Not recorded” belongs to the base where the question asks whether something was recorded, and nowhere else.'
		],
		[
			'Share',
			'Positive divided by base, between 0 and 1, not rounded. For a stratified sample it is weighted by the size of each stratum.'
		],
		[
			'Term',
			`From ${scale.title}: ${termsOf(scale)}. The term follows the share alone; nobody at all is said as “none”, everybody as “all”.`
		],
		[
			'Interval low, Interval high',
			'Where the share of the whole frame is likely to lie: an exact 95% interval, by the method in the column beside it. There is none where people chose for themselves to answer, or records were picked on purpose.'
		],
		[
			'Secure',
			'“yes” where the interval lies within one term, “no” where it reaches into another; those are in “Terms touched”.'
		],
		[
			'Answers',
			'How many gave each answer. Where several could be given, a record may count under more than one.'
		]
	];
	return notes.filter(([, note]) => note !== null && note !== '');
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
