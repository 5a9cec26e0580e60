import { beforeEach, expect, test } from 'vitest';
import { beginEntry, practiceWorld } from '../../../../tests/support/practice-world.ts';
import { reviewWorld, type ReviewWorld } from '../../../../tests/support/review-world.ts';
import type { Person } from '../access/actor.ts';
import { returnEntry } from '../commands/return-entry.ts';
import { sendEntry } from '../commands/send-entry.ts';
import { givenRecords } from '../db/schema/memberships.ts';
import { loadOwnStart } from './own-start.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const startOf = (name: 'rona' | 'ailsa') =>
	loadOwnStart(world.db, world.actor(name) as Person, '2026-03-02T09:40:00.000Z');

test('a file reader finds the list of what they were given to read at the start, and leads straight to it', () => {
	const { reviews, reading, next } = startOf('rona');
	expect(reviews).toEqual([]);
	expect(reading).toMatchObject([{ title: 'Self-directed support on the isle' }]);
	expect(reading[0]!.href).toMatch(/^\/reviews\/[^/]+\/evidence\/files\/read$/);
	expect(next).toContainEqual({
		words: 'Read the records that were given to you',
		href: reading[0]!.href
	});
});

test('who sees the review finds it once', () => {
	const { reviews, reading } = startOf('ailsa');
	expect(reviews.length).toBeGreaterThan(0);
	expect(reading).toEqual([]);
});

test('a file reader to whom nothing was given yet is told that they read in the review', () => {
	world.db.delete(givenRecords).run();
	expect(startOf('rona')).toMatchObject({
		reading: [{ title: 'Self-directed support on the isle', of: null, href: null }]
	});
});

test('editors are led to what was sent to them, and its writers to what they returned', () => {
	const practice = practiceWorld();
	const { db, by } = practice;
	const nextOf = (name: 'una' | 'iona' | 'effie' | 'eilidh') =>
		loadOwnStart(db, practice.actor(name) as Person, '2026-03-02T09:40:00.000Z').next;
	const [toEditors, toWriters] = ['/practice/editing', '/practice/'];
	const entry = beginEntry(practice);
	expect(nextOf('iona').some(({ href }) => href === toEditors)).toBe(false);
	sendEntry(db, by('una'), { entry });
	expect(nextOf('iona')).toContainEqual({
		words: 'Read 1 entry sent to the editors of practice',
		href: toEditors
	});
	for (const name of ['una', 'effie', 'eilidh'] as const)
		expect(nextOf(name).some(({ href }) => href.startsWith(toWriters))).toBe(false);
	returnEntry(db, by('iona'), { entry, words: 'Whom did you ask?' });
	expect(nextOf('iona').some(({ href }) => href === toEditors)).toBe(false);
	expect(nextOf('una').map(({ href }) => href)).toContain(`/practice/${entry}`);
	expect(nextOf('effie').some(({ href }) => href.startsWith(toWriters))).toBe(false);
});
