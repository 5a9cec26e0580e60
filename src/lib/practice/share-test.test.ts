import { describe, expect, test } from 'vitest';
import { testFields } from './share-test.ts';

const action = {
	title: 'Shorten the way to a first conversation',
	text: 'A first conversation within five days for everybody who asks.',
	measure: 'days from asking\nto a first conversation',
	element: '3.1',
	elements: ['3', 'L3', '3.1', 'gone'],
	target: { kind: 'number' as const, value: 5 }
};
const tried = { plan: 'One team, for a month.', do: 'Two workers took turns.', study: 'It held.', act: '' };

describe('a test of change that is shared', () => {
	test('brings its aim, what was tried, its measure, what was learnt and what it serves', () => {
		expect(testFields(action, tried, (code) => code !== 'gone')).toEqual({
			title: 'Shorten the way to a first conversation',
			aim: 'A first conversation within five days for everybody who asks.',
			tried: 'One team, for a month.\n\nTwo workers took turns.',
			measure: 'days from asking to a first conversation',
			learning: 'It held.',
			others: '3.1 3 L3',
			target: '5'
		});
	});

	test('takes the title for its aim where the action says no more, and leaves out what is not there', () => {
		const bare = { ...action, text: '', element: null, elements: [], target: null, title: 'a'.repeat(300) };
		const fields = testFields(bare, { ...tried, study: '' }, () => true);
		expect(fields.aim).toBe(bare.title);
		expect(fields.title).toHaveLength(200);
		expect(fields.learning).toBe('');
		expect(fields.target).toBe('');
		expect(fields.others).toBe('');
	});
});
