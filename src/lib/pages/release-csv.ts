/** The figures of a release as a CSV file: one line for each number that it publishes. */
import Papa from 'papaparse';
import type { Release } from '#lib/benchmark/release.ts';
import type { Value } from '#lib/benchmark/value.ts';
import { neutralCell } from '#lib/evidence/neutral-cell.ts';

export const figureHeads = [
	'release',
	'kind',
	'code',
	'instrument',
	'version',
	'title',
	'group',
	'group_name',
	'partnership',
	'figure',
	'step',
	'value'
] as const;

/** Figures of a group or of a named partnership: what is counted, at which step, how many. */
type Figure = [figure: string, step: number | '', value: number];

/**
 * UTF-8 with a byte-order mark, lines ending in CR LF, no text that a spreadsheet would run. `figure`: `partnerships`,
 * `positive`, `base`, `partnerships at step`, `recommendations`, or `step` for a named partnership.
 */
export function releaseCsv(number: number, { cells, groups, members }: Release): string {
	const nameOf = new Map([
		...groups.map(({ id, name }): [string, string] => [id, name]),
		...members.map(({ code, name }): [string, string] => [code, name])
	]);
	const lines = cells.flatMap(({ cell, groups: shown, named }) => {
		const about = [number, cell.kind, cell.code, cell.instrument ?? '', cell.version, cell.title];
		const ofGroups = Object.entries(shown).flatMap(([id, result]) =>
			groupFigures(result, cell.steps?.[0] ?? 0).map((figure) => [
				...about,
				...[id, nameOf.get(id) ?? id, ''],
				...figure
			])
		);
		const ofNamed = named.flatMap(({ partnership, value }) =>
			valueFigures(value).map((figure) => [
				...about,
				...['', nameOf.get(partnership) ?? partnership, partnership],
				...figure
			])
		);
		return [...ofGroups, ...ofNamed];
	});
	const neutral = lines.map((line) =>
		line.map((value) => (typeof value === 'string' ? neutralCell(value) : value))
	);
	return `\ufeff${Papa.unparse({ fields: [...figureHeads], data: neutral }, { newline: '\r\n' })}\r\n`;
}

function groupFigures(result: Release['cells'][number]['groups'][string], first: number): Figure[] {
	const all: Figure[] = [['partnerships', '', result.partnerships]];
	if ('base' in result) return [...all, ['positive', '', result.positive], ['base', '', result.base]];
	if ('total' in result) return [...all, ['recommendations', '', result.total]];
	return [
		...all,
		...result.counts.map((count, place): Figure => ['partnerships at step', first + place, count])
	];
}

function valueFigures(value: Value): Figure[] {
	if ('base' in value)
		return [
			['positive', '', value.positive],
			['base', '', value.base]
		];
	return 'count' in value ? [['recommendations', '', value.count]] : [['step', '', value.step]];
}
