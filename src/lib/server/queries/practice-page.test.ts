import { beforeEach, describe, expect, test } from 'vitest';
import {
	beginEntry,
	practiceWorld,
	publishNew,
	type CommunityName,
	type PracticeWorld
} from '../../../../tests/support/practice-world.ts';
import { readSought } from '#lib/practice/find-entries.ts';
import { loadResources } from '../commands/load-resources.ts';
import { sendEntry } from '../commands/send-entry.ts';
import { withdrawEntry } from '../commands/withdraw-entry.ts';
import { listReturned, listWaiting, loadPracticePage } from './practice-page.ts';

let world: PracticeWorld;
beforeEach(() => {
	world = practiceWorld();
});

const page = (address = '', name: CommunityName = 'effie') => {
	const asked = new URLSearchParams(address);
	return loadPracticePage(
		world.db,
		world.actor(name),
		readSought((each) => asked.get(each))
	);
};
const titles = (address = '', name: CommunityName = 'effie') =>
	page(address, name).lines.map(({ title }) => title);
const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T10:00:00.000Z`;

describe('what is shared', () => {
	test('stands newest first, and what Cairn came with after it', () => {
		publishNew(world, 'una', { title: 'First' }, day(2));
		publishNew(world, 'una', { title: 'Second' }, day(3));
		loadResources(world.db, day(9));
		expect(titles().slice(0, 2)).toEqual(['Second', 'First']);
		expect(page().lines).toHaveLength(20);
		expect(page('page=4').lines).toHaveLength(page().total - 60);
	});

	test('says of what Cairn came with who published it and when, where its source says so', () => {
		loadResources(world.db, day(9));
		const publishers = ['', 'page=2', 'page=3', 'page=4'].flatMap((address) =>
			page(address).lines.map(({ publisher }) => publisher)
		);
		expect(publishers).toContain('Scottish Social Services Council, 2016');
		expect(publishers).toContain(null);
		expect(publishers.some((words) => words?.includes('Not stated'))).toBe(false);
	});

	test('is searched and narrowed down at once, the best hit first', () => {
		publishNew(world, 'una', { title: 'Boats', did: 'We row.' });
		publishNew(world, 'una', { title: 'Rowing', did: 'Boats and boats.', geography: 'island' });
		publishNew(world, 'una', { title: 'Kites', did: 'One boat.', standards: '9', others: '' });
		expect(titles('q=boat')).toEqual(['Boats', 'Rowing', 'Kites']);
		expect(titles('q=boat&geography=island')).toEqual(['Rowing']);
		expect(titles('q=boat&element=8')).toEqual(['Boats', 'Rowing']);
		expect(titles('element=9')).toEqual(['Kites']);
		expect(titles('element=8.7')).toEqual(['Rowing', 'Boats'].sort());
		expect(titles('element=no-such')).toEqual([]);
		expect(titles('group=unpaid-carers&stage=3&kind=practice')).toHaveLength(3);
		expect(titles('stage=0')).toEqual([]);
		expect(titles('q=boat')).toEqual(titles('q=boat'));
	});

	test('shows where the words were found, without a mark of anybody else', () => {
		publishNew(world, 'una', { title: 'Boats', did: 'Say <b>boats</b> \u0002and\u0003 row.' });
		expect(page('q=boats').lines[0]!.snippet.filter(({ found }) => found)).toEqual([
			{ text: 'boats', found: true }
		]);
	});

	test('counts for each choice what would be found with the words that are searched', () => {
		publishNew(world, 'una', { title: 'Boats' });
		publishNew(world, 'una', { title: 'Kites', geography: 'city' });
		const counts = (address: string) =>
			Object.fromEntries(page(address).choices.geography.map(({ value, count }) => [value, count]));
		expect(counts('')).toMatchObject({ 'mostly-rural': 1, city: 1, island: 0 });
		expect(counts('q=kites')).toMatchObject({ 'mostly-rural': 0, city: 1 });
	});

	test('holds no draft, nothing that was sent or taken back, and nothing of the other world', () => {
		beginEntry(world);
		sendEntry(world.db, world.by('una'), { entry: beginEntry(world) });
		withdrawEntry(world.db, world.by('una'), { entry: publishNew(world) });
		publishNew(world, 'dara', { title: 'Lanterns' });
		for (const name of ['effie', 'una', 'iona'] as const) expect(titles('', name)).toEqual([]);
		expect([titles('q=lanterns'), titles('q=lanterns', 'dara')]).toEqual([[], ['Lanterns']]);
	});
});

describe('the lists beside it', () => {
	test('tell writers of their own, and editors of what waits for them', () => {
		beginEntry(world, 'una', { title: 'A draft' });
		sendEntry(world.db, world.by('una'), { entry: beginEntry(world, 'una', { title: 'Sent' }) });
		sendEntry(world.db, world.by('dara'), { entry: beginEntry(world, 'dara', { title: 'Invented' }) });
		expect(page('', 'lorne').own).toMatchObject([
			{ title: 'A draft', state: 'Draft' },
			{ title: 'Sent', state: 'With the editors' }
		]);
		expect([page('', 'effie').own, page('', 'effie').waiting]).toEqual([[], null]);
		expect([page('', 'iona').waiting, page('', 'eilidh').waiting]).toEqual([1, 1]);
		expect(listWaiting(world.db, world.actor('iona')).map(({ title }) => title)).toEqual(['Sent']);
		expect(listReturned(world.db, world.actor('iona'))).toEqual([]);
		expect(listWaiting(world.db, world.actor('effie'))).toEqual([]);
	});

	test('offer sharing to those who write for an organisation', () => {
		expect([page('', 'una').shares, page('', 'greer').shares]).toEqual([true, false]);
	});
});
