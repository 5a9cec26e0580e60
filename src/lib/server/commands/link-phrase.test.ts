import { beforeEach, describe, expect, test } from 'vitest';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { checkQuantities } from '#lib/judgement/check-quantities.ts';
import { tieMeasures } from '#lib/judgement/phrase-ties.ts';
import { FormProblem, Problem } from '../problems.ts';
import { loadTextCheck } from '../queries/measures-to-check.ts';
import { listPhraseLinks } from '../queries/phrase-links.ts';
import { loadTiedPhrases } from '../queries/tied-phrases.ts';
import { linkPhrase, type LinkPhraseAsked } from './link-phrase.ts';
import { saveFinding } from './save-finding.ts';
import { unlinkPhrase } from './unlink-phrase.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const text = 'finding:advocacy';
const words = 'Most files show that advocacy was offered.';
const write = (name: PersonName, version: number, written: string) =>
	saveFinding(world.db, world.by(name), {
		review,
		finding: 'advocacy',
		version,
		heading: 'Advocacy',
		text: written,
		weight: 'ordinary',
		reason: ''
	});
const link = (name: PersonName, changes: Partial<LinkPhraseAsked> = {}) =>
	linkPhrase(world.db, world.by(name), {
		review,
		text,
		phrase: 'Most',
		nth: 0,
		measure: 'files/A1',
		...changes
	});
const checked = (written: string) => {
	const check = loadTextCheck(world.db, review, text);
	return checkQuantities(written, tieMeasures(check.measures, written, check.links), check.scale).map(
		({ phrase, verdict, measure, stale }) => ({ phrase, verdict, measure, stale })
	);
};

describe('a phrase that is linked to a measure', () => {
	test('is checked by it, and the trail tells of it', () => {
		write('ailsa', 1, words);
		expect(checked(words)).toMatchObject([{ phrase: 'Most', verdict: 'unlinked' }]);
		expect(link('magnus')).toEqual([
			{ phrase: 'Most', nth: 0, measure: 'files/A1', said: { positive: 2, base: 4 } }
		]);
		expect(checked(words)).toMatchObject([{ phrase: 'Most', verdict: 'wrong', measure: 'files/A1' }]);
		expect(world.told().at(-1)).toMatchObject({
			verb: 'phrase-linked',
			subject: text,
			facts: { phrase: 'Most', source: 'files' }
		});
	});

	test('keeps its measure when the right term is put in its place, and when words are added before it', () => {
		write('ailsa', 1, words);
		link('ailsa');
		write('ailsa', 2, words.replace('Most', 'The majority of the'));
		expect(listPhraseLinks(world.db, review, text)).toMatchObject([{ measure: 'files/A1' }]);
		write('ailsa', 3, `We read a sample. ${words.replace('Most', 'The majority of the')}`);
		expect(checked(`We read a sample. ${words.replace('Most', 'The majority of the')}`)).toMatchObject([
			{ verdict: expect.not.stringMatching('unlinked'), measure: 'files/A1' }
		]);
	});

	test('is stale once the data say something else, and no more once it is linked anew', () => {
		write('ailsa', 1, words);
		link('ailsa');
		expect(loadTiedPhrases(world.db, review)).toMatchObject([{ phrase: 'Most', before: null }]);
		world.db.$client.prepare('delete from answers where question = 0 and record = 1').run();
		expect(checked(words)).toMatchObject([{ stale: true }]);
		expect(loadTiedPhrases(world.db, review)).toMatchObject([{ before: '2 of 4' }]);
		link('ailsa');
		expect(checked(words)).toMatchObject([{ stale: false }]);
	});

	test('is untied again, and an event tells of it once', () => {
		write('ailsa', 1, words);
		link('ailsa');
		const untie = () => unlinkPhrase(world.db, world.by('ailsa'), { review, text, phrase: 'Most', nth: 0 });
		expect(untie()).toEqual([]);
		expect(untie()).toEqual([]);
		expect(world.told().filter(({ verb }) => verb === 'phrase-unlinked')).toHaveLength(1);
	});

	test('is refused for a measure that the review does not have, for no phrase, and to who may not write', () => {
		expect(() => link('ailsa', { measure: 'files/A5' })).toThrow(FormProblem);
		expect(() => link('ailsa', { text: 'somewhere' })).toThrow(FormProblem);
		expect(() => link('ailsa', { phrase: 'x'.repeat(200) })).toThrow(FormProblem);
		expect(() => link('callum')).toThrow(Problem);
		expect(() => link('struan')).toThrow(Problem);
		expect(world.told()).toEqual([]);
	});
});
