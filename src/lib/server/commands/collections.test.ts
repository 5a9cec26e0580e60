import { beforeEach, describe, expect, test } from 'vitest';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { reviews } from '../db/schema/reviews.ts';
import { listBatches } from '../queries/batches.ts';
import { findResponse, followLink, listCollections } from '../queries/collections.ts';
import { measureSource } from '../queries/measures.ts';
import { findSource } from '../queries/sources.ts';
import { closeCollection } from './close-collection.ts';
import { extendCollection } from './extend-collection.ts';
import { openCollection } from './open-collection.ts';
import { saveResponse } from './save-response.ts';
import { sendResponse } from './send-response.ts';
import { startResponse } from './start-response.ts';
import { withdrawBatch } from './withdraw-batch.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const at = '2026-03-02T11:00:00.000Z';
const staff = () => findSource(world.db, review, 'staff');
const asked = {
	review,
	source: 'staff',
	mode: 'one-link',
	links: '',
	introduction: 'Tell us.',
	closes: '2026-03-31'
};
const open = (changes: Partial<typeof asked> = {}, name: PersonName = 'ailsa') =>
	openCollection(world.db, world.by(name), { ...asked, ...changes });
const start = (token: string, when = at) => startResponse(world.db, when, token);
const save = (token: string, response: string, written: Record<string, string>, confirmed: string[] = []) =>
	saveResponse(world.db, at, { token, response, part: 0, written, confirmed });
const send = (token: string, response: string, when = at) =>
	sendResponse(world.db, when, { token, response });
const kept = (token: string, response: string) =>
	findResponse(world.db, followLink(world.db, token, at), response);
const positives = () => measureSource(world.db, staff(), 'care-inspectorate-quantity@2019')[0]!.positive;

describe('a survey that is answered by one link for everybody', () => {
	test('keeps answers until they are sent, and then makes each response a record that counts', () => {
		const before = { positives: positives(), records: staff().recordCount };
		const { tokens } = open();
		const [token = ''] = tokens;
		const [first, second] = [start(token), start(token)];
		expect(first).not.toBe(second);
		save(token, first, { q0: '0', q1: 'More time.' });
		expect(kept(token, first)).toMatchObject({ answers: { S1: 'yes', S2: 'More time.' } });
		expect(kept(token, second)).toMatchObject({ answers: {} });
		expect(staff().recordCount).toBe(before.records);
		send(token, first);
		send(token, first);
		expect(staff().recordCount).toBe(before.records + 1);
		expect(positives()).toBe(before.positives + 1);
		// The day alone, so that no time leads from it to a record.
		expect(kept(token, first)).toMatchObject({ answers: {}, sentAt: '2026-03-02T00:00:00.000Z' });
		expect(listCollections(world.db, staff().key)).toMatchObject([{ begun: 2, sent: 1 }]);
	});

	test('tells the trail that somebody answered, and never who or what', () => {
		const [token = ''] = open().tokens;
		const response = start(token);
		save(token, response, { q0: '0', q1: 'More time.' });
		send(token, response);
		const told = world.told().slice(1);
		expect(told.map(({ verb, person, before, after }) => [verb, person, before, after])).toEqual([
			['response-started', null, null, null],
			['response-saved', null, null, null],
			['response-sent', null, null, null]
		]);
		expect(JSON.stringify(told)).not.toContain(response);
	});

	test('is one batch, which can be withdrawn; what comes later is another', () => {
		const [token = ''] = open().tokens;
		const answer = () => {
			const response = start(token);
			save(token, response, { q0: '1' });
			send(token, response);
		};
		answer();
		answer();
		const [batch] = listBatches(world.db, staff().key);
		expect(batch).toMatchObject({ way: 'link', records: 2, answers: 2 });
		const before = staff().recordCount;
		withdrawBatch(world.db, world.by('ailsa'), {
			review,
			source: 'staff',
			batch: batch!.id,
			reason: 'A test'
		});
		expect(staff().recordCount).toBe(before - 2);
		answer();
		expect(listBatches(world.db, staff().key)).toHaveLength(2);
	});

	test('takes no words that may name somebody, unless their writer has looked', () => {
		const [token = ''] = open().tokens;
		const response = start(token);
		expect(() => save(token, response, { q1: 'Ring 0131 496 0123.' })).toThrow('This may name somebody');
		expect(kept(token, response)).toMatchObject({ answers: {} });
		save(token, response, { q1: 'Ring 0131 496 0123.' }, ['0131 496 0123']);
		expect(kept(token, response)).toMatchObject({ answers: { S2: 'Ring 0131 496 0123.' } });
	});

	test('lets an answer be taken back, and is not sent without any', () => {
		const [token = ''] = open().tokens;
		const response = start(token);
		save(token, response, { q0: '0' });
		save(token, response, { q0: 'none' });
		expect(kept(token, response)).toMatchObject({ answers: {} });
		expect(() => send(token, response)).toThrow('Answer at least one question');
	});

	test('is closed after its day, by hand, and with its review; it can be opened again', () => {
		const { id, tokens } = open();
		const [token = ''] = tokens;
		const response = start(token);
		save(token, response, { q0: '0' });
		const gone = 'There is nothing at this address';
		expect(() => send(token, response, '2026-04-01T00:00:00.000Z')).toThrow(gone);
		closeCollection(world.db, world.by('ailsa'), { review, source: 'staff', collection: id });
		expect(() => start(token)).toThrow(gone);
		expect(() => save(token, response, { q0: '1' })).toThrow(gone);
		extendCollection(world.db, world.by('ailsa'), {
			review,
			source: 'staff',
			collection: id,
			closes: '2026-04-30'
		});
		send(token, response);
		world.db.update(reviews).set({ issuedAt: at }).run();
		expect(() => start(token)).toThrow(gone);
		world.db.update(reviews).set({ issuedAt: null, withdrawnAt: at }).run();
		expect(() => start(token)).toThrow('This link leads to no survey');
	});

	test('is not begun more often in a minute than people can', () => {
		const [token = ''] = open().tokens;
		for (let times = 0; times < 240; times += 1) start(token);
		expect(() => start(token)).toThrow('A great many people are answering');
		expect(start(token, '2026-03-02T11:01:01.000Z')).toBeTypeOf('string');
	});
});

describe('a link for one person', () => {
	test('brings them back to their own answers, and is used up when these are sent', () => {
		const { tokens } = open({ mode: 'single-use', links: '2' });
		const [mine = '', other = ''] = tokens;
		expect(start(mine)).toBe('my-answers');
		save(mine, 'my-answers', { q0: '0' });
		expect(start(mine)).toBe('my-answers');
		expect(kept(mine, 'my-answers')).toMatchObject({ answers: { S1: 'yes' } });
		expect(kept(other, 'my-answers')).toBeNull();
		send(mine, 'my-answers');
		start(mine);
		expect(kept(mine, 'my-answers')).toBeNull();
		expect(followLink(world.db, mine, at).used).toBe(true);
		expect(followLink(world.db, other, at).used).toBe(false);
		expect(() => save(mine, 'my-answers', { q0: '1' })).toThrow('There is nothing at this address');
		expect(listCollections(world.db, staff().key)).toMatchObject([{ links: 2, begun: 1, sent: 1 }]);
	});

	test('is kept nowhere', () => {
		const { tokens } = open({ mode: 'single-use', links: '3' });
		const all = JSON.stringify(
			['collections', 'collection_links', 'events', 'event_texts'].map((table) =>
				world.db.$client.prepare(`select * from ${table}`).all()
			)
		);
		expect(tokens).toHaveLength(3);
		for (const token of tokens) expect(all).not.toContain(token);
	});
});

describe('a survey by link', () => {
	test.each([
		[{ mode: 'post' }, 'mode'],
		[{ mode: 'single-use', links: '0' }, 'links'],
		[{ mode: 'single-use', links: '2001' }, 'links'],
		[{ closes: '2026-03-01' }, 'closes'],
		[{ closes: '31 March' }, 'closes'],
		[{ introduction: 'x'.repeat(5001) }, 'introduction'],
		[{ source: 'files' }, 'mode']
	])('with %j is refused at its field', (changes, field) => {
		expect(() => open(changes)).toThrow(
			expect.objectContaining({ fields: { [field]: expect.any(String) } }) as Error
		);
	});

	test.each(['magnus', 'rona', 'callum', 'effie', 'struan'] as const)('is not opened by %s', (name) => {
		expect(() => open({}, name)).toThrow('There is nothing at this address');
	});

	test('is not there for a link that nobody made', () => {
		expect(() => start('nobodys')).toThrow('This link leads to no survey');
	});
});
