import { expect, test } from 'vitest';
import { beginEntry, practiceWorld, publishNew } from '../../../../tests/support/practice-world.ts';
import type { Person } from '../access/actor.ts';
import { closeTopic } from '../commands/close-topic.ts';
import { openTopic } from '../commands/open-topic.ts';
import { loadOwnCommunity } from './own-community.ts';

const world = practiceWorld();
const communityOf = (name: 'una' | 'effie' | 'greer' | 'dara') =>
	loadOwnCommunity(world.db, world.actor(name) as Person)!;
const titles = (lines: readonly { title: string }[]) => lines.map(({ title }) => title);

test('members find at the start the newest of what other organisations of their world published', () => {
	expect(communityOf('effie')).toMatchObject({ shared: [], asked: [] });
	for (const [day, title] of ['Walks', 'Kites', 'Boats', 'Letters'].entries())
		publishNew(world, 'una', { title }, `2026-03-0${day + 3}T09:00:00.000Z`);
	beginEntry(world, 'una', { title: 'A draft' });
	publishNew(world, 'dara', { title: 'In the glade' });
	expect(titles(communityOf('effie').shared)).toEqual(['Letters', 'Boats', 'Kites']);
	expect(communityOf('effie').shared[0]!.about).toBe('Practice · The glen');
	expect(titles(communityOf('una').shared)).toEqual([]);
	expect(titles(communityOf('dara').shared)).toEqual([]);
});

test('members find the questions that are open at the start, and no closed ones', () => {
	const ask = (title: string) =>
		openTopic(world.db, world.by('una'), {
			...{ title, text: 'Ours takes eleven weeks.', elements: '8.2', organisation: '' }
		});
	const [open, closed] = [ask('Who is quicker?'), ask('Who was quicker?')];
	closeTopic(world.db, world.by('una'), { topic: closed, summary: 'Two were.' });
	expect(communityOf('effie').asked).toEqual([
		{ title: 'Who is quicker?', href: `/practice/topics/${open}`, about: 'The glen · no answer yet' }
	]);
});

test('only who writes in the name of an organisation is offered to share something', () => {
	expect(communityOf('una').shares).toBe(true);
	expect(communityOf('greer').shares).toBe(false);
});
