/**
 * Agreement questions side by side: one row a question, sorted by how many agreed. The rows are the content; the
 * table says them and the chart draws them.
 */
import type { Measure } from '#lib/measures/measure.ts';
import { formatCount, formatPercent } from '#lib/measures/figures.ts';

export type AgreementRow = {
	/** A few words that name the statement. */
	label: string;
	positive: number;
	base: number;
	share: number | null;
	term: string | null;
	/** In the order of the scale, the strongest agreement first. */
	answers: readonly { word: string; count: number }[];
};

/** The answer that is no degree of agreement and stands apart. */
export const apart = "don't know";

/** The row of a measure, under the words that name it in a table. */
export function agreementRow(measure: Measure, label: string): AgreementRow {
	const { positive, base, share, term, tally } = measure;
	return {
		label,
		positive,
		base,
		share,
		term,
		answers: tally.answers.map(({ word, count }) => ({ word, count }))
	};
}

/** Most agreement first; rows alike stay in the order given; rows without evidence come last. */
export function byAgreement(rows: readonly AgreementRow[]): AgreementRow[] {
	return [...rows].sort((a, b) => (b.share ?? -1) - (a.share ?? -1));
}

/** The answer words of all rows in their order, “don't know” last. */
export function answerWordsOf(rows: readonly AgreementRow[]): string[] {
	const words = [...new Set(rows.flatMap((row) => row.answers.map(({ word }) => word)))];
	return [...words.filter((word) => word !== apart), ...words.filter((word) => word === apart)];
}

export function countOf(row: AgreementRow, word: string): number {
	return row.answers.find((answer) => answer.word === word)?.count ?? 0;
}

/** What a row amounts to: `82 of 136, 60.3%: the majority`. */
export function agreementWords(row: AgreementRow): string {
	if (row.share === null) return 'no evidence';
	const amount = `${formatCount(row.positive)} of ${formatCount(row.base)}, ${formatPercent(row.share)}`;
	return row.term ? `${amount}: ${row.term}` : amount;
}

/** The table that holds what the chart shows: heads, and one line of cells a row. */
export function agreementTable(rows: readonly AgreementRow[]): { heads: string[]; lines: string[][] } {
	const words = answerWordsOf(rows);
	return {
		heads: ['Statement', ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)), 'Agreed'],
		lines: byAgreement(rows).map((row) => [
			row.label,
			...words.map((word) => formatCount(countOf(row, word))),
			agreementWords(row)
		])
	};
}
