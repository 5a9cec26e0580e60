import { describe, expect, test } from 'vitest';
import { reviewWorld } from '../../../../tests/support/review-world.ts';
import { topics } from '../db/schema/community.ts';
import { memberships } from '../db/schema/memberships.ts';
import { people } from '../db/schema/people.ts';
import { NamesProblem, Problem } from '../problems.ts';
import { findActor } from '../queries/actors.ts';
import { findTopics, listOwnWithdrawn, listTopics, loadTopic } from '../queries/topics.ts';
import { eq } from 'drizzle-orm';
import { closeTopic } from './close-topic.ts';
import { markUseful } from './mark-useful.ts';
import { openTopic } from './open-topic.ts';
import { restoreTopic } from './restore-topic.ts';
import { withdrawTopic } from './withdraw-topic.ts';
import { writeRemark } from './write-remark.ts';

const asked = {
	title: 'Who has shortened the way to a budget?',
	text: 'Ours takes eleven weeks from the first conversation.',
	elements: '8.2 w4',
	organisation: ''
};
const later = '2026-03-03T10:00:00.000Z';

function opened() {
	const world = reviewWorld('self-evaluation');
	return { ...world, topic: openTopic(world.db, world.by('effie'), asked) };
}

describe('a hot topic', () => {
	test('is opened in the name of one’s organisation, about elements, and read by all members', () => {
		const { db, actor, topic, told } = opened();
		expect(topic).toMatch(/^who-has-shortened-the-way-to-a-budget-[0-9a-f]{6}$/);
		for (const name of ['effie', 'struan', 'iain', 'morag'] as const)
			expect(listTopics(db, actor(name)).map(({ id }) => id)).toEqual([topic]);
		const page = loadTopic(db, actor('struan'), topic);
		expect(page.about.map(({ code }) => code)).toEqual(['8.2', 'W4']);
		expect(page.mayClose).toBe(false);
		expect(told().at(-1)).toMatchObject({ verb: 'topic-opened', subject: topic });
	});

	test('is answered, closed with a summary by its opener alone or an editor, and then takes no more answers', () => {
		const { db, actor, by, topic, told } = opened();
		writeRemark(db, by('struan'), { about: `topic:${topic}`, text: 'We let team leaders decide.' });
		const summary = 'Two let team leaders decide up to an amount.';
		expect(() => closeTopic(db, by('struan'), { topic, summary })).toThrow(Problem);
		expect(() => closeTopic(db, by('effie'), { topic, summary: ' ' })).toThrow(/Look again/);
		closeTopic(db, by('effie', later), { topic, summary });
		expect(loadTopic(db, actor('iain'), topic)).toMatchObject({ summary, closedAt: later });
		expect(loadTopic(db, actor('iain'), topic).answers).toHaveLength(1);
		expect(() =>
			writeRemark(db, by('iain'), { about: `topic:${topic}`, text: 'We wrote it down first.' })
		).toThrow(/closed/);
		expect(() => closeTopic(db, by('effie'), { topic, summary })).toThrow(/closed already/);
		expect(told().at(-1)).toMatchObject({ verb: 'topic-closed', after: summary });
	});

	test('is closed and withdrawn by an editor too, who did not open it', () => {
		const { db, topic } = opened();
		const authorship = { changedBy: 'operator', changedAt: later };
		db.insert(memberships)
			.values({
				...{ id: 'edits', personId: 'iain', organisationId: 'north', role: 'editor', standing: 'confirmed' },
				...authorship
			})
			.run();
		const editor = { actor: findActor(db, 'iain')!, at: later };
		closeTopic(db, editor, { topic, summary: 'Nobody has, so far.' });
		withdrawTopic(db, editor, { topic });
		expect(listTopics(db, findActor(db, 'struan')!)).toEqual([]);
		restoreTopic(db, editor, { topic });
		expect(listTopics(db, findActor(db, 'struan')!)).toMatchObject([{ closedAt: later }]);
	});

	test('is found useful by others, and not by the organisation that asks it', () => {
		const { db, actor, by, topic } = opened();
		const about = `topic:${topic}`;
		expect(() => markUseful(db, by('effie'), { about })).toThrow(
			'Your own organisation asks this. Others say whether it is useful to them.'
		);
		expect(loadTopic(db, actor('effie'), topic).useful).toEqual({ count: 0, mine: false, may: false });
		markUseful(db, by('struan'), { about });
		expect(loadTopic(db, actor('struan'), topic).useful).toEqual({ count: 1, mine: true, may: true });
		withdrawTopic(db, by('effie'), { topic });
		expect(loadTopic(db, actor('struan'), topic).useful.may).toBe(false);
	});

	test('is found by the words of its question and of its summary, and not once it is withdrawn', () => {
		const { db, actor, by, topic } = opened();
		const finds = (words: string) => findTopics(db, actor('struan'), words).map(({ id }) => id);
		expect(finds('weeks budget')).toEqual([topic]);
		expect(finds('panels')).toEqual([]);
		closeTopic(db, by('effie'), { topic, summary: 'Panels were left out.' });
		expect(finds('panels')).toEqual([topic]);
		withdrawTopic(db, by('effie'), { topic });
		expect(finds('panels')).toEqual([]);
		expect(listTopics(db, actor('struan'))).toEqual([]);
		expect(listOwnWithdrawn(db, actor('effie'))).toHaveLength(1);
		expect(listOwnWithdrawn(db, actor('struan'))).toEqual([]);
		restoreTopic(db, by('effie'), { topic });
		expect(finds('panels')).toEqual([topic]);
	});

	test('keeps nothing that may name somebody until its writer has looked', () => {
		const { db, by } = opened();
		const naming = { ...asked, text: 'Write to a.reid@example.org about it.' };
		expect(() => openTopic(db, by('effie'), naming)).toThrow(NamesProblem);
		expect(db.select().from(topics).all()).toHaveLength(1);
		expect(openTopic(db, by('effie'), { ...naming, confirmed: ['a.reid@example.org'] })).not.toBe('');
	});

	test('needs a question, words, elements that there are, and an organisation of one’s own', () => {
		const { db, by } = opened();
		const faultsOf = (changed: Partial<typeof asked>) => {
			try {
				openTopic(db, by('effie'), { ...asked, ...changed });
				return [];
			} catch (problem) {
				return Object.keys((problem as { fields?: object }).fields ?? {});
			}
		};
		expect(faultsOf({ title: '' })).toEqual(['title']);
		expect(faultsOf({ text: 'a'.repeat(5_001) })).toEqual(['text']);
		expect(faultsOf({ elements: '8.99' })).toEqual(['others']);
		expect(faultsOf({ organisation: 'north' })).toEqual(['organisation']);
	});

	test('of the example world is nowhere in the real one, nor the other way round', () => {
		const { db, actor, topic } = opened();
		db.update(people).set({ demo: true }).where(eq(people.id, 'struan')).run();
		const invented = findActor(db, 'struan')!;
		expect(listTopics(db, invented)).toEqual([]);
		expect(findTopics(db, invented, 'budget')).toEqual([]);
		db.update(topics).set({ example: true }).where(eq(topics.id, topic)).run();
		expect(listTopics(db, invented).map(({ id }) => id)).toEqual([topic]);
		expect(listTopics(db, actor('effie'))).toEqual([]);
	});
});
