import { beforeEach, describe, expect, test } from 'vitest';
import {
	review,
	reviewWorld,
	type PersonName,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { loadFigureEditor, loadFiguresPage } from '../queries/figures.ts';
import { addFigure } from './add-figure.ts';
import { restoreFigure } from './restore-figure.ts';
import { saveFigure } from './save-figure.ts';
import { withdrawFigure } from './withdraw-figure.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

const texts = {
	title: 'People by option',
	unit: 'people',
	period: '2023 to 2024',
	origin: 'Return to the government',
	chart: 'bars',
	table: 'Name\t2023\t2024\nOption 1\t12\t15\nOption 2\t\t4',
	elements: 'T2'
};
const of = { review, source: 'files' };
const add = (name: PersonName, changes: Partial<typeof texts> = {}) =>
	addFigure(world.db, world.by(name), { ...of, ...texts, ...changes });
const page = () => loadFiguresPage(world.db, review, 'files');

describe('a table of figures', () => {
	test('is added, changed, withdrawn and brought back, and told of', () => {
		expect(add('magnus')).toBe('1');
		expect(page().figures).toMatchObject([
			{
				id: '1',
				elements: ['T2'],
				table: {
					columns: ['2023', '2024'],
					rows: [
						{ label: 'Option 1', values: [12, 15] },
						{ label: 'Option 2', values: [null, 4] }
					]
				}
			}
		]);
		const { kept } = loadFigureEditor(world.db, review, 'files', '1');
		expect(kept.texts).toEqual(texts);
		const save = (name: PersonName, version: number, unit: string) =>
			saveFigure(world.db, world.by(name), { ...of, figure: '1', ...texts, unit, version });
		expect(save('ailsa', 1, 'adults')).toMatchObject({ saved: { version: 2 } });
		expect(save('magnus', 1, 'carers')).toMatchObject({ conflict: { texts: { unit: 'adults' } } });
		withdrawFigure(world.db, world.by('ailsa'), { ...of, figure: '1' });
		expect(page()).toMatchObject({ figures: [], withdrawn: [{ id: '1' }] });
		restoreFigure(world.db, world.by('ailsa'), { ...of, figure: '1' });
		expect(page().figures).toHaveLength(1);
		expect(world.told().map(({ verb }) => verb)).toEqual([
			'figure-added',
			'figure-saved',
			'figure-withdrawn',
			'figure-restored'
		]);
	});

	test.each([
		[{ title: '' }, 'title'],
		[{ unit: ' ' }, 'unit'],
		[{ origin: 'x'.repeat(301) }, 'origin'],
		[{ chart: 'pie' }, 'chart'],
		[{ table: 'Name\t2023\nA\tfew' }, 'table'],
		[{ elements: 'T99' }, 'elements']
	])('with %j is refused at its field', (changes, field) => {
		expect(() => add('magnus', changes)).toThrow(
			expect.objectContaining({ fields: { [field]: expect.any(String) } }) as Error
		);
	});

	test('names nobody', () => {
		expect(() => add('magnus', { origin: 'ann@isle.example' })).toThrow('This may name somebody');
	});

	test.each(['rona', 'callum', 'effie', 'struan'] as const)('is not added by %s', (name) => {
		expect(() => add(name)).toThrow('There is nothing at this address');
	});
});
