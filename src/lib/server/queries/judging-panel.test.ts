import { beforeEach, describe, expect, test } from 'vitest';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { agreeJudgement } from '../commands/agree-judgement.ts';
import { giveDuty } from '../commands/give-duty.ts';
import { giveOwnJudgement } from '../commands/give-own-judgement.ts';
import { setJudgementAside } from '../commands/set-judgement-aside.ts';
import { loadJudgingPanel } from './judging-panel.ts';
import { listOwn, seenMark } from './judging.ts';
import { loadModeration } from './moderation.ts';
import { loadHistoryCsv, loadHistoryPage } from './trail-pages.ts';

let world: ReviewWorld;
const element = 'T2';
const words = 'Advocacy outweighs everything else here.';

beforeEach(() => {
	world = reviewWorld();
	for (const person of ['ailsa', 'iain'] as const)
		giveDuty(world.db, world.by('ailsa'), { review, person, duty: 'judge' });
});

const panel = (name: PersonName) => loadJudgingPanel(world.db, world.actor(name), review, element);
const moderation = (name: PersonName) => loadModeration(world.db, world.actor(name), review);
const give = (name: PersonName, step: string, version = 0, reason = words) =>
	giveOwnJudgement(world.db, world.by(name), { review, element, step, reason, version });
const agree = (name: PersonName, round = 1) =>
	agreeJudgement(world.db, world.by(name), {
		...{ review, element, step: '4', reason: 'Agreed.' },
		seen: seenMark(listOwn(world.db, review, element, round))
	});

describe('a judge who has not judged', () => {
	test('is given the very same by the panel and the moderation, whether or not others have judged', () => {
		const before = [panel('magnus'), moderation('magnus')];
		give('ailsa', '5');
		give('iain', '2');
		expect([panel('magnus'), moderation('magnus')]).toEqual(before);
		expect(JSON.stringify(before)).not.toContain('Iain');
	});

	test('is given the very same though others change theirs', () => {
		give('iain', '2');
		const before = [panel('magnus'), moderation('magnus')];
		give('iain', '6', 1);
		expect([panel('magnus'), moderation('magnus')]).toEqual(before);
	});

	test('reads the very same history, whether or not others have judged', () => {
		const asked = new URLSearchParams();
		const read = () => [
			loadHistoryPage(world.db, world.actor('magnus'), review, asked),
			loadHistoryCsv(world.db, world.actor('magnus'), review, asked)
		];
		const before = read();
		give('iain', '2');
		expect(read()).toEqual(before);
		give('magnus', '3');
		expect(JSON.stringify(read())).toContain('judged theme 2');
		expect(JSON.stringify(read())).not.toContain(words);
	});

	test('is blind again in the next round, and reads what was agreed before', () => {
		for (const name of ['ailsa', 'iain', 'magnus'] as const) give(name, '4');
		agree('ailsa');
		setJudgementAside(world.db, world.by('ailsa'), { review, element, why: 'New files came.' });
		const before = panel('magnus');
		give('iain', '1', 0, 'Everything is different now.');
		expect(panel('magnus')).toEqual(before);
		expect(before).toMatchObject({ own: null, spread: null, mayGive: true, seen: '', awaited: [] });
		expect(before.earlier).toMatchObject([
			{ round: 1, step: { step: 4 }, setAside: { why: 'New files came.' } }
		]);
		expect(before.earlier[0]!.given).toHaveLength(3);
	});
});

describe('the agreement of judges', () => {
	test('counts for each judge only the themes that they may see', () => {
		give('ailsa', '5');
		give('iain', '2');
		expect(moderation('magnus').agreement).toBeNull();
		expect(moderation('ailsa').agreement).toMatchObject({ judges: 2, pairs: 1, far: 1 });
	});
});

describe('who does not judge', () => {
	test.each(['callum', 'morag', 'effie'] as const)(
		'%s sees the agreed one, and never the own ones',
		(name) => {
			for (const judge of ['ailsa', 'iain', 'magnus'] as const) give(judge, '4');
			expect(panel(name)).toMatchObject({ agreed: null, spread: null, own: null, mayGive: false });
			agree('ailsa');
			expect(panel(name)).toMatchObject({ agreed: { step: { step: 4 } }, spread: null, earlier: [] });
			expect(JSON.stringify(panel(name))).not.toContain(words);
		}
	);
});

describe('who judged', () => {
	test('sees who is waited for, and may agree once nobody is', () => {
		give('ailsa', '4');
		give('iain', '5');
		expect(panel('ailsa')).toMatchObject({ awaited: ['Magnus'], mayAgree: false });
		give('magnus', '4');
		expect(panel('ailsa')).toMatchObject({ awaited: [], mayAgree: true });
		expect(panel('ailsa').spread!.given.map(({ initials, you }) => [initials, you])).toEqual([
			['A', true],
			['I', false],
			['M', false]
		]);
	});

	test('has nothing chosen for them, nor suggested, by what others gave', () => {
		for (const judge of ['ailsa', 'iain', 'magnus'] as const) give(judge, '4');
		const { agreed, steps } = panel('ailsa');
		expect(agreed).toBeNull();
		expect(steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6]);
	});
});
