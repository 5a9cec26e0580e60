import { beforeEach, describe, expect, test } from 'vitest';
import { cairn, operator, type Actor, type Person } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import { openDatabase, type Database } from '../db/open.ts';
import { events, eventTexts, settings } from '../db/schema/trail.ts';
import { Problem } from '../problems.ts';
import { verifyTrail } from '../queries/verify-trail.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';

const at = '2031-03-02T09:30:00.000Z';
const ann: Person = { kind: 'person', id: 'ann', name: 'Ann Reid', demo: false, memberships: [], duties: [] };
const host: Person = {
	...ann,
	memberships: [{ organisation: 'isle', role: 'administrator', standing: 'confirmed', host: true }]
};

let db: Database;
beforeEach(() => {
	db = openDatabase(':memory:');
});

const keep = (value: string) => db.insert(settings).values({ name: 'shelf', value }).run();
const kept = () => db.select().from(settings).all();
const told = () => db.select().from(events).all();

/** Sets a shelf as an actor, and tells the trail of it unless it is to be silent. */
function setShelf(actor: Actor, { silent = false, there = true } = {}) {
	return change(
		db,
		{ actor, at },
		{ action: 'look-after-installation', of: () => (there ? installation : null) },
		(note) => {
			keep('upper');
			if (!silent) note({ verb: 'setting-changed', subject: 'shelf', before: 'lower', after: 'upper' });
			return 'set';
		}
	);
}

describe('a change', () => {
	test('is kept with its event: who, when, what, before and after', () => {
		expect(setShelf(host)).toBe('set');
		expect(kept()).toEqual([{ name: 'shelf', value: 'upper' }]);
		expect(told()).toMatchObject([
			{ id: 1, at, actor: 'person', person: 'ann', verb: 'setting-changed', subject: 'shelf' }
		]);
		expect(db.select().from(eventTexts).get()).toMatchObject({ before: 'lower', after: 'upper' });
		expect(verifyTrail(db).faults).toEqual([]);
	});

	test('may tell of a person for whom Cairn itself acted, and of nobody else in the place of who acted', () => {
		const asked = { action: 'look-after-installation', of: () => installation } as const;
		const set = (actor: Actor) =>
			change(db, { actor, at, author: ann }, asked, (note) => {
				keep('upper');
				note({ verb: 'setting-changed', subject: 'shelf' });
			});
		for (const actor of [host, operator]) expect(() => set(actor)).toThrow('another than who acted');
		expect(kept()).toEqual([]);
		set(cairn);
		expect(told()).toMatchObject([{ actor: 'person', person: 'ann' }]);
	});

	test.each(['events', 'event_texts'])('is not made when its event cannot be written to %s', (table) => {
		db.$client.exec(
			`create trigger refuse before insert on ${table} begin select raise(abort, 'no room for events'); end`
		);
		expect(() => setShelf(host)).toThrow('no room for events');
		expect(kept()).toEqual([]);
		expect(told()).toEqual([]);
	});

	test('that tells nothing to the trail is a fault, and is not made', () => {
		expect(() => setShelf(host, { silent: true })).toThrow('without an event');
		expect(kept()).toEqual([]);
	});

	test('that changes nothing needs no event', () => {
		const asked = { action: 'look-after-installation', of: () => installation } as const;
		expect(change(db, { actor: host, at }, asked, () => ({ conflict: true }))).toEqual({ conflict: true });
		expect(told()).toEqual([]);
	});

	test('that throws half way leaves nothing, not even its event', () => {
		const asked = { action: 'look-after-installation', of: () => installation } as const;
		expect(() =>
			change(db, { actor: host, at }, asked, (note) => {
				keep('upper');
				note({ verb: 'setting-changed', subject: 'shelf' });
				throw new Error('half way');
			})
		).toThrow('half way');
		expect(kept()).toEqual([]);
		expect(told()).toEqual([]);
		expect(verifyTrail(db)).toMatchObject({ events: 0, faults: [] });
	});

	test('of somebody who may not is answered in the same words as of what is not there', () => {
		const answers = [() => setShelf(ann), () => setShelf(host, { there: false })].map((ask) => {
			try {
				return ask();
			} catch (problem) {
				return problem;
			}
		});
		expect(answers[0]).toBeInstanceOf(Problem);
		expect(answers[0]).toMatchObject({ code: 'not-found' });
		expect((answers[0] as Problem).message).toBe((answers[1] as Problem).message);
		expect(kept()).toEqual([]);
	});
});

describe('an event', () => {
	const append = () => db.transaction(() => appendEvent(db, { actor: operator, at }, { verb: 'signed-in' }));

	test('is written inside the transaction of its change and nowhere else', () => {
		expect(() => appendEvent(db, { actor: operator, at }, { verb: 'signed-in' })).toThrow('only inside');
	});

	test('carries the hash of the one before it', () => {
		append();
		append();
		const [first, second] = told();
		expect(second!.previous).toBe(first!.hash);
	});

	test('never takes the number of one that was removed, so that the gap stays', () => {
		append();
		append();
		db.$client.exec('delete from events where id = 2');
		append();
		append();
		expect(told().map(({ id }) => id)).toEqual([1, 3, 4]);
		expect(verifyTrail(db).faults).toEqual(['Event 2 is missing.']);
	});

	test('has its texts salted, so that a digest that is left gives no short text away', () => {
		setShelf(host);
		db.$client.exec('delete from settings');
		setShelf(host);
		const [first, second] = told();
		expect(first!.textDigest).not.toBe(second!.textDigest);
	});
});

describe('the check of a database', () => {
	test('reads on past a slice of the trail, and finds what was altered in a later one', () => {
		const note = () => appendEvent(db, { actor: operator, at }, { verb: 'signed-in', reason: 'tried' });
		db.transaction(() => Array.from({ length: 1100 }, note));
		expect(verifyTrail(db)).toMatchObject({ events: 1100, faults: [] });
		db.$client.exec("update events set subject = 'other' where id = 1050");
		db.$client.exec("update event_texts set reason = 'other' where event = 700");
		expect(verifyTrail(db).faults).toEqual([
			'The texts of event 700 are not as they were written.',
			'Event 1050 is not as it was written.'
		]);
	});

	test('finds an end that was cut off by the numbers that SQLite gave', () => {
		const note = () => appendEvent(db, { actor: operator, at }, { verb: 'signed-in' });
		db.transaction(() => Array.from({ length: 5 }, note));
		db.$client.exec('delete from events where id > 3');
		expect(verifyTrail(db).faults).toEqual(['Events 4 to 5 are missing.']);
	});
});
