import { beforeEach, describe, expect, test } from 'vitest';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { loadInvolvementEditor, loadInvolvementPage } from '../queries/involvement.ts';
import { addInvolvement } from './add-involvement.ts';
import { restoreInvolvement } from './restore-involvement.ts';
import { saveInvolvement } from './save-involvement.ts';
import { withdrawInvolvement } from './withdraw-involvement.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const texts = {
	groups: 'unpaid-carers',
	stage: 'planning',
	day: '2026-03-01',
	number: '6',
	how: 'They chose what the review asks first.',
	changed: ''
};
const add = (name: PersonName, changes: Partial<typeof texts> = {}, confirmed: string[] = []) =>
	addInvolvement(world.db, world.by(name), { review, ...texts, ...changes, confirmed });
const page = () => loadInvolvementPage(world.db, review);

describe('an entry on who was involved', () => {
	test('is added, changed, withdrawn and brought back by those who gather evidence, and told of', () => {
		expect(add('magnus')).toBe('1');
		const { kept } = loadInvolvementEditor(world.db, review, '1');
		expect(kept.texts).toEqual(texts);
		const changed = {
			review,
			entry: '1',
			...texts,
			changed: 'Two questions were added.',
			version: kept.version
		};
		expect(saveInvolvement(world.db, world.by('ailsa'), changed)).toMatchObject({ saved: { version: 2 } });
		expect(page().page.lines).toMatchObject([{ id: '1', changed: 'Two questions were added.' }]);
		withdrawInvolvement(world.db, world.by('ailsa'), { review, entry: '1' });
		expect(page()).toMatchObject({ page: { lines: [] }, withdrawn: [{ id: '1' }] });
		restoreInvolvement(world.db, world.by('ailsa'), { review, entry: '1' });
		expect(page()).toMatchObject({ page: { lines: [{ id: '1' }] }, withdrawn: [] });
		expect(world.told().map(({ verb }) => verb)).toEqual([
			'involvement-added',
			'involvement-saved',
			'involvement-withdrawn',
			'involvement-restored'
		]);
	});

	test('is never overwritten by who wrote from an older version', () => {
		add('magnus');
		const asked = { review, entry: '1', ...texts, version: 1 };
		saveInvolvement(world.db, world.by('ailsa'), { ...asked, how: 'They met us.' });
		expect(saveInvolvement(world.db, world.by('magnus'), { ...asked, how: 'We met them.' })).toMatchObject({
			conflict: { version: 2, texts: { how: 'They met us.' } }
		});
	});

	test('names nobody, unless its writer has looked', () => {
		const how = 'Ask m.reid@isle.example about it.';
		expect(() => add('magnus', { how })).toThrow('This may name somebody');
		expect(page().page.lines).toEqual([]);
		expect(add('magnus', { how }, ['m.reid@isle.example'])).toBe('1');
	});

	test.each([
		[{ groups: '' }, 'groups', 'Choose who was involved.'],
		[{ groups: 'others' }, 'groups', 'Choose who was involved.'],
		[{ stage: 'later' }, 'stage', 'Choose at which stage.'],
		[{ day: '2026-02-30' }, 'day', 'Write a day, such as 2026-05-03, or nothing.'],
		[{ number: 'ten' }, 'number', 'Write a whole number, or nothing.'],
		[{ how: ' \n' }, 'how', 'Write how they were involved.'],
		[{ changed: 'x'.repeat(5001) }, 'changed', 'Write at most 5000 letters; these are 5001.']
	])('with %j is refused at its field', (changes, field, fault) => {
		expect(() => add('magnus', changes)).toThrow(
			expect.objectContaining({ fields: { [field]: fault } }) as Error
		);
	});

	test.each(['rona', 'callum', 'effie', 'struan'] as const)('is not added by %s', (name) => {
		expect(() => add(name)).toThrow('There is nothing at this address');
	});
});
