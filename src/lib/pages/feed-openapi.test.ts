import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import quantity from '../../../fixtures/scales/care-inspectorate-quantity.json' with { type: 'json' };
import evaluation from '../../../fixtures/scales/care-inspectorate-evaluation.json' with { type: 'json' };
import readiness from '../../../fixtures/scales/sds-readiness.json' with { type: 'json' };
import { parseQuantityScale } from '#lib/frameworks/scales.ts';
import { comparedRelease } from '../../../tests/support/compared-release.ts';
import { figureColumns, releaseRows } from './compare-figures.ts';
import { feedDescription } from './feed-openapi.ts';

const { Row } = feedDescription('https://cairn.example').components.schemas;
const row = z.fromJSONSchema(JSON.parse(JSON.stringify(Row)) as Parameters<typeof z.fromJSONSchema>[0]);

describe('the description of the feed', () => {
	it('fits every row of a release, and names every column in its order', () => {
		const rows = releaseRows({
			...{ number: 1, publishedAt: '2026-05-01T09:00:00.000Z', own: null, newest: true },
			...{ fuller: null, asked: null },
			release: comparedRelease().release,
			scales: {
				quantity: parseQuantityScale(quantity),
				stages: readiness.howWell,
				evaluations: evaluation.steps
			}
		});
		expect(rows.length).toBeGreaterThan(50);
		expect(rows.flatMap((each) => row.safeParse(each).error?.issues ?? [])).toEqual([]);
		expect(Object.keys(Row.properties)).toEqual([...figureColumns]);
		expect(Object.keys(rows[0]!)).toEqual([...figureColumns]);
	});

	it('refuses a row with a column more or less, or a word where a number is', () => {
		const whole = Object.fromEntries(
			Object.entries(Row.properties).map(([name, { type }]) => [
				name,
				Array.isArray(type) ? null : type === 'string' ? 'a' : 1
			])
		);
		expect(row.safeParse(whole).success).toBe(true);
		expect(row.safeParse({ ...whole, rank: 1 }).success).toBe(false);
		expect(row.safeParse({ ...whole, release: 'one' }).success).toBe(false);
		const { title: _, ...less } = whole;
		expect(row.safeParse(less).success).toBe(false);
	});
});
