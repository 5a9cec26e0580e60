import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseFramework } from '#lib/frameworks/framework.ts';
import { parseReadinessScale } from '#lib/frameworks/scales.ts';
import { untouched, type Readiness } from '#lib/judgement/readiness.ts';
import { filtersIn, withFilter, type ReadinessFilter } from './readiness-cells.ts';
import { deriveReadinessTable } from './readiness-table.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const framework = parseFramework(read('fixtures/frameworks/sds-standards/2021.json'));
const scale = parseReadinessScale(read('fixtures/scales/sds-readiness.json'));
const judged = (code: string, of: Partial<Readiness>): Readiness => ({ ...untouched(code), ...of });

const tableOf = (readiness: Readiness[], filters: ReadinessFilter[] = [], today = '2026-06-30') =>
	deriveReadinessTable({
		...{ framework, scale, readiness, today, filters },
		changed: { since: 'last-year', codes: new Set(['8.7']) },
		mine: new Set(['8'])
	});
const shown = (readiness: Readiness[], filters: ReadinessFilter[], today?: string) =>
	tableOf(readiness, filters, today).rows.flatMap(({ cells }) =>
		cells.filter((cell) => cell.shown).map(({ code }) => code)
	);

describe('the table of a self-evaluation', () => {
	test('has a cell for each of the 103 components, and asks a stage of all but the one in development', () => {
		const table = tableOf([]);
		expect(table).toMatchObject({ components: 103, asked: 102, judged: 0, widest: 14 });
		expect(table.rows.at(-1)).toMatchObject({
			inDevelopment: true,
			note: 'In development in this edition: one component in four parts. Keep notes; no stage is asked for.'
		});
	});

	test('says each cell in words, and counts in each standard without averaging', () => {
		const table = tableOf([
			judged('8.7', { howWell: 3, howDoWeKnow: 3 }),
			judged('8.8', { howWell: 1, toConfirm: true })
		]);
		const row = table.rows[7]!;
		expect(row.line).toBe('1 of 2 at stage 3 or 4; 9 to do');
		expect(row.cells.slice(5, 8).map(({ say }) => say)).toEqual([
			'Component 8.6: to do',
			'Component 8.7: stage 3, initial implementation; measured',
			'Component 8.8: stage 1, exploring; from last year, to confirm'
		]);
	});

	test('calls a target missed from the day after it, while its stage is not reached', () => {
		const late = judged('8.7', { howWell: 2, target: 3, targetBy: '2026-06-30' });
		expect(shown([late], ['target-missed'], '2026-06-30')).toEqual([]);
		expect(shown([late], ['target-missed'], '2026-07-01')).toEqual(['8.7']);
		expect(shown([{ ...late, howWell: 3 }], ['target-missed'], '2026-07-01')).toEqual([]);
		expect(shown([{ ...late, howWell: null }], ['target-missed'], '2026-07-01')).toEqual(['8.7']);
	});

	test('shows where several filters all hold, and asks no evidence of what is in development', () => {
		const some = [judged('8.7', { howDoWeKnow: 1 }), judged('8.8', { howDoWeKnow: 0 })];
		expect(shown(some, ['no-evidence', 'mine'])).not.toContain('8.7');
		expect(shown(some, ['no-evidence', 'mine'])).toHaveLength(10);
		expect(shown(some, ['no-evidence'])).not.toContain('12.1');
		expect(shown(some, ['changed'])).toEqual(['8.7']);
	});
});

test('the filters of an address are those that there are, and each can be turned on and off', () => {
	expect(filtersIn('mine,nonsense,no-evidence')).toEqual(['no-evidence', 'mine']);
	expect(filtersIn(null)).toEqual([]);
	expect(withFilter(['mine'], 'changed')).toBe('changed,mine');
	expect(withFilter(['mine'], 'mine')).toBe('');
});
