import { beforeEach, describe, expect, test } from 'vitest';
import {
	beginEntry,
	practiceWorld,
	publishNew,
	type CommunityName,
	type PracticeWorld
} from '../../../../tests/support/practice-world.ts';
import { countUseful } from '../queries/entries.ts';
import { listPublished } from '../queries/entries.ts';
import { listRemarks } from '../queries/remarks.ts';
import { loadEntryPage } from '../queries/entry-page.ts';
import { loadResources } from './load-resources.ts';
import { markUseful } from './mark-useful.ts';
import { unmarkUseful } from './unmark-useful.ts';
import { withdrawEntry } from './withdraw-entry.ts';
import { withdrawRemark } from './withdraw-remark.ts';
import { writeRemark } from './write-remark.ts';

let world: PracticeWorld;
let about: string;
beforeEach(() => {
	world = practiceWorld();
	about = `entry:${publishNew(world)}`;
});

const mark = (name: CommunityName, of = about) => markUseful(world.db, world.by(name), { about: of });
const unmark = (name: CommunityName) => unmarkUseful(world.db, world.by(name), { about });
const useful = () => countUseful(world.db, 'real').get(about) ?? 0;
const say = (name: CommunityName, text: string, of = about) =>
	writeRemark(world.db, world.by(name), { about: of, text });
const said = (name: CommunityName, of = about) =>
	listRemarks(world.db, world.actor(name), of).map(({ text, whose, own }) => [text, whose, own]);

describe('“useful to us”', () => {
	test('is said once by each person, counts once for each organisation, and can be taken back', () => {
		mark('effie');
		mark('effie');
		mark('morag');
		mark('iona');
		expect(useful()).toBe(2);
		unmark('effie');
		expect(useful()).toBe(2);
		unmark('morag');
		unmark('morag');
		expect(useful()).toBe(1);
		const told = world.told().filter(({ verb }) => verb.startsWith('useful'));
		expect(told.map(({ verb }) => verb)).toEqual([
			...['useful-marked', 'useful-marked', 'useful-marked'],
			...['useful-unmarked', 'useful-unmarked']
		]);
	});

	test('is not said of what one’s own organisation shares', () => {
		expect(() => mark('lorne')).toThrow('This is your own');
		expect(useful()).toBe(0);
	});

	test('is not said of a draft, of what was taken back, or of what is in the other world', () => {
		expect(() => mark('effie', `entry:${beginEntry(world)}`)).toThrow('There is nothing at this address');
		expect(() => mark('dara')).toThrow('There is nothing at this address');
		withdrawEntry(world.db, world.by('una'), { entry: about.slice('entry:'.length) });
		expect(() => mark('effie')).toThrow('There is nothing at this address');
	});
});

describe('a remark', () => {
	test('stands beneath with the organisation of its writer, and no name', () => {
		say('effie', 'We tried it in the rain too.');
		expect(said('una')).toEqual([['We tried it in the rain too.', 'The isle', false]]);
		expect(said('effie')).toEqual([['We tried it in the rain too.', 'The isle', true]]);
		expect(JSON.stringify(listRemarks(world.db, world.actor('una'), about)).toLowerCase()).not.toContain(
			'effie'
		);
	});

	test('is taken back by who wrote it, and by nobody else', () => {
		const remark = say('effie', 'Said too soon.');
		expect(() => withdrawRemark(world.db, world.by('una'), { remark })).toThrow('nothing at this address');
		withdrawRemark(world.db, world.by('effie'), { remark });
		expect(said('effie')).toEqual([]);
		expect(() => withdrawRemark(world.db, world.by('effie'), { remark })).toThrow('nothing at this address');
	});

	test.each([
		['', 'Look again'],
		['x'.repeat(5001), 'Look again'],
		['Ask ann@isle.example.', 'This may name somebody']
	])('“%.30s” is refused', (text, words) => {
		expect(() => say('effie', text)).toThrow(words);
		expect(said('una')).toEqual([]);
	});

	test('is not written to what one does not see', () => {
		expect(() => say('dara', 'Hello from the glade.')).toThrow('There is nothing at this address');
		expect(() => say('effie', 'Hello.', `entry:${beginEntry(world)}`)).toThrow('nothing at this address');
		expect(() => say('effie', 'Hello.', 'review:isle-2025')).toThrow('nothing at this address');
	});
});

describe('what Cairn came with', () => {
	const named = 'entry:named-carers-act';
	beforeEach(() => loadResources(world.db, '2026-03-01T09:00:00.000Z'));

	test('is read in both worlds, and what is said of it stays in each', () => {
		mark('effie', named);
		say('effie', 'We gave it to every carer.', named);
		mark('dara', named);
		say('dara', 'Invented words.', named);
		expect(said('una', named)).toEqual([['We gave it to every carer.', 'The isle', false]]);
		expect(said('eilidh', named)).toEqual([['Invented words.', 'The glade', false]]);
		expect([countUseful(world.db, 'real').get(named), countUseful(world.db, 'example').get(named)]).toEqual([
			1, 1
		]);
	});

	test('is published, says where it is named, and is changed by nobody', () => {
		const page = loadEntryPage(world.db, world.actor('iona'), 'named-carers-act');
		expect(page).toMatchObject({
			standing: null,
			whose: null,
			contact: null,
			namedIn: { document: '003', lines: [489, 489] }
		});
		expect(() => withdrawEntry(world.db, world.by('iona'), { entry: 'named-carers-act' })).toThrow(
			'There is nothing at this address'
		);
	});

	test('is brought once, however often Cairn starts', () => {
		const before = listPublished(world.db, world.actor('effie')).length;
		const told = world.told().length;
		loadResources(world.db, '2026-03-05T09:00:00.000Z');
		expect(listPublished(world.db, world.actor('effie'))).toHaveLength(before);
		expect(world.told()).toHaveLength(told);
	});
});
