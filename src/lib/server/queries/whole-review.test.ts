import { beforeEach, describe, expect, test } from 'vitest';
import { operator } from '#lib/server/access/actor.ts';
import { answerWords } from '#lib/evidence/answer.ts';
import type { Bundle } from '#lib/reports/bundle.ts';
import { review, reviewWorld, type ReviewWorld } from '../../../../tests/support/review-world.ts';
import { importAnswers } from '../commands/import-answers.ts';
import { importReview } from '../commands/import-review.ts';
import { loadDocuments } from '../commands/load-documents.ts';
import { withdrawBatch } from '../commands/withdraw-batch.ts';
import { openDatabase } from '../db/open.ts';
import { findings, links } from '../db/schema/conclusions.ts';
import { passages } from '../db/schema/voices.ts';
import { findDocument } from './documents.ts';
import { listAnswersTo } from './answers.ts';
import { leftOutWords, listLeftOut } from './left-out.ts';
import { findSource } from './sources.ts';
import { loadWholeReview } from './whole-review.ts';

const at = '2026-03-02T10:00:00.000Z';
const authorship = { changedBy: 'magnus', changedAt: at };
const texts = { position: 0, elements: ['T2'], quotation: false };

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

/** Takes the exported review into an installation that has nothing yet. */
function elsewhere(bundle: Bundle) {
	const db = openDatabase(':memory:');
	loadDocuments(db, at);
	importReview(db, JSON.parse(JSON.stringify(bundle)), { actor: operator, at, identifiersChecked: true });
	return db;
}
const exported = () => loadWholeReview(world.db, review, { withRecords: true });
const key = (db = world.db) => findSource(db, review, 'staff').key;

describe('a whole review as a bundle', () => {
	test('keeps what was coded with the record that it was written in, though the numbers before it are gone', () => {
		const take = (text: string) =>
			importAnswers(world.db, { review, source: 'staff', text, ...world.by('ailsa') }).batch;
		const batch = take('reference,S1,S2\nS-3,yes,More time\n');
		take('reference,S1,S2\nS-4,yes,\nS-5,no,Fewer forms\n');
		withdrawBatch(world.db, world.by('ailsa'), { review, source: 'staff', batch, reason: 'The wrong file' });
		const last = listAnswersTo(world.db, key(), 1).at(-1)!;
		world.db
			.insert(passages)
			.values({
				...{ ...texts, ...authorship, sourceId: key(), slug: 'forms', text: 'Fewer forms' },
				...{ record: last.number, question: 1 }
			})
			.run();
		const db = elsewhere(exported());
		const [passage] = findSource(db, review, 'staff').passages;
		const answer = listAnswersTo(db, key(db), 1).find(({ number }) => number === passage!.record);
		expect(answer).toMatchObject({ reference: 'S-5', text: 'Fewer forms' });
	});

	test('can be taken in where a finding rested on a passage that was withdrawn, or on a question of before', () => {
		world.db
			.insert(passages)
			.values({ ...texts, ...authorship, sourceId: key(), slug: 'gone', text: 'Gone.', withdrawnAt: at })
			.run();
		world.db
			.insert(findings)
			.values({
				...{
					reviewId: review,
					slug: 'one',
					position: 0,
					element: 'T2',
					direction: 'strength' as const,
					weight: 'ordinary' as const,
					elements: []
				},
				...{ heading: 'Heard', text: 'People are heard.', ...authorship }
			})
			.run();
		const rests = [
			{ source: 'staff', passage: 'gone' },
			{ source: 'staff', question: 'Z9' },
			{ source: 'staff', question: 'S1' }
		];
		rests.forEach((link, position) =>
			world.db
				.insert(links)
				.values({ reviewId: review, finding: 'one', position, ...link })
				.run()
		);
		const db = elsewhere(exported());
		const { findings: taken } = loadWholeReview(db, review, { withRecords: false });
		expect(taken.find(({ id }) => id === 'one')!.links).toEqual([{ source: 'staff', question: 'S1' }]);
	});

	test('says what it leaves out, and how much of it', () => {
		expect(listLeftOut(world.db, review)).toEqual([]);
		importAnswers(world.db, {
			...{ review, source: 'staff', text: 'reference,S1,S2\nS-3,yes,\n' },
			...world.by('ailsa')
		});
		world.db.$client
			.prepare(
				`insert into readings (source_id, record, reading, state, started_at, changes, comment, version, changed_by, changed_at)
				 values (?, 1, 2, 'complete', 'x', 0, 'Thin file', 1, 'rona', 'x')`
			)
			.run(key());
		expect(listLeftOut(world.db, review).map(leftOutWords)).toEqual([
			'1 second reading',
			'1 comment of a file reader',
			'1 batch'
		]);
	});

	test('holds the answer that was settled where two readings differed', () => {
		const files = findSource(world.db, review, 'files');
		const { questions } = findDocument(world.db, 'instrument', files.instrument!);
		world.db.$client
			.prepare(
				`insert into adjudications (source_id, question, record, value, reason, version, changed_by, changed_at)
				 values (?, 0, 4, 2, 'Both looked', 1, 'magnus', ?)`
			)
			.run(files.key, at);
		const records = exported().sources.find(({ id }) => id === 'files')!.records;
		expect(records[3]!.answers.A1).toBe(answerWords(questions[0]!, 2));
	});
});
