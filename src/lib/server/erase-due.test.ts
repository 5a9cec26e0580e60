import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { halfBegunReview } from '../../../tests/support/half-begun-review.ts';
import { operator } from './access/actor.ts';
import { appendEvent } from './commands/append-event.ts';
import { eraseReview } from './commands/erase-review.ts';
import { importReview } from './commands/import-review.ts';
import { loadDocuments } from './commands/load-documents.ts';
import { setRetention } from './commands/set-retention.ts';
import { openDatabase, type Database } from './db/open.ts';
import { eraseDue } from './erase-due.ts';
import { findErasedAt, findRetentionRule, planErasures } from './queries/retention.ts';
import { loadReport } from './queries/report.ts';
import { loadReviewOverview, loadThemePage } from './queries/review-pages.ts';
import { loadQuestionPage, loadRecordPage, loadResultsCsv, loadSourcePage } from './queries/source-pages.ts';
import { findReview } from './queries/reviews.ts';
import { verifyTrail } from './queries/verify-trail.ts';
import { loadWholeReview } from './queries/whole-review.ts';
import { isDue } from './retention-schedule.ts';

const issued = '2026-06-30T10:00:00.000Z';
const before = '2033-06-30T09:59:59.000Z';
const after = '2033-06-30T10:00:00.000Z';
const by = { actor: operator, at: '2026-01-01T00:00:00.000Z' };

/** Words that stand nowhere else, so that they can be looked for in the bytes of the file. */
const secrets = {
	reference: 'Zirkonium-7',
	answer: 'Wombatnotes about the visit',
	passage: 'Quokkawords that were said',
	draft: 'Numbatdraft of the summary',
	reason: 'Bilbyreason of the change'
};
const conclusion = 'Half of the files show that advocacy was offered (2 of 4).';

let folder: string;
let db: Database;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-erase-'));
	db = openDatabase(folder);
	loadDocuments(db, by.at);
	importReview(db, withSecrets('isle-2025'), by);
	importReview(db, withSecrets('glen-2025', 'kept '), by);
	db.$client.prepare("update reviews set issued_at = ? where id = 'isle-2025'").run(issued);
	for (const [review, word] of [
		['isle-2025', ''],
		['glen-2025', 'kept ']
	] as const)
		db.transaction(() =>
			appendEvent(db, by, {
				verb: 'narrative-saved',
				review,
				subject: 'T2',
				before: word + secrets.draft,
				after: 'Later.',
				reason: word + secrets.reason
			})
		);
});
afterEach(() => {
	db.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

/** The review of the isle with words of its own in every place that holds free text or records. */
function withSecrets(id: string, word = '') {
	const [files, ...others] = halfBegunReview.sources;
	const [first, ...records] = files!.records!;
	return {
		...halfBegunReview,
		review: { ...halfBegunReview.review, id },
		sources: [
			{
				...files,
				passages: [{ id: 'said', text: word + secrets.passage, elements: ['T2'] }],
				records: [
					{
						...first,
						reference: word + secrets.reference,
						answers: { ...first!.answers, A5: word + secrets.answer }
					},
					...records
				]
			},
			...others
		],
		findings: [
			{
				...halfBegunReview.findings[0],
				links: [
					{ source: 'files', question: 'A1' },
					{ source: 'files', passage: 'said' }
				]
			}
		]
	};
}

/** Which of the secrets stand in the files of the database, the log included; the kept review's begin with “kept”. */
function secretsInFiles(): string[] {
	const bytes = Buffer.concat(
		readdirSync(folder)
			.filter((name) => name.startsWith('cairn.sqlite'))
			.map((name) => readFileSync(join(folder, name)))
	).toString('latin1');
	const bare = bytes.replaceAll(/kept [A-Z]/g, '');
	return Object.values(secrets).filter((secret) => bare.includes(secret));
}

const erase = (at = after) => {
	const { due } = planErasures(db, 7, at);
	return eraseDue(db, { actor: operator, at }, due);
};

describe('the rule on keeping', () => {
	test('erases nothing before it is set, nor of a review that was not issued', () => {
		expect(findRetentionRule(db)).toMatchObject({ years: null, version: 0 });
		expect(planErasures(db, null, after)).toEqual({ due: [], later: [] });
		const { due, later } = planErasures(db, 7, after);
		expect([...due, ...later].map(({ review }) => review)).toEqual(['isle-2025']);
	});

	test('counts the years from the moment of issue', () => {
		expect(planErasures(db, 7, before)).toMatchObject({
			due: [],
			later: [{ review: 'isle-2025', dueAt: after }]
		});
		expect(planErasures(db, 7, after).due).toMatchObject([
			{ erases: { records: 4, answers: 17, writtenAnswers: 1, passages: 1, texts: 1 } }
		]);
	});

	test('is told of in the trail when it is set, changed and taken back', () => {
		const set = (years: number | null) =>
			setRetention(db, by, { years, version: findRetentionRule(db).version });
		expect(set(7)).toMatchObject({ rule: { years: 7, changedBy: 'operator' } });
		expect(set(5)).toMatchObject({ rule: { years: 5 } });
		expect(set(null)).toMatchObject({ rule: { years: null } });
		expect(findRetentionRule(db).years).toBeNull();
		const told = db.$client
			.prepare("select count(*) from events where verb = 'setting-changed'")
			.pluck()
			.get();
		expect(told).toBe(3);
	});

	test('is not set over one that somebody else has set meanwhile', () => {
		setRetention(db, by, { years: 7, version: 0 });
		expect(setRetention(db, by, { years: 3, version: 0 })).toMatchObject({ conflict: { years: 7 } });
		expect(findRetentionRule(db).years).toBe(7);
	});

	test.each([0, -1, 1.5, 101, Number.NaN])('is not set to %s years', (years) => {
		expect(() => setRetention(db, by, { years, version: 0 })).toThrow('Look again');
	});

	test('waits a day after it was changed before the server acts on it', () => {
		const set = { actor: operator, at: '2033-07-01T10:00:00.000Z' };
		expect(isDue(db, set.at)).toBe(false);
		setRetention(db, set, { years: 7, version: 0 });
		expect(isDue(db, '2033-07-02T09:59:00.000Z')).toBe(false);
		expect(isDue(db, '2033-07-02T10:00:00.000Z')).toBe(true);
		erase('2033-07-02T10:00:00.000Z');
		expect(isDue(db, '2033-07-02T11:00:00.000Z')).toBe(false);
	});
});

describe('erasing a review', () => {
	test('counts and tells what went, and leaves the trail whole', () => {
		expect(erase()).toMatchObject({
			reviews: [{ erases: { records: 4, answers: 17, writtenAnswers: 1, passages: 1, texts: 1 } }],
			swept: true
		});
		const event = db.$client.prepare("select review, facts from events where verb = 'review-erased'").get();
		expect(event).toMatchObject({ review: 'isle-2025' });
		expect(verifyTrail(db)).toMatchObject({ textsErased: 1, faults: [] });
	});

	test('leaves nothing of it in the bytes of the database and its log', () => {
		expect(secretsInFiles()).toEqual(Object.values(secrets));
		erase();
		expect(secretsInFiles()).toEqual([]);
		db.$client.close();
		expect(secretsInFiles()).toEqual([]);
		db = openDatabase(folder);
	});

	test('leaves every other review as it was', () => {
		const kept = loadWholeReview(db, 'glen-2025', { withRecords: true });
		erase();
		expect(loadWholeReview(db, 'glen-2025', { withRecords: true })).toEqual(kept);
		expect(db.$client.prepare('select count(*) from event_texts').pluck().get()).toBe(1);
	});

	test('keeps the conclusions, and who did what and when', () => {
		const { findings } = loadWholeReview(db, 'isle-2025', { withRecords: false });
		expect(findings[0]!.links).toContainEqual({ source: 'files', passage: 'said' });
		const events = db.$client.prepare('select count(*) from events').pluck().get() as number;
		erase();
		expect(loadWholeReview(db, 'isle-2025', { withRecords: false }).findings).toEqual(
			findings.map((finding) => ({
				...finding,
				links: finding.links.map(({ passage: _, ...link }) => link)
			}))
		);
		expect(db.$client.prepare('select count(*) from events').pluck().get()).toBe(events + 1);
	});

	test('is done once, and again only for what was written since', () => {
		erase();
		expect(erase().reviews).toEqual([]);
		expect(findErasedAt(db, 'isle-2025')).toBe(after);
		const later = '2033-08-01T00:00:00.000Z';
		db.transaction(() =>
			appendEvent(db, by, { verb: 'review-withdrawn', review: 'isle-2025', reason: secrets.reason })
		);
		expect(erase(later).reviews).toMatchObject([{ erases: { records: 0, texts: 1 } }]);
		expect(secretsInFiles()).toEqual([]);
		expect(findErasedAt(db, 'isle-2025')).toBe(after);
		expect(verifyTrail(db)).toMatchObject({ textsErased: 2, faults: [] });
	});

	test('is all or nothing', () => {
		db.$client.exec(
			"create trigger refuse before delete on passages begin select raise(abort, 'out of order'); end"
		);
		const whole = loadWholeReview(db, 'isle-2025', { withRecords: true });
		expect(() => eraseReview(db, by, { review: 'isle-2025' })).toThrow('out of order');
		expect(loadWholeReview(db, 'isle-2025', { withRecords: true })).toEqual(whole);
	});

	test('that is rolled back is not said to have been', () => {
		const work = db.$client.transaction(() => {
			eraseReview(db, { ...by, at: after }, { review: 'isle-2025' });
			expect(findErasedAt(db, 'isle-2025')).toBe(after);
			throw new Error('thought better of it');
		});
		expect(work).toThrow('thought better of it');
		expect(findErasedAt(db, 'isle-2025')).toBeNull();
		erase('2034-01-01T00:00:00.000Z');
		expect(findErasedAt(db, 'isle-2025')).toBe('2034-01-01T00:00:00.000Z');
	});

	test('of a review that is not there is refused', () => {
		expect(() => eraseReview(db, by, { review: 'elsewhere' })).toThrow('There is nothing at this address');
	});
});

describe('an erased review', () => {
	beforeEach(() => {
		erase();
	});

	test('says so on every page, in its report and in what is taken along', () => {
		const said = 'Records erased on 30 June 2033';
		expect(findReview(db, 'isle-2025').standing).toBe(said);
		const overview = loadReviewOverview(db, 'isle-2025');
		expect(overview).toMatchObject({ standing: said, notice: expect.stringContaining('30 June 2033') });
		expect(loadReport(db, 'isle-2025', '2033-07-01')).toMatchObject({
			standing: said,
			notice: expect.stringContaining('were erased on 30 June 2033')
		});
		expect(loadResultsCsv(db, 'isle-2025', 'files', { by: null }).name).toContain(
			'records-erased-on-30-june-2033'
		);
	});

	test('still opens: its sources, questions and themes without results, its findings whole', () => {
		const page = loadSourcePage(db, operator, 'isle-2025', 'files', { by: null, order: 'asked' });
		expect([page.source.records, page.questions, page.passages]).toEqual([0, 7, []]);
		const asked = { answer: null, within: null, page: 1 } as never;
		expect(loadQuestionPage(db, operator, 'isle-2025', 'files', 'A1', asked)).toMatchObject({
			result: { code: 'A1', sure: { rest: 'There is no evidence, so there is no term.' } }
		});
		expect(JSON.stringify(loadThemePage(db, operator, 'isle-2025', 'T2'))).toContain(conclusion);
		expect(() => loadRecordPage(db, operator, 'isle-2025', 'files', secrets.reference)).toThrow(
			'There is no record'
		);
	});

	test('goes to another installation with the words that its records are gone', () => {
		const bundle = loadWholeReview(db, 'isle-2025', { withRecords: true });
		bundle.review.id = 'isle-again';
		importReview(db, JSON.parse(JSON.stringify(bundle)), by);
		expect(findReview(db, 'isle-again').notice).toContain('erased on 30 June 2033');
	});
});
