/** What goes out as a document or workbook comes back the same, and says exactly what was changed in it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementsOfKind } from '#lib/frameworks/lookup.ts';
import { compareFiled } from '#lib/judgement/round-trip-differences.ts';
import type { FiledEvaluation } from '#lib/judgement/round-trip-read.ts';
import { sameAs, valuesOf } from '#lib/judgement/round-trip.ts';
import type { Readiness } from '#lib/judgement/readiness.ts';
import { untouched } from '#lib/judgement/readiness.ts';
import { tidyText } from '#lib/judgement/written-text.ts';
import { deriveSelfEvaluationFile } from '#lib/pages/self-evaluation-file.ts';
import { deriveSelfEvaluationWorkbook } from '#lib/pages/self-evaluation-workbook.ts';
import { findStandards } from '../queries/readiness.ts';
import { readinessScale } from '../queries/workshops.ts';
import { writeSheets } from '../workbook.ts';
import { review, reviewWorld } from '../../../../tests/support/review-world.ts';
import { readFiled } from './read-filed.ts';
import { writeWord } from './write-word.ts';

const { db } = reviewWorld('self-evaluation');
const framework = findStandards(db, review)!;
const scale = readinessScale(db);
const components = elementsOfKind(framework, 'core-component');
type Now = Map<string, { readiness: Readiness; version: number }>;

const step = fc.option(fc.integer({ min: 0, max: 4 }));
const written = fc
	.oneof(
		fc.string({ unit: 'grapheme', maxLength: 60 }),
		fc.lorem({ mode: 'sentences', maxCount: 3 }),
		fc.constantFrom(
			'=1+1',
			'-',
			'Two\nlines',
			'A\n\nB',
			'0',
			'“Quoted” & <tagged>',
			'_x0041_',
			'@home',
			'valueOf'
		)
	)
	.map(tidyText);
const someDay = fc
	.option(fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }))
	.map((date) => date?.toISOString().slice(0, 10) ?? null);
const spoken = fc
	.record({
		howWell: step,
		words: written,
		howDoWeKnow: step,
		statement: written,
		target: step,
		targetBy: someDay,
		whatNow: written
	})
	.chain((said) =>
		fc
			.constantFrom(...components.filter(({ status }) => status !== 'in-development'))
			.map(({ code }): Readiness => ({ ...untouched(code), ...said }))
	);
const evaluation = fc
	.uniqueArray(spoken, { selector: ({ element }) => element, maxLength: 8 })
	.map((all): Now => new Map(all.map((readiness) => [readiness.element, { readiness, version: 3 }])));

const fileOf = (now: Now) =>
	deriveSelfEvaluationFile({
		review: { id: review, title: 'The isle' },
		madeOn: '2026-03-02',
		framework,
		scale,
		now
	});
const ways = [
	['a document', 'filled.docx', (now: Now) => writeWord(fileOf(now))],
	['a workbook', 'filled.xlsx', (now: Now) => writeSheets(deriveSelfEvaluationWorkbook(fileOf(now)))]
] as const;
const compare = (filed: FiledEvaluation, now: Now) =>
	compareFiled({ filed, components, now, scale, independent: false });

describe.each(ways)('a self-evaluation that went out as %s', (_, name, write) => {
	it('comes back with all 103 components, and nothing in it differs', async () => {
		await fc.assert(
			fc.asyncProperty(evaluation, async (now) => {
				const filed = await readFiled(await write(now), name);
				expect(filed.review).toBe(review);
				const { found, missing, differences, faults, newer } = compare(filed, now);
				expect({ found, missing, differences, faults, newer }).toEqual({
					found: 103,
					missing: 0,
					differences: [],
					faults: [],
					newer: []
				});
			}),
			{ numRuns: 6 }
		);
	}, 60_000);

	it('holds every field word for word, though nothing stands in the review any more', async () => {
		await fc.assert(
			fc.asyncProperty(evaluation, async (now) => {
				const filed = await readFiled(await write(now), name);
				for (const component of filed.components) component.stamp = null;
				const { differences, faults } = compare(filed, new Map());
				expect(faults).toEqual([]);
				const read = new Map(
					differences.flatMap(({ code, fields }) =>
						fields.map(({ field, filed: text }) => [`${code} ${field}`, sameAs(text)])
					)
				);
				const expected = [...now.values()].flatMap(({ readiness }) =>
					Object.entries(valuesOf(readiness))
						.filter(([, value]) => sameAs(value) !== '')
						.map(([field, value]) => [`${readiness.element} ${field}`, sameAs(value)] as const)
				);
				expect(read).toEqual(new Map(expected));
			}),
			{ numRuns: 6 }
		);
	}, 60_000);

	it('says who changed a field: the file, the review, or both', async () => {
		const said = (words: string, version: number): Now =>
			new Map(
				['8.7', '8.8', '8.9'].map((code) => [code, { readiness: { ...untouched(code), words }, version }])
			);
		const filed = await readFiled(await write(said('Then.', 1)), name);
		const changed = (code: string) => filed.components.find((each) => each.code === code)!.fields.words!;
		changed('8.7').text = 'By hand.';
		changed('8.8').text = 'By hand.';
		const now: Now = new Map([...said('Then.', 1), ...said('Since.', 2)]);
		now.set('8.7', said('Then.', 1).get('8.7')!);
		const { differences, newer } = compare(filed, now);
		expect(differences.map(({ code, fields }) => [code, ...fields.map(({ since }) => since)])).toEqual([
			['8.7', 'file'],
			['8.8', 'both']
		]);
		expect(newer).toEqual(['8.9']);
	});
});
