import { strToU8 } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import {
	beginEntry,
	practiceTexts,
	practiceWorld,
	publish,
	publishNew,
	saveAs,
	type CommunityName,
	type PracticeWorld
} from '../../../../tests/support/practice-world.ts';
import { entrySchema } from '#lib/practice/entry.ts';
import { may } from '../access/may.ts';
import { findEntryRow, listEntriesFor, listPublished } from '../queries/entries.ts';
import { listEntryFiles, loadEntryFile, loadEntryPage } from '../queries/entry-page.ts';
import { findEntryResource } from '../queries/resources.ts';
import { searchShared } from '../queries/shared-search.ts';
import { addEntry } from './add-entry.ts';
import { addEntryFile } from './add-entry-file.ts';
import { publishEntry } from './publish-entry.ts';
import { removeEntryFile } from './remove-entry-file.ts';
import { restoreEntry } from './restore-entry.ts';
import { returnEntry } from './return-entry.ts';
import { sendEntry } from './send-entry.ts';
import { withdrawEntry } from './withdraw-entry.ts';

let world: PracticeWorld;
beforeEach(() => {
	world = practiceWorld();
});

const state = (entry: string) => findEntryRow(world.db, entry).state;
const sees = (name: CommunityName, entry: string) =>
	may(world.actor(name), 'see-entry', findEntryResource(world.db, entry)!).yes;
const send = (name: CommunityName, entry: string) => sendEntry(world.db, world.by(name), { entry });
const giveBack = (name: CommunityName, entry: string, words = 'Say how many there were.') =>
	returnEntry(world.db, world.by(name), { entry, words });
const takeBack = (name: CommunityName, entry: string) => withdrawEntry(world.db, world.by(name), { entry });
const found = (words: string) => searchShared(world.db, 'entry', words)?.map(({ id }) => id);

describe('an entry', () => {
	test('goes from draft to the editors, back with words, is mended, sent again and published, each step told', () => {
		const entry = beginEntry(world);
		expect(state(entry)).toBe('draft');
		send('una', entry);
		giveBack('iona', entry);
		expect(findEntryRow(world.db, entry)).toMatchObject({
			state: 'returned',
			editorWords: 'Say how many there were.'
		});
		expect(saveAs(world, 'lorne', entry, { forWhom: 'Twelve adults.' })).toHaveProperty('saved');
		send('lorne', entry);
		publish(world, entry, 'iona');
		expect(findEntryRow(world.db, entry)).toMatchObject({ state: 'published', editorWords: '' });
		expect(world.told().map(({ verb, person }) => `${person} ${verb}`)).toEqual([
			'una entry-added',
			'una entry-sent',
			'iona entry-returned',
			'lorne entry-saved',
			'lorne entry-sent',
			'iona entry-published'
		]);
	});

	test('is kept in the shape that the schema gives it', () => {
		const { organisationId, example, writtenBy, publishedAt, withdrawnAt, version, ...kept } = findEntryRow(
			world.db,
			publishNew(world)
		);
		const { changedBy, changedAt, ...entry } = kept;
		expect(entrySchema.parse(entry)).toEqual(entry);
		expect(entry).toMatchObject({
			elements: ['3', '8', '8.7', 'W2'],
			links: [{ title: 'Our leaflet', url: 'https://glen.example/walk' }],
			careGroups: ['mental-health', 'unpaid-carers'],
			stage: 3
		});
		expect([organisationId, example, writtenBy, withdrawnAt]).toEqual(['glen', false, 'una', null]);
		expect([publishedAt, changedAt, changedBy, version]).toEqual([
			'2026-03-02T10:00:00.000Z',
			'2026-03-02T10:00:00.000Z',
			'iona',
			3
		]);
	});

	test('is seen as a draft by its writers only, sent by editors too, published by all members', () => {
		const all = ['una', 'lorne', 'greer', 'iona', 'effie', 'dara', 'eilidh'] as const;
		const seen = (entry: string) => all.filter((name) => sees(name, entry));
		const entry = beginEntry(world);
		expect(seen(entry)).toEqual(['una', 'lorne']);
		send('una', entry);
		expect(seen(entry)).toEqual(['una', 'lorne', 'iona']);
		publish(world, entry, 'iona');
		expect(seen(entry)).toEqual(['una', 'lorne', 'greer', 'iona', 'effie']);
		takeBack('una', entry);
		expect(seen(entry)).toEqual(['una', 'lorne']);
	});

	test.each(['effie', 'greer', 'dara', 'struan'] as const)('of the glen is not changed by %s', (name) => {
		const entry = beginEntry(world);
		for (const tried of [
			() => saveAs(world, name, entry, { title: 'Mine now' }),
			() => send(name, entry),
			() => takeBack(name, entry),
			() =>
				addEntryFile(world.db, world.by(name), { entry, title: 'x', fileName: 'x.txt', bytes: strToU8('x') })
		])
			expect(tried).toThrow('There is nothing at this address');
		expect(findEntryRow(world.db, entry).title).toBe(practiceTexts.title);
	});

	test.each(['una', 'effie', 'eilidh'] as const)(
		'that was sent is not published or returned by %s',
		(name) => {
			const entry = beginEntry(world);
			send('una', entry);
			const { version } = findEntryRow(world.db, entry);
			expect(() => publishEntry(world.db, world.by(name), { entry, version })).toThrow(
				'There is nothing at this address'
			);
			expect(() => giveBack(name, entry)).toThrow('There is nothing at this address');
			expect(state(entry)).toBe('sent');
		}
	);

	test('that an editor wrote or sent is published by another editor', () => {
		const entry = beginEntry(world, 'iona');
		send('iona', entry);
		expect(() => publish(world, entry, 'iona')).toThrow('Another editor publishes it');
		publish(world, entry, 'fergus');
		const colleagues = beginEntry(world, 'iona');
		send('fergus', colleagues);
		expect(() => publish(world, colleagues, 'fergus')).toThrow('Another editor publishes it');
	});

	test('is published only as the editor has read it', () => {
		const entry = beginEntry(world);
		send('una', entry);
		const { version } = findEntryRow(world.db, entry);
		takeBack('una', entry);
		saveAs(world, 'una', entry, { did: 'Something else altogether.' });
		send('una', entry);
		expect(() => publishEntry(world.db, world.by('iona'), { entry, version })).toThrow('not as you read it');
		expect(state(entry)).toBe('sent');
	});

	test('does not change while it is with the editors or published: it is taken back to a draft first', () => {
		const entry = publishNew(world);
		expect(saveAs(world, 'una', entry, { did: 'Other words.' })).toEqual({
			closed: expect.stringContaining('Take it back to a draft')
		});
		takeBack('una', entry);
		expect(state(entry)).toBe('draft');
		expect(saveAs(world, 'una', entry, { did: 'Other words.' })).toHaveProperty('saved');
	});

	test('that was put away is brought back as a draft', () => {
		const entry = beginEntry(world);
		takeBack('una', entry);
		expect(findEntryRow(world.db, entry).withdrawnAt).not.toBeNull();
		expect(() => send('una', entry)).toThrow('Only a draft can be sent');
		restoreEntry(world.db, world.by('una'), { entry });
		expect(findEntryRow(world.db, entry)).toMatchObject({ state: 'draft', withdrawnAt: null });
		restoreEntry(world.db, world.by('una'), { entry });
		expect(world.told().filter(({ verb }) => verb === 'entry-restored')).toHaveLength(1);
	});

	test('that was published can be returned by an editor, and is read by nobody then', () => {
		const entry = publishNew(world);
		giveBack('fergus', entry, 'Somebody can be told from this.');
		expect([state(entry), sees('effie', entry), found('walk')]).toEqual(['returned', false, []]);
	});

	test('loses neither of two texts that were written at once', () => {
		const entry = beginEntry(world);
		expect(saveAs(world, 'una', entry, { did: 'By Una.' }, 1)).toHaveProperty('saved');
		expect(saveAs(world, 'lorne', entry, { did: 'By Lorne.' }, 1)).toMatchObject({
			conflict: { texts: { did: 'By Una.' }, version: 2 }
		});
	});

	test('is not sent while a part that is needed is empty, or it serves nothing', () => {
		const entry = beginEntry(world, 'una', { evidence: ' ', standards: '', others: '', changes: '' });
		expect(() => send('una', entry)).toThrow(
			expect.objectContaining({
				fields: { evidence: expect.stringContaining('How we know'), standards: expect.any(String) }
			}) as Error
		);
	});

	test.each([
		['title', 'Ask ann@glen.example'],
		['did', 'Ring 07700 900123 for more.'],
		['evidence', 'His CHI is 0101011237.'],
		['links', 'Write to ann@glen.example https://glen.example/a']
	])('whose %s may name somebody is kept only once its writer has looked', (field, text) => {
		const texts = { ...practiceTexts, [field]: text };
		const add = (confirmed: string[] = []) =>
			addEntry(world.db, world.by('una'), { kind: 'practice', texts, confirmed });
		const refused = expect.objectContaining({ fields: { [field]: expect.any(String) } }) as Error;
		expect(() => add()).toThrow(refused);
		const entry = beginEntry(world);
		expect(saveAs(world, 'una', entry, { [field]: text })).toHaveProperty('found');
		expect(world.told()).toHaveLength(1);
	});

	test.each([
		['title', ' '],
		['links', 'javascript:alert(1)'],
		['links', 'Leaflet'],
		['others', '8.7 99.9'],
		['did', 'x'.repeat(5001)]
	])('with %s “%.20s” is refused at its field', (field, text) => {
		expect(() => beginEntry(world, 'una', { [field]: text })).toThrow(
			expect.objectContaining({ fields: { [field]: expect.any(String) } }) as Error
		);
	});

	test.each(['greer', 'morag'] as const)('is not begun by %s, who has no role that writes', (name) => {
		expect(() => beginEntry(world, name)).toThrow('There is nothing at this address');
	});

	test('is begun for an organisation that its writer writes for, and for no other', () => {
		const add = () =>
			addEntry(world.db, world.by('una'), { kind: 'practice', texts: practiceTexts, organisation: 'isle' });
		expect(add).toThrow(expect.objectContaining({ fields: { organisation: expect.any(String) } }) as Error);
	});

	test('of a test of change takes values by day, and names each line that it cannot read', () => {
		const entry = beginEntry(
			world,
			'una',
			{ points: '2026-03-09, 12\n2/3/2026 14', target: '10' },
			'test-of-change'
		);
		expect(findEntryRow(world.db, entry)).toMatchObject({
			points: [
				{ day: '2026-03-02', value: 14 },
				{ day: '2026-03-09', value: 12 }
			],
			target: 10
		});
		expect(() => beginEntry(world, 'una', { points: '2026-03-09, 12\nsoon, 4' }, 'test-of-change')).toThrow(
			expect.objectContaining({ fields: { points: expect.stringContaining('Line 2') } }) as Error
		);
	});

	test('is not shared from a review by somebody who does not work on it', () => {
		const asked = { kind: 'test-of-change', texts: practiceTexts, sharedFrom: 'isle-2025/a1/t1' };
		expect(() => addEntry(world.db, world.by('una'), asked)).toThrow('There is nothing at this address');
	});
});

describe('what is searched', () => {
	test('is what is published, and nothing else', () => {
		const entry = beginEntry(world, 'una', { title: 'Otters', did: 'Otters on the burn.' });
		expect(found('otters')).toEqual([]);
		send('una', entry);
		expect(found('otters')).toEqual([]);
		publish(world, entry, 'iona');
		expect(found('otters')).toEqual([entry]);
		takeBack('una', entry);
		expect(found('otters')).toEqual([]);
	});
});

describe('the two worlds', () => {
	test('never show one another what they share', () => {
		const real = publishNew(world, 'una');
		const invented = publishNew(world, 'dara');
		const listed = (name: CommunityName) => listPublished(world.db, world.actor(name)).map(({ id }) => id);
		expect([listed('effie'), listed('dara')]).toEqual([[real], [invented]]);
		expect([sees('effie', invented), sees('dara', real)]).toEqual([false, false]);
	});
});

describe('the list of what serves an element', () => {
	test('holds what is published and serves one of those asked for, newest first', () => {
		const first = publishNew(world, 'una', { title: 'First' }, '2026-03-02T10:00:00.000Z');
		const second = publishNew(world, 'una', { title: 'Second' }, '2026-03-03T10:00:00.000Z');
		beginEntry(world);
		const lines = (elements: string[]) => listEntriesFor(world.db, world.actor('effie'), { elements });
		expect(lines(['8.7', 'T9']).map(({ id }) => id)).toEqual([second, first]);
		expect(lines(['9'])).toEqual([]);
		expect(lines(['8'])[1]).toMatchObject({
			kind: 'practice',
			title: 'First',
			whose: 'The glen',
			geography: 'mostly-rural',
			stage: 3,
			useful: 0,
			contact: true
		});
	});
});

describe('a file of an entry', () => {
	const file = (entry: string, changes: object = {}) =>
		addEntryFile(world.db, world.by('una'), {
			...{ entry, title: 'Card', fileName: 'C:\\card.txt', bytes: strToU8('Shall we walk?') },
			...changes
		});

	test('is added to a draft, taken along by who reads it, and removed', () => {
		const entry = beginEntry(world);
		const id = file(entry);
		expect(listEntryFiles(world.db, entry)).toEqual([{ id, title: 'Card', what: 'TXT, 14 bytes' }]);
		expect(loadEntryFile(world.db, entry, id)).toMatchObject({
			fileName: 'card.txt',
			mediaType: 'text/plain; charset=utf-8',
			bytes: Buffer.from('Shall we walk?')
		});
		expect(() => loadEntryFile(world.db, 'another', id)).toThrow('There is no file');
		removeEntryFile(world.db, world.by('lorne'), { entry, file: id });
		expect(listEntryFiles(world.db, entry)).toEqual([]);
		expect(world.told().map(({ verb }) => verb)).toEqual([
			'entry-added',
			'entry-file-added',
			'entry-file-removed'
		]);
	});

	test('is neither added nor removed once the entry is sent', () => {
		const entry = beginEntry(world);
		const id = file(entry);
		send('una', entry);
		expect(() => file(entry)).toThrow('with the editors');
		expect(() => removeEntryFile(world.db, world.by('una'), { entry, file: id })).toThrow('with the editors');
		expect(listEntryFiles(world.db, entry)).toHaveLength(1);
	});

	test.each([
		['that could run', { bytes: strToU8('<svg onload="x()"/>') }, 'of a kind that is not taken'],
		['that names somebody', { bytes: strToU8('ann@glen.example') }, 'This may name somebody'],
		['without a title', { title: ' ' }, 'Look again'],
		['that is too large', { bytes: new Uint8Array(15_000_001) }, 'larger than 15 MB']
	])('%s is refused', (_, changes, words) => {
		const entry = beginEntry(world);
		expect(() => file(entry, changes)).toThrow(words);
		expect(listEntryFiles(world.db, entry)).toEqual([]);
	});
});

describe('the page of an entry', () => {
	test('offers writers, editors and readers what each may do', () => {
		const entry = beginEntry(world);
		send('una', entry);
		const standing = (name: CommunityName) => loadEntryPage(world.db, world.actor(name), entry).standing;
		expect(standing('una')).toMatchObject({ takeBack: true, publish: false, return: false });
		expect(standing('iona')).toMatchObject({ takeBack: false, publish: true, return: true });
		publish(world, entry, 'iona');
		expect(standing('effie')).toBeNull();
		const page = loadEntryPage(world.db, world.actor('effie'), entry);
		expect(page).toMatchObject({
			whose: 'The glen',
			contact: `/practice/messages/new?about=entry%3A${entry}`,
			useful: { count: 0, mine: false, may: true }
		});
		expect(page.serves.map(({ name, elements }) => [name, elements.map(({ href }) => href)])).toEqual([
			['Standards', ['/standards/3', '/standards/8', '/standards/8#8.7']],
			['Change map', ['/change-map/W2']]
		]);
		expect(loadEntryPage(world.db, world.actor('una'), entry).contact).toBeNull();
	});
});
