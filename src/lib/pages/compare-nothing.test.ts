import { expect, test } from 'vitest';
import standards from '../../../fixtures/frameworks/sds-standards/2021.json' with { type: 'json' };
import { parseFramework } from '#lib/frameworks/framework.ts';
import { describeNothing } from './compare-nothing.ts';

const shelf = { frameworks: [parseFramework(standards)], crosswalks: [], instruments: [] };
const nothingOn = (code: string, joins = true) =>
	describeNothing(shelf, { kind: 'standards', code }, { wordsHref: `/standards/${code}`, joins });

test('a standard in development says why nothing is compared on it, and leads to its words, practice and questions', () => {
	const { why, links } = nothingOn('12');
	expect(why).toMatch(/^Standard 12 is in development: .* so there is nothing to compare\.$/);
	expect(links.map(({ href }) => href)).toEqual([
		'/standards/12',
		'/practice?element=12',
		'/practice/topics',
		'/practice/topics/new?element=12'
	]);
});

test('a standard of which nothing was shared says that, and who may not ask is not sent to ask', () => {
	const { why, links } = nothingOn('8', false);
	expect(why).toMatch(/^No stage of its components and no question on it was shared in this release/);
	expect(links.map(({ href }) => href)).not.toContain('/practice/topics/new?element=8');
});
