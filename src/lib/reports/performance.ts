/** The small tables of performance data that give evidence on a theme or standard, and how they are set as tables. */
import type { Source } from '#lib/evidence/source.ts';
import type { Figure } from '#lib/evidence/voices.ts';
import type { Block, TableBlock } from './report.ts';
import { sentenceCase } from './review-words.ts';
import type { SectionWriter } from './section-writer.ts';

/** The tables on any of the elements, with the source of each, in the order of the sources. */
export function figuresOn(
	sources: readonly Source[],
	codes: ReadonlySet<string>
): { source: Source; figure: Figure }[] {
	return sources.flatMap((source) =>
		source.figures
			.filter(({ elements }) => elements.some((code) => codes.has(code)))
			.map((figure) => ({ source, figure }))
	);
}

const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** Where there is no number: “none” would be read as nought. */
export const noFigure = 'no figure';

/** The heads and rows of a table as they are read. The first column names the rows, and its head the unit. */
export function figureCells({ unit, table }: Pick<Figure, 'unit' | 'table'>): {
	headers: string[];
	rows: string[][];
} {
	return {
		headers: [sentenceCase(unit), ...table.columns],
		rows: table.rows.map(({ label, values }) => [
			label,
			...values.map((value) => (value === null ? noFigure : plain.format(value)))
		])
	};
}

/** Columns of numbers that stand beside each other on a printed page. */
const mostColumns = 8;

/** The table with its unit, period and origin; one with more columns than a page is wide, in parts. */
export function figureBlocks(figure: Figure): TableBlock[] {
	const { headers, rows } = figureCells(figure);
	const columns = figure.table.columns.length;
	const parts = Math.ceil(columns / mostColumns);
	const each = Math.ceil(columns / parts);
	return Array.from({ length: parts }, (_, part): TableBlock => {
		const from = 1 + part * each;
		const cut = (row: readonly string[]) => [row[0]!, ...row.slice(from, from + each)];
		const shown = cut(headers);
		return {
			kind: 'table',
			id: null,
			caption: parts === 1 ? figure.title : `${figure.title}, part ${part + 1} of ${parts}`,
			headers: shown,
			rows: rows.map(cut),
			numeric: shown.slice(1).map((_, column) => column + 1),
			note: part + 1 < parts ? null : noteOf(figure)
		};
	});
}

const noteOf = ({ unit, period, origin }: Figure) =>
	`${sentenceCase(unit)}, ${period}. Source: ${origin}${/[.!?]$/.test(origin) ? '' : '.'}`;

/** Every table on these elements under one heading; nothing where there is none. */
export function performanceOn(
	sources: readonly Source[],
	codes: ReadonlySet<string>,
	write: SectionWriter
): Block[] {
	const tables = figuresOn(sources, codes).flatMap(({ figure }) => figureBlocks(figure));
	return tables.length === 0 ? [] : [write.heading('Performance data', 'unlisted'), ...tables];
}
