import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { judgements } from '../db/schema/conclusions.ts';
import { readiness } from '../db/schema/judging.ts';
import { listEvaluations } from '../queries/conclusions.ts';
import { findAgreed, findJudged, listOwn, listSetAside, seenMark } from '../queries/judging.ts';
import { listOwnSeen } from '../queries/judging-sight.ts';
import { loadJudgingPanel } from '../queries/judging-panel.ts';
import { listToLookAgain } from '../queries/look-again.ts';
import { agreeJudgement } from './agree-judgement.ts';
import { choosePerspective } from './choose-perspective.ts';
import { giveDuty } from './give-duty.ts';
import { giveOwnJudgement } from './give-own-judgement.ts';
import { lookAgain } from './look-again.ts';
import { saveFinding } from './save-finding.ts';
import { setIndependence } from './set-independence.ts';
import { setJudgementAside } from './set-judgement-aside.ts';
import { withdrawFinding } from './withdraw-finding.ts';
import { withdrawReview } from './withdraw-review.ts';

let world: ReviewWorld;
const theme = 'T2';

const give = (
	name: PersonName,
	step: string,
	{
		element = theme,
		version = 0,
		reason = `As ${name} sees it.`,
		...more
	}: object & Record<string, unknown> = {}
) => giveOwnJudgement(world.db, world.by(name), { review, element, step, reason, version, ...more } as never);
const mark = (element = theme, round = 1) => seenMark(listOwn(world.db, review, element, round));
const agree = (name: PersonName, step: string, more: object = {}) =>
	agreeJudgement(world.db, world.by(name, '2026-03-02T12:00:00.000Z'), {
		review,
		element: theme,
		step,
		reason: 'We weighed the findings together.',
		seen: mark(),
		...more
	});
const setAside = (name: PersonName, why = 'The files were read again.', element = theme) =>
	setJudgementAside(world.db, world.by(name), { review, element, why });
const seen = (name: PersonName, code = theme) =>
	listOwnSeen(world.db, world.actor(name), review, findJudged(world.db, review, code))?.map(
		({ name: of, step }) => `${of} ${step}`
	) ?? null;
const agreed = (code = theme) => findAgreed(world.db, review, findJudged(world.db, review, code));

describe('in a thematic review', () => {
	beforeEach(() => {
		world = reviewWorld();
		giveDuty(world.db, world.by('ailsa'), { review, person: 'ailsa', duty: 'judge' });
		giveDuty(world.db, world.by('ailsa'), { review, person: 'iain', duty: 'judge' });
	});

	describe('an own evaluation', () => {
		test('needs a step and a reason, which nothing fills in', () => {
			expect(() => give('magnus', '', { reason: '  ' })).toThrowError(
				expect.objectContaining({
					fields: { step: 'Choose an evaluation.', reason: 'Write why: a judgement needs its reason.' }
				})
			);
			for (const step of ['0', '7', '3.5', 'good']) expect(() => give('magnus', step)).toThrow('Look again');
			expect(seen('magnus')).toBeNull();
			give('magnus', '3');
			expect(seen('magnus')).toEqual(['Magnus 3']);
		});

		test('needs at least one finding on the theme', () => {
			expect(() => give('magnus', '3', { element: 'T5' })).toThrow('at least one finding');
			withdrawFinding(world.db, world.by('ailsa'), { review, finding: 'advocacy' });
			expect(() => give('magnus', '3')).toThrow('at least one finding');
		});

		test('names nobody, unless its writer says so', () => {
			const reason = 'Told by ann@isle.example.';
			expect(() => give('magnus', '3', { reason })).toThrow('This may name somebody');
			give('magnus', '3', { reason, confirmed: ['ann@isle.example'] });
			expect(seen('magnus')).toEqual(['Magnus 3']);
		});

		test('can be changed until one is agreed, from the version that it was written over', () => {
			give('magnus', '3');
			expect(() => give('magnus', '4')).toThrow('changed from another window');
			expect(give('magnus', '4', { version: 1 })).toMatchObject({ saved: { version: 2 } });
			expect(give('magnus', '4', { version: 0 })).toMatchObject({ saved: { version: 2 } });
			expect(world.told().filter(({ verb }) => verb === 'own-judgement-given')).toHaveLength(2);
		});

		test.each(['rona', 'callum', 'effie', 'morag', 'struan'] as const)('is not asked of %s', (name) => {
			expect(() => give(name, '3')).toThrow('There is nothing at this address');
		});

		test('is given to no theme that there is not', () => {
			expect(() => give('magnus', '3', { element: 'T99' })).toThrow('There is no theme “T99”');
			expect(() => give('magnus', '3', { element: '1.1' })).toThrow('There is no theme');
		});

		test('is not given to a review that is closed', () => {
			withdrawReview(world.db, world.by('ailsa'), { review, reason: 'Begun twice.' });
			expect(() => give('ailsa', '3')).toThrow('withdrawn');
		});
	});

	describe('what others judged', () => {
		test('is seen by no judge who has not judged the theme, and by nobody who does not judge', () => {
			give('ailsa', '3');
			give('iain', '5');
			expect(seen('ailsa')).toEqual(['Ailsa 3', 'Iain 5']);
			for (const name of ['magnus', 'rona', 'callum', 'effie', 'morag', 'struan'] as const)
				expect(seen(name)).toBeNull();
			give('magnus', '4');
			expect(seen('magnus')).toEqual(['Ailsa 3', 'Iain 5', 'Magnus 4']);
		});

		test('stays hidden on one theme from who has judged another', () => {
			saveElement('T4');
			give('ailsa', '3', { element: 'T4' });
			give('magnus', '4');
			expect(seen('magnus', 'T4')).toBeNull();
		});

		test('stays hidden while the review is withdrawn, since it can be brought back', () => {
			give('iain', '5');
			withdrawReview(world.db, world.by('ailsa'), { review, reason: 'Begun twice.' });
			expect(seen('ailsa')).toBeNull();
		});

		test('is nowhere in the trail: neither the step, nor a word of the reason', () => {
			give('iain', '5', { reason: 'Strong advocacy outweighs the rest.' });
			const told = world.told().at(-1)!;
			expect(told).toMatchObject({ verb: 'own-judgement-given', before: null, after: null, reason: null });
			expect(told.facts).toEqual({ version: 1, round: 1 });
		});
	});

	describe('an agreed evaluation', () => {
		beforeEach(() => {
			give('ailsa', '3');
			give('iain', '5');
		});

		test('waits for every judge of the team', () => {
			expect(() => agree('ailsa', '4')).toThrow('Magnus has not judged yet');
			expect(agreed()).toBeNull();
			give('magnus', '4');
			agree('ailsa', '4');
			expect(agreed()).toMatchObject({
				step: 4,
				reason: 'We weighed the findings together.',
				by: 'Ailsa',
				at: '2026-03-02T12:00:00.000Z',
				way: 'moderation'
			});
			expect(listEvaluations(world.db, review)).toMatchObject([{ element: theme, step: 4 }]);
		});

		test('keeps the own ones as they were', () => {
			give('magnus', '4');
			agree('ailsa', '4');
			expect(listOwn(world.db, review, theme, 1).map(({ name, step }) => `${name} ${step}`)).toEqual([
				'Ailsa 3',
				'Iain 5',
				'Magnus 4'
			]);
			expect(() => give('magnus', '6', { version: 1 })).toThrow('this was agreed at');
		});

		test('needs its own step and reason, whatever all the others gave', () => {
			give('magnus', '4');
			expect(() => agree('ailsa', '', { reason: '' })).toThrow('Look again');
			expect(agreed()).toBeNull();
		});

		test('is made by nobody who has not judged alone', () => {
			giveDuty(world.db, world.by('ailsa'), { review, person: 'callum', duty: 'judge' });
			expect(() => agree('callum', '4')).toThrow('Give your own judgement first');
			expect(() => agree('morag', '4')).toThrow('There is nothing at this address');
		});

		test('is not made over a judgement that came or changed meanwhile', () => {
			const looked = mark();
			give('magnus', '4');
			expect(() => agree('ailsa', '4', { seen: looked })).toThrow('while you were writing');
			const again = mark();
			give('magnus', '2', { version: 1 });
			expect(() => agree('ailsa', '4', { seen: again })).toThrow('while you were writing');
			agree('ailsa', '3');
			expect(() => agree('magnus', '4')).toThrow('this was agreed at');
			expect(agreed()).toMatchObject({ step: 3, by: 'Ailsa' });
		});

		test('is told in the trail with its step and reason', () => {
			give('magnus', '4');
			agree('ailsa', '4');
			expect(world.told().at(-1)).toMatchObject({
				verb: 'judgement-agreed',
				subject: theme,
				facts: { step: 4, round: 1, judges: 3 },
				after: 'We weighed the findings together.'
			});
		});
	});

	describe('an evaluation that is set aside', () => {
		beforeEach(() => {
			give('ailsa', '3');
			give('iain', '5');
			give('magnus', '4');
			agree('ailsa', '4');
			setAside('ailsa');
		});

		test('is in no report any more, and stays to be read with what it was made of', () => {
			expect(listEvaluations(world.db, review)).toEqual([]);
			expect(agreed()).toBeNull();
			expect(listSetAside(world.db, review, theme)).toMatchObject([
				{ round: 1, step: 4, agreedBy: 'ailsa', why: 'The files were read again.', changedBy: 'ailsa' }
			]);
			expect(listOwn(world.db, review, theme, 1)).toHaveLength(3);
		});

		test('is judged from the beginning, by each alone', () => {
			expect(seen('magnus')).toBeNull();
			give('iain', '4');
			expect(seen('magnus')).toBeNull();
			give('magnus', '3');
			give('ailsa', '3');
			agree('iain', '3', { seen: mark(theme, 2) });
			expect(agreed()).toMatchObject({ step: 3, by: 'Iain' });
			expect(world.db.select().from(judgements).all()).toMatchObject([{ round: 2, version: 3 }]);
		});

		test('is not set aside twice, nor without a why', () => {
			expect(() => setAside('ailsa')).toThrow('no agreed judgement is in force');
			give('ailsa', '3');
			give('iain', '5');
			give('magnus', '4');
			agree('ailsa', '4', { seen: mark(theme, 2) });
			expect(() => setAside('ailsa', ' ')).toThrow('Look again');
			expect(() => setAside('callum')).toThrow('There is nothing at this address');
		});
	});

	describe('a judgement whose evidence changed', () => {
		beforeEach(() => {
			give('ailsa', '3');
			give('iain', '5');
			give('magnus', '4');
			agree('ailsa', '4');
		});

		test('is to be looked at again, with what changed, until somebody says that it stays', () => {
			expect(listToLookAgain(world.db, review)).toEqual([]);
			heavier();
			expect(listToLookAgain(world.db, review)).toMatchObject([
				{
					element: theme,
					words: [expect.stringMatching(/ordinary weight and is a strength of critical weight now/)]
				}
			]);
			lookAgain(world.db, world.by('magnus'), { review, element: theme, own: false });
			expect(listToLookAgain(world.db, review)).toEqual([]);
			expect(agreed()).toMatchObject({ step: 4, by: 'Ailsa', at: '2026-03-02T12:00:00.000Z' });
			expect(world.told().at(-1)).toMatchObject({ verb: 'judgement-looked-at-again', person: 'magnus' });
		});

		test('is not marked while it is set aside', () => {
			heavier();
			setAside('ailsa');
			expect(listToLookAgain(world.db, review)).toEqual([]);
		});

		test('is said to stay by nobody who does not agree judgements', () => {
			expect(() => lookAgain(world.db, world.by('callum'), { review, element: theme, own: false })).toThrow();
			expect(() => lookAgain(world.db, world.by('magnus'), { review, element: 'T4', own: true })).toThrow();
		});
	});

	test('nobody is asked for a perspective, and all judge alone whatever is said', () => {
		expect(() => choosePerspective(world.db, world.by('ailsa'), { review, perspective: 'worker' })).toThrow();
		expect(() => setIndependence(world.db, world.by('ailsa'), { review, independent: false })).toThrow();
		expect(world.told().filter(({ verb }) => verb === 'perspective-chosen')).toEqual([]);
	});
});

describe('in a self-evaluation', () => {
	const component = '1.1';
	beforeEach(() => {
		world = reviewWorld('self-evaluation');
		setIndependence(world.db, world.by('effie'), { review, independent: true });
	});
	const giveStage = (name: PersonName, step: string, perspective = 'worker', more: object = {}) =>
		give(name, step, { element: component, perspective, ...more });

	test('contributors judge alone only where the lead asks for it', () => {
		setIndependence(world.db, world.by('effie'), { review, independent: false });
		expect(() => giveStage('effie', '2')).toThrow('nobody is asked to judge alone');
		expect(() => setIndependence(world.db, world.by('morag'), { review, independent: true })).toThrow();
		expect(world.told().filter(({ verb }) => verb === 'independence-changed')).toHaveLength(2);
	});

	test('each says once from where they see the work, and needs no finding', () => {
		expect(() => give('effie', '2', { element: component })).toThrow('Look again');
		giveStage('effie', '2', 'senior-decision-maker', { howDoWeKnow: '3' });
		give('effie', '1', { element: '1.2' });
		expect(listOwn(world.db, review, '1.2', 1)).toMatchObject([
			{ step: 1, perspective: 'senior-decision-maker', howDoWeKnow: null }
		]);
		expect(listOwn(world.db, review, component, 1)).toMatchObject([{ step: 2, howDoWeKnow: 3 }]);
		expect(world.told().filter(({ verb }) => verb === 'perspective-chosen')).toHaveLength(1);
	});

	test('an agreed stage is the readiness of the component, with what else is known of it', () => {
		world.db
			.insert(readiness)
			.values({
				reviewId: review,
				element: component,
				howWell: 1,
				statement: 'Minutes of the board.',
				howDoWeKnow: 2,
				changedBy: 'effie',
				changedAt: '2026-03-02T09:00:00.000Z'
			})
			.run();
		giveStage('effie', '2');
		agree('effie', '3', { element: component, seen: mark(component) });
		const row = world.db.select().from(readiness).where(eq(readiness.element, component)).get();
		expect(row).toMatchObject({
			howWell: 3,
			words: 'We weighed the findings together.',
			howDoWeKnow: 2,
			statement: 'Minutes of the board.',
			agreed: 'moderation',
			version: 2
		});
		expect(row!.basis).not.toBeNull();
		expect(listToLookAgain(world.db, review)).toEqual([]);
		setAside('effie', 'Workers see it otherwise.', component);
		expect(agreed(component)).toBeNull();
		giveStage('effie', '2');
		expect(listOwn(world.db, review, component, 2)).toHaveLength(1);
	});

	test('a stage that was agreed elsewhere is said to come with the review, and to be of nobody here', () => {
		const authorship = { changedBy: 'effie', changedAt: '2026-03-02T09:00:00.000Z' };
		world.db
			.insert(readiness)
			.values({ reviewId: review, element: component, howWell: 1, agreed: 'moderation', ...authorship })
			.run();
		const panel = loadJudgingPanel(world.db, world.actor('effie'), review, component);
		expect(panel.agreed).toMatchObject({ way: 'published', by: null });
	});

	test('an own stage is seen by nobody who only looks, until one is agreed', () => {
		giveStage('effie', '2');
		expect(seen('effie', component)).toEqual(['Effie 2']);
		expect(seen('morag', component)).toBeNull();
		expect(agreed(component)).toBeNull();
	});
});

/** Puts a finding on another theme. */
function saveElement(element: string) {
	world.db.$client.prepare('update findings set elements = ?').run(JSON.stringify([element]));
}

function heavier() {
	saveFinding(world.db, world.by('ailsa'), {
		review,
		finding: 'advocacy',
		heading: 'Advocacy',
		text: 'Half of the files show that advocacy was offered (2 of 4).',
		weight: 'critical',
		reason: 'It decides.',
		version: 1
	} as never);
}
