import { beforeEach, describe, expect, test } from 'vitest';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { completeReading } from '../commands/complete-reading.ts';
import { recordAnswer } from '../commands/record-answer.ts';
import { saveComment } from '../commands/save-comment.ts';
import { duties, givenRecords } from '../db/schema/memberships.ts';
import { passages } from '../db/schema/voices.ts';
import { loadCodingPage } from './coding-page.ts';
import { loadDeskPage } from './desk.ts';
import { loadReadingList } from './given-records.ts';
import { loadPassagePage } from './note-pages.ts';
import { loadThemePage } from './review-pages.ts';
import { loadQuestionPage, loadRecordPage, loadSourcePage } from './source-pages.ts';
import { listCompared, listDoubleReadings } from './second-readings.ts';
import { findSource } from './sources.ts';
import { loadHistoryCsv, loadHistoryPage } from './trail-pages.ts';

const at = '2026-03-02T10:00:00.000Z';
const file = { review, source: 'files', reference: 'I-4' };
const questions = 7;

/** What only the first reader wrote, and only the second: neither may meet the other's. */
const words = { 1: 'The first has looked at it.', 2: 'The second has looked at it.' } as const;
const remarks = { 1: 'Remark of the first.', 2: 'Remark of the second.' } as const;
/** The answers differ in every question but the first, which came with the file. */
const given = {
	1: { A1: 'yes', 'A 2/b?': 'option 3', A3: 'family', A4: '2025-04-01', A5: words[1], A6: '4', A7: 'no' },
	2: { A1: 'yes', 'A 2/b?': 'option 1', A3: 'neighbour', A4: '2025-05-02', A5: words[2], A6: '2', A7: 'yes' }
} as const;

let world: ReviewWorld;
let key: number;

/** Rona reads first; the second reader is a judge, who may see all records, or somebody who reads files only. */
function begin(second: PersonName) {
	world = reviewWorld();
	key = findSource(world.db, review, 'files').key;
	const authorship = { changedBy: 'ailsa', changedAt: at };
	world.db
		.insert(duties)
		.values({
			id: 'second-reads',
			personId: second,
			reviewId: review,
			duty: 'file-reader',
			standing: 'confirmed',
			...authorship
		})
		.run();
	for (const [person, reading] of [
		['rona', 1],
		[second, 2]
	] as const)
		world.db
			.insert(givenRecords)
			.values({ sourceId: key, record: 4, personId: person, reading, ...authorship })
			.run();
}

function read(person: PersonName, reading: 1 | 2, { toTheEnd = true } = {}) {
	const by = world.by(person, at);
	for (const [question, answer] of Object.entries(given[reading]))
		if (toTheEnd || question !== 'A6') recordAnswer(world.db, by, { ...file, question, answer, from: '' });
	saveComment(world.db, by, { ...file, question: null, text: remarks[reading], from: '' });
	saveComment(world.db, by, { ...file, question: 'A7', text: remarks[reading], from: '' });
	if (toTheEnd) completeReading(world.db, by, file);
}

/** Somebody else codes what the first reader wrote. */
function codeFirst() {
	world.db
		.insert(passages)
		.values({
			...{ sourceId: key, slug: 'answer-1', position: 1, text: words[1], elements: ['T2'] },
			...{ record: 4, question: 4, changedBy: 'effie', changedAt: at }
		})
		.run();
}

/**
 * Everything that somebody can be shown of the source and its history, as text; what they may not open is left out.
 * Totals over all records are not of one reading: how dates spread is left out too.
 */
function everythingFor(person: PersonName): string {
	const { db } = world;
	const actor = world.actor(person);
	const none = new URLSearchParams();
	const pages = [
		() => loadRecordPage(db, actor, review, 'files', 'I-4'),
		() => loadSourcePage(db, actor, review, 'files', { by: null, order: 'instrument' as never }),
		...Object.keys(given[1]).map(
			(code) => () =>
				loadQuestionPage(db, actor, review, 'files', code, { answer: null, within: null, page: 1 } as never)
		),
		() => loadCodingPage(db, actor, { review, source: 'files', code: 'A5' }, { at: 1, passage: '' }),
		() => loadThemePage(db, actor, review, 'T2'),
		() => loadPassagePage(db, actor, review, 'files', 'answer-1'),
		() => loadReadingList(db, review, 'files', actor),
		() => loadDeskPage(db, actor, file),
		() => loadHistoryPage(db, actor, review, none),
		() => loadHistoryCsv(db, actor, review, none),
		() => listDoubleReadings(db, key, questions),
		() => listCompared(db, key, listDoubleReadings(db, key, questions), questions)
	];
	return pages
		.map((load) => {
			try {
				return JSON.stringify(load(), (name, value: unknown) => (name === 'dates' ? undefined : value)) ?? '';
			} catch {
				return '';
			}
		})
		.join('\n');
}
const answersOnRecordPage = (person: PersonName) =>
	Object.fromEntries(
		loadRecordPage(world.db, world.actor(person), review, 'files', 'I-4')
			.groups.flatMap(({ answers }) => answers)
			.map(({ code, answer }) => [code, answer.toLowerCase()])
	);

describe.each(['iain', 'magnus', 'ailsa'] as const)('a second reader (%s) of a file', (second) => {
	beforeEach(() => begin(second));

	test('meets nothing of the first reading anywhere before both are complete', () => {
		read('rona', 1);
		codeFirst();
		read(second, 2, { toTheEnd: false });
		const shown = everythingFor(second);
		expect(shown).toContain(words[2]);
		for (const secret of [words[1], remarks[1], '2025-04-01', '1 April 2025'])
			expect(shown.includes(secret), secret).toBe(false);
		expect(answersOnRecordPage(second)).toMatchObject({ 'A 2/b?': 'option 1', A7: 'yes', A6: 'left blank' });
	});

	test('gives nothing of theirs away to the first reader before both are complete', () => {
		read(second, 2);
		read('rona', 1, { toTheEnd: false });
		const shown = everythingFor('rona');
		for (const secret of [words[2], remarks[2], '2025-05-02', '2 May 2025'])
			expect(shown.includes(secret), secret).toBe(false);
		expect(answersOnRecordPage('rona')).toMatchObject({ 'A 2/b?': 'option 3', A7: 'no' });
	});

	test('is shown both once both are complete', () => {
		read('rona', 1);
		codeFirst();
		read(second, 2);
		if (second === 'ailsa')
			expect(JSON.stringify(loadThemePage(world.db, world.actor(second), review, 'T2'))).toContain(words[1]);
		const compared = listCompared(world.db, key, listDoubleReadings(world.db, key, questions), questions);
		expect(compared.find(({ question }) => question === 4)).toMatchObject({
			first: { text: words[1] },
			second: { text: words[2] }
		});
		expect(answersOnRecordPage(second)).toMatchObject({ 'A 2/b?': 'option 3' });
	});
});
