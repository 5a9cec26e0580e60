import { beforeEach, describe, expect, test } from 'vitest';
import { operator, type Person } from '../access/actor.ts';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { FormProblem, NamesProblem, Problem } from '../problems.ts';
import { listActions } from '../queries/actions.ts';
import { listOwnReminders } from '../queries/own-reminders.ts';
import { loadActionPage, loadPlanOfAction } from '../queries/plan-of-action.ts';
import { addAction } from './add-action.ts';
import { actionFieldNames, type ActionTexts } from './action-texts.ts';
import { addRecommendation } from './add-recommendation.ts';
import { addTestOfChange } from './add-test-of-change.ts';
import { restoreAction } from './restore-action.ts';
import { saveAction } from './save-action.ts';
import { saveRecommendation } from './save-recommendation.ts';
import { saveTestOfChange } from './save-test-of-change.ts';
import { shareDraft } from './share-draft.ts';
import { withdrawAction } from './withdraw-action.ts';
import { withdrawRecommendation } from './withdraw-recommendation.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const empty = Object.fromEntries(actionFieldNames.map((name) => [name, ''])) as ActionTexts;
const begun: ActionTexts = { ...empty, title: 'Offer advocacy at first contact', status: 'not-started' };
const add = (name: PersonName, texts: Partial<ActionTexts> = {}) =>
	addAction(world.db, world.by(name), { review, ...begun, ...texts });
const save = (name: PersonName, action: string, texts: Partial<ActionTexts>, version = 1) =>
	saveAction(world.db, world.by(name), { review, action, ...begun, ...texts, version });
const recommend = (text = 'Offer advocacy to everybody.') =>
	addRecommendation(world.db, world.by('magnus'), { review, text, element: 'T2', findings: 'advocacy' });
const at = '2026-03-02T10:00:00.000Z';
const plan = () => loadPlanOfAction(world.db, review, { by: null, at });

function faults(ask: () => unknown): Readonly<Record<string, string>> {
	try {
		ask();
	} catch (problem) {
		if (problem instanceof FormProblem) return problem.fields;
		throw problem;
	}
	return {};
}

describe('an improvement action', () => {
	test('answers a recommendation, and stands beneath it in the plan', () => {
		const number = recommend();
		const action = add('magnus', {
			recommendation: String(number),
			owner: 'Service manager',
			due: '2026-02-01'
		});
		const asked = plan().recommendations.find((each) => each.number === number);
		expect(asked?.actions).toMatchObject([
			{ id: action, answers: `Recommendation ${number}`, overdue: true, reminder: '29 days overdue' }
		]);
		expect(plan().reminders.map(({ id }) => id)).toEqual([action]);
	});

	test('is tied to a question, and says what the evidence says of its target now', () => {
		const action = add('magnus', { tied: 'question files A1', target: '75%' });
		const { line } = loadActionPage(world.db, operator, { review, action, at });
		expect(line).toMatchObject({
			target: '75%',
			now: { key: { source: 'files', question: 'A1' }, reached: 'the target is not reached yet' }
		});
		expect(line?.now?.says).toMatch(/^2 of 4/);
	});

	test.each([
		[{ title: ' ' }, 'title'],
		[{ status: 'done' }, 'status'],
		[{ due: '31/3/2026' }, 'due'],
		[{ tied: 'question files A1', target: '120%' }, 'target'],
		[{ target: 'most' }, 'target'],
		[{ tied: 'question files nowhere' }, 'tied'],
		[{ recommendation: '99' }, 'recommendation'],
		[{ element: 'nothing' }, 'element'],
		[{ status: 'completed' }, 'evidence'],
		[{ text: 'a'.repeat(5_001) }, 'text']
	])('is refused with %o, and the fault stands at its field', (texts, field) => {
		expect(Object.keys(faults(() => add('magnus', texts)))).toEqual([field]);
		expect(listActions(world.db, review)).toEqual([]);
	});

	test('is not kept while its words may name somebody', () => {
		expect(() => add('magnus', { owner: 'ann.reid@example.org' })).toThrow(NamesProblem);
		expect(listActions(world.db, review)).toEqual([]);
	});

	test('goes on after the review is issued, by the partnership that was reviewed too, but not by who only reads', () => {
		const action = add('magnus');
		expect(() => add('effie')).toThrow(Problem);
		shareDraft(world.db, world.by('ailsa'), { review });
		world.db.$client.prepare('update reviews set issued_at = ? where id = ?').run(at, review);
		expect(save('effie', action, { status: 'in-progress', owner: 'Team leader' })).toMatchObject({
			saved: { version: 2 }
		});
		for (const name of ['morag', 'callum', 'rona', 'struan'] as const)
			expect(() => save(name, action, { status: 'stopped' }, 2), name).toThrow(Problem);
		expect(faultsOfRecommendation()).toBe('not-found');
	});

	test('shows both texts to two people who write at once', () => {
		const action = add('magnus');
		save('ailsa', action, { owner: 'Team A' });
		expect(save('magnus', action, { owner: 'Team B' })).toMatchObject({
			conflict: { version: 2, texts: { owner: 'Team A' } }
		});
	});

	test('reminds the person who was chosen for it on their first page, until it is done', () => {
		const action = add('ailsa', { person: 'magnus', due: '2026-03-04' });
		const magnus = world.actor('magnus') as Person;
		expect(listOwnReminders(world.db, magnus, at)).toEqual([
			{
				words: 'Offer advocacy at first contact: due in 2 days',
				href: `/reviews/${review}/plan-of-action/${action}`
			}
		]);
		save('ailsa', action, { person: 'magnus', due: '2026-03-04', status: 'stopped' });
		expect(listOwnReminders(world.db, magnus, at)).toEqual([]);
	});

	test('is withdrawn and comes back with all its tests of change', () => {
		const action = add('magnus');
		const texts = { plan: 'Try it with one team.', do: '', study: '', act: '', from: '', to: '' };
		const tried = addTestOfChange(world.db, world.by('magnus'), { review, action, ...texts });
		const studied = { ...texts, do: 'Done.', study: 'Less often than hoped.', act: 'Change the form.' };
		saveTestOfChange(world.db, world.by('magnus'), { review, action, test: tried, ...studied, version: 1 });
		withdrawAction(world.db, world.by('magnus'), { review, action });
		expect(listActions(world.db, review)).toEqual([]);
		expect(save('magnus', action, { owner: 'Team' }, 2)).toHaveProperty('closed');
		restoreAction(world.db, world.by('magnus'), { review, action });
		expect(listActions(world.db, review)[0]?.tests).toMatchObject([{ id: tried, act: 'Change the form.' }]);
		expect(world.told().map(({ verb }) => verb)).toEqual([
			'action-added',
			'test-of-change-added',
			'test-of-change-saved',
			'action-withdrawn',
			'action-restored'
		]);
	});

	function faultsOfRecommendation(): string {
		try {
			recommend();
		} catch (problem) {
			return (problem as Problem).code;
		}
		return '';
	}
});

describe('a recommendation', () => {
	test('has a number that is never used again', () => {
		const first = recommend();
		withdrawRecommendation(world.db, world.by('magnus'), { review, number: String(first) });
		expect(recommend()).toBe(first + 1);
		expect(plan().recommendations.map(({ number }) => number)).not.toContain(first);
		expect(plan().withdrawn.recommendations.map(({ id }) => id)).toEqual([String(first)]);
	});

	test('belongs to a theme of the review and answers findings that are there', () => {
		const asked = { review, text: 'Do it.', element: '8.7', findings: '' };
		expect(faults(() => addRecommendation(world.db, world.by('magnus'), asked))).toHaveProperty('element');
		const number = recommend();
		const by = world.by('ailsa');
		saveRecommendation(world.db, by, {
			review,
			number: String(number),
			text: 'Offer it.',
			element: 'T2',
			findings: 'advocacy gone',
			version: 1
		});
		expect(world.told().at(-1)).toMatchObject({ verb: 'recommendation-saved', after: 'Offer it.' });
	});
});
