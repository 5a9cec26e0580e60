import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionSchema, actionStatuses } from './action.ts';
import { daysBetween, reminderWords, remindersOf } from './reminders.ts';

const today = '2026-11-22';
const action = (id: string, fields: object = {}) =>
	actionSchema.parse({ id, title: id, owner: 'Service manager', measure: 'Audit', ...fields });

test('the longest overdue comes first, then what is due soon, then what nobody can be reminded of', () => {
	const reminders = remindersOf(
		[
			action('undated'),
			action('later', { due: '2027-06-01' }),
			action('unowned', { due: '2027-06-01', owner: '' }),
			action('unmeasured', { due: '2027-06-01', measure: '' }),
			action('today', { due: today }),
			action('late', { due: '2026-11-21' }),
			action('latest', { due: '2025-11-22' }),
			action('done', { due: '2026-01-01', status: 'completed' }),
			action('stopped', { due: '2026-01-01', status: 'stopped' })
		],
		today
	);
	expect(reminders.map((each) => `${each.action}: ${reminderWords(each)}`)).toEqual([
		'latest: 365 days overdue',
		'late: 1 day overdue',
		'today: due today',
		'undated: no day is set',
		'unowned: nobody owns it',
		'unmeasured: nothing says how you will know'
	]);
});

test('an action reminds of one thing at most, and of none once it is completed or stopped', () => {
	const actions = fc.record({
		status: fc.constantFrom(...actionStatuses),
		due: fc.option(fc.constantFrom('2024-02-29', today, '2026-12-01', '2030-01-01')),
		owner: fc.constantFrom('', 'Team'),
		measure: fc.constantFrom('', 'Audit')
	});
	fc.assert(
		fc.property(actions, (fields) => {
			const found = remindersOf([action('a', fields)], today);
			expect(found.length).toBeLessThanOrEqual(1);
			if (fields.status === 'completed' || fields.status === 'stopped') expect(found).toEqual([]);
			else if (fields.due && daysBetween(today, fields.due) < 0) expect(found[0]?.why).toBe('overdue');
		})
	);
});

test('days are counted across the change of the clocks and leap days', () => {
	expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
	expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
});
