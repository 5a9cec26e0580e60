import { beforeEach, describe, expect, test } from 'vitest';
import { operator } from '#lib/server/access/actor.ts';
import { openDatabase, type Database } from '../db/open.ts';
import { Problem } from '../problems.ts';
import { listBatches } from '../queries/batches.ts';
import { measureSource } from '../queries/measures.ts';
import { findSource } from '../queries/sources.ts';
import { loadWholeReview } from '../queries/whole-review.ts';
import { importAnswers } from './import-answers.ts';
import { importReview } from './import-review.ts';
import { loadDocuments } from './load-documents.ts';

const at = '2026-03-02T09:30:00.000Z';
const actor = operator;
const scale = 'care-inspectorate-quantity@2019';

let db: Database;
beforeEach(() => {
	db = openDatabase(':memory:');
	loadDocuments(db, at);
	importReview(
		db,
		{
			format: 'cairn-review',
			version: 1,
			review: {
				id: 'moray-2026',
				kind: 'self-evaluation',
				title: 'Self-evaluation',
				partnership: 'S37000019',
				from: '2026-01-01',
				to: '2026-02-28',
				frameworks: ['sds-standards@2021'],
				quantityScale: scale,
				evaluationScale: 'care-inspectorate-evaluation@six-point'
			},
			instruments: [
				{
					id: 'moray-files',
					edition: '1',
					title: 'Case files',
					questions: [
						{ code: 'A1', wording: 'Was advocacy offered?', type: 'yes-partly-no', positive: ['yes'] },
						{ code: 'A2', wording: 'What else?', type: 'text', positive: [] }
					]
				}
			],
			sources: [
				{
					id: 'files',
					kind: 'case-file-reading',
					title: 'Case files',
					instrument: 'moray-files@1',
					sample: { design: 'random', frameSize: 40, howDrawn: 'At random.' },
					heardFrom: 'People assessed in 2025'
				}
			]
		},
		{ actor, at }
	);
});

const take = (text: string) => importAnswers(db, { review: 'moray-2026', source: 'files', text, actor, at });
const measures = (column?: string) => measureSource(db, findSource(db, 'moray-2026', 'files'), scale, column);
const stored = () => db.$client.prepare('select count(*) from records').pluck().get();

/** The Problem that taking in a file throws. */
function refusal(text: string): Problem {
	try {
		take(text);
	} catch (error) {
		if (error instanceof Problem) return error;
		throw error;
	}
	throw new Error('the file was taken in');
}

describe('taking in a file of answers', () => {
	test('keeps each record with its groups and answers, and the measures follow from them', () => {
		const text =
			'reference,A1,A2,locality\nM-1,yes,A note,Elgin\nM-2,no,,Elgin\nM-3,not applicable,,Forres\n';
		expect(take(text)).toMatchObject({ records: 3, duplicates: 0, dropped: [] });
		const { records } = loadWholeReview(db, 'moray-2026', { withRecords: true }).sources[0]!;
		expect(records[0]).toEqual({
			reference: 'M-1',
			strata: { locality: 'Elgin' },
			answers: { A1: 'yes', A2: 'A note' }
		});
		const [first] = measures('locality');
		expect(first).toMatchObject({ positive: 1, base: 2, term: 'the majority' });
		expect(first!.tally).toMatchObject({ records: 3, notApplicable: 1, blank: 0 });
		expect(first!.strata.map(({ stratum, base }) => [stratum, base])).toEqual([
			['Elgin', 2],
			['Forres', 0]
		]);
	});

	test('names row, column, value and what is expected, and stores nothing at all', () => {
		const problem = refusal('reference,A1,A2\nM-1,yes,\nM-2,perhaps,\nM-2,no,\n');
		expect(problem.code).toBe('answers-refused');
		expect(problem.details).toHaveLength(2);
		expect(problem.details[0]).toMatch(/^Row 3, column A1: “perhaps”.*yes, partly, no/);
		expect(problem.details[1]).toMatch(/^Row 4, column reference: .*“M-2”/);
		expect(stored()).toBe(0);
	});

	test('stores nothing that names a person, and does not repeat it', () => {
		const problem = refusal('reference,A1,A2\nM-1,yes,Call 0101011237 about it\n');
		expect(problem.details[0]).toContain('a CHI number');
		expect(problem.details[0]).not.toContain('0101011237');
		expect(stored()).toBe(0);
	});

	test('drops columns that name people and says how many values', () => {
		const taken = take('reference,A1,A2,e-mail\nM-1,yes,,someone@example.org\nM-2,no,,\n');
		expect(taken.dropped).toEqual([{ column: 'e-mail', values: 1 }]);
		expect(JSON.stringify(loadWholeReview(db, 'moray-2026', { withRecords: true }))).not.toContain(
			'example.org'
		);
	});

	test('adds a second file to the first, each as a batch that its records name', () => {
		const first = take('reference,A1,A2\nM-1,yes,\nM-2,no,\n').batch;
		const second = take('reference,A1,A2\nM-3,yes,\n').batch;
		expect(measures()[0]).toMatchObject({ positive: 2, base: 3 });
		const kept = db.$client.prepare('select number, reference, batch_id from records order by number').raw();
		expect(kept.all()).toEqual([
			[1, 'M-1', first],
			[2, 'M-2', first],
			[3, 'M-3', second]
		]);
		const { key } = findSource(db, 'moray-2026', 'files');
		expect(listBatches(db, key).map(({ id, way, records, answers }) => [id, way, records, answers])).toEqual(
			expect.arrayContaining([
				[first, 'command-line', 2, 2],
				[second, 'command-line', 1, 1]
			])
		);
	});

	test('leaves out a row that came before, and says how many', () => {
		take('reference,A1,A2\nM-1,yes,Long\n');
		expect(take('reference,A1,A2\nM-1,yes,Long\nM-2,no,\n')).toMatchObject({ records: 1, duplicates: 1 });
		expect(refusal('reference,A1,A2\nM-1,yes,Long\nM-2,no,\n').code).toBe('nothing-new');
		expect(measures()[0]).toMatchObject({ positive: 1, base: 2 });
	});

	test('refuses a reference that is there with other answers, by its row, and keeps what is there', () => {
		take('reference,A1,A2\nM-1,yes,\n');
		const problem = refusal('reference,A1,A2\nM-9,yes,\nM-1,no,\n');
		expect(problem.details[0]).toMatch(/^Row 3, column reference: the reference “M-1” is there twice/);
		expect(stored()).toBe(1);
	});

	test('refuses more records than the frame has', () => {
		const rows = Array.from({ length: 41 }, (_, index) => `M-${index},yes,`);
		expect(refusal(['reference,A1,A2', ...rows].join('\n')).code).toBe('sample-mismatch');
		expect(stored()).toBe(0);
	});

	test('takes in thousands of records, a statement for fifty rows at a time, without losing one', () => {
		const count = 1234;
		db.$client.prepare('update samples set frame_size = 5000').run();
		const rows = Array.from({ length: count }, (_, index) => `M-${index},${index % 4 === 0 ? 'yes' : 'no'},`);
		expect(take(['reference,A1,A2', ...rows].join('\n')).records).toBe(count);
		expect(measures()[0]).toMatchObject({ base: count, positive: 309 });
	});
});
