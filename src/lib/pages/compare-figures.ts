/**
 * The figures of a comparison as tidy rows: one for each cell, group and value. The same rows are in the files beneath
 * the pages and in the feed; docs and routes/help/feed say what each column holds.
 */
import Papa from 'papaparse';
import { neutralCell } from '#lib/evidence/neutral-cell.ts';
import { isCountGroup, isShareGroup, othersOf, type Others } from '#lib/benchmark/picture.ts';
import type { ReleaseCell } from '#lib/benchmark/release.ts';
import { isShare, isStep, type Value } from '#lib/benchmark/value.ts';
import { clopperPearson } from '#lib/measures/interval.ts';
import { givenValueOf, ownValueOf, sidesOf, type CompareView } from './compare-view.ts';
import { dayOf } from './times.ts';

/** The columns, in their order. A column is never taken away or given another meaning; new ones come at the end. */
export const figureColumns = [
	'release',
	'published',
	'world',
	'kind',
	'cell',
	'code',
	'instrument',
	'title',
	'group',
	'group_name',
	'part',
	'partnership',
	'partnerships',
	'positive',
	'base',
	'share',
	'low',
	'high',
	'step',
	'count'
] as const;
export type FigureColumn = (typeof figureColumns)[number];
export type FigureRow = Record<FigureColumn, string | number | null>;

/** One's own value, the groups that the pages show, and the values of those who are named; for these cells. */
export function figureRows(view: CompareView, cells: readonly ReleaseCell[]): FigureRow[] {
	return cells.flatMap((released) => cellRows(view, released));
}

/** Every cell of a release. */
export const releaseRows = (view: CompareView): FigureRow[] => figureRows(view, view.release.cells);

function cellRows(view: CompareView, released: ReleaseCell): FigureRow[] {
	const { cell, groups, named } = released;
	const own = ownValueOf(view, released);
	const given = givenValueOf(view, released);
	const start = {
		release: view.number,
		published: dayOf(view.publishedAt),
		world: view.release.example ? 'example' : 'real',
		kind: cell.kind,
		cell: cell.id,
		code: cell.code,
		instrument: cell.instrument,
		title: cell.title
	};
	const nameOf = (code: string) => view.release.members.find((each) => each.code === code)?.name ?? code;
	const one = (group: 'own' | 'named', code: string, value: Value): FigureRow => ({
		...empty,
		...start,
		group,
		group_name: nameOf(code),
		part: 'one',
		partnership: code,
		partnerships: 1,
		...valueColumns(value, cell.sampled)
	});
	return [
		...(own && view.own ? [one('own', view.own.code, own)] : []),
		...sidesOf(view)
			.filter(({ mark }) => mark !== 'own')
			.flatMap(({ id }) => {
				const group = groups[id];
				if (!group) return [];
				const named = {
					...empty,
					...start,
					group: id,
					group_name: view.release.groups.find((each) => each.id === id)?.name ?? id
				};
				const others = given ? othersOf(group, given, cell) : null;
				return [
					...groupRows({ ...named, part: 'all' }, group, released),
					...(others ? groupRows({ ...named, part: 'others' }, others, released) : [])
				];
			}),
		...named.map(({ partnership, value }) => one('named', partnership, value))
	];
}

const empty = Object.fromEntries(figureColumns.map((column) => [column, null])) as FigureRow;

function valueColumns(value: Value, sampled: boolean): Partial<FigureRow> {
	if (isShare(value)) return shareColumns(value.positive, value.base, sampled);
	return isStep(value) ? { step: value.step, count: 1 } : { count: value.count };
}

function shareColumns(positive: number, base: number, sampled: boolean): Partial<FigureRow> {
	if (base === 0) return { positive, base };
	const interval = sampled ? clopperPearson(positive, base) : null;
	return {
		positive,
		base,
		share: shortened(positive / base),
		low: interval && shortened(interval.low),
		high: interval && shortened(interval.high)
	};
}

/** Shares with four decimals: finer than anything that is shown. */
const shortened = (share: number) => Math.round(share * 10_000) / 10_000;

/** Of a share or a count one row; of steps a row for each. */
function groupRows(start: FigureRow, group: Others, { cell }: ReleaseCell): FigureRow[] {
	const row = { ...start, partnerships: group.partnerships };
	if (isShareGroup(group)) return [{ ...row, ...shareColumns(group.positive, group.base, cell.sampled) }];
	if (isCountGroup(group)) return [{ ...row, count: group.total }];
	return group.counts.map((count, at) => ({ ...row, step: (cell.steps?.[0] ?? 0) + at, count }));
}

/** UTF-8 with a byte-order mark and CR LF, as spreadsheets read it; nothing in it can run as a formula. */
export function figuresCsv(rows: readonly FigureRow[]): string {
	const cells = rows.map((row) =>
		figureColumns.map((column) => {
			const value = row[column];
			return typeof value === 'string' ? neutralCell(value) : (value ?? '');
		})
	);
	return `\ufeff${Papa.unparse({ fields: [...figureColumns], data: cells }, { newline: '\r\n' })}\r\n`;
}
