import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseFramework } from '#lib/frameworks/framework.ts';
import { groupedElements } from './element-groups.ts';

const read = (path: string) =>
	parseFramework(JSON.parse(readFileSync(`fixtures/frameworks/${path}.json`, 'utf8')));
const frameworks = [read('thematic-review/2019'), read('sds-standards/2021'), read('sds-change-map/2019')];
const groups = (chosen: string[] = [], references = ['thematic-review@2019', 'sds-standards@2021']) =>
	groupedElements(frameworks, references, chosen);

describe('the elements that a question can give evidence on', () => {
	test('stand by standard, with the components under each', () => {
		const standard = groups().find(({ heading }) => heading.startsWith('8 '))!;
		expect(standard.options.map(({ code }) => code)).toEqual(expect.arrayContaining(['8', '8.1', '8.3']));
	});

	test('stand together where there is nothing under them, as with themes', () => {
		const [themes] = groups();
		expect(themes).toMatchObject({ heading: 'All of them' });
		expect(themes!.options.map(({ code }) => code)).toContain('T3');
	});

	test('are those of the review’s own frameworks, and none that was chosen before is lost', () => {
		const all = groups(['T3', 'W2', 'gone']);
		expect(all.at(-1)).toMatchObject({ heading: 'Not offered in this review' });
		expect(all.at(-1)!.options.map(({ code }) => code)).toEqual(['W2', 'gone']);
		expect(groups(['T3']).at(-1)!.heading).not.toBe('Not offered in this review');
	});
});
