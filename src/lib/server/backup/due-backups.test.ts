import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupSettings, planBackups } from './due-backups.ts';

const now = '2026-03-15T12:00:00.000Z';
const hoursAgo = (hours: number) => new Date(Date.parse(now) - hours * 3_600_000).toISOString();
const backups = (...ages: number[]) => ages.map((age) => ({ name: `${age} hours old`, at: hoursAgo(age) }));
const plan = (given: Partial<Parameters<typeof planBackups>[0]>) =>
	planBackups({ now, every: 24, keep: 14, backups: [], lastFailure: null, ...given });

describe('a backup', () => {
	test('is due when there is none, or the newest is a day old', () => {
		expect(plan({}).due).toBe(true);
		expect(plan({ backups: backups(24, 48) }).due).toBe(true);
		expect(plan({ backups: backups(23, 48) }).due).toBe(false);
	});

	test('is not put off by an hour each day, though it is looked for only once an hour', () => {
		expect(plan({ backups: backups(23.99) }).due).toBe(true);
	});

	test('is never due when the schedule is off, and then none is removed', () => {
		expect(plan({ every: 0, keep: 1, backups: backups(900, 901) })).toEqual({ due: false, remove: [] });
	});

	test('is not held off by one from the future, when the clock was set back', () => {
		expect(plan({ backups: backups(-500) }).due).toBe(true);
		expect(plan({ backups: backups(-500, 3) }).due).toBe(false);
	});

	test('that failed is tried again after an hour', () => {
		expect(plan({ backups: backups(30), lastFailure: hoursAgo(0.5) }).due).toBe(false);
		expect(plan({ backups: backups(30), lastFailure: hoursAgo(1) }).due).toBe(true);
	});

	test('is removed when enough newer ones are there', () => {
		expect(plan({ keep: 2, backups: backups(1, 25, 49, 73) }).remove).toEqual([
			'49 hours old',
			'73 hours old'
		]);
	});

	test('is never the newest that is removed, whatever is asked for', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.nat(5000), { minLength: 1 }),
				fc.nat(20),
				fc.nat(48),
				(ages, keep, every) => {
					const given = backups(...ages.sort((a, b) => a - b));
					expect(plan({ keep, every, backups: given }).remove).not.toContain(given[0]!.name);
				}
			)
		);
		expect(plan({ keep: 0, backups: backups(1, 25) }).remove).toEqual(['25 hours old']);
	});
});

describe('the settings of backups', () => {
	test('are daily and fourteen when they are left out or no numbers', () => {
		expect(backupSettings({})).toEqual({ every: 24, keep: 14 });
		expect(backupSettings({ CAIRN_BACKUP_HOURS: 'off', CAIRN_BACKUP_KEEP: '-3' })).toEqual({
			every: 24,
			keep: 14
		});
	});

	test('are taken from the environment; none at all is never kept', () => {
		expect(backupSettings({ CAIRN_BACKUP_HOURS: '0', CAIRN_BACKUP_KEEP: '0' })).toEqual({
			every: 0,
			keep: 1
		});
		expect(backupSettings({ CAIRN_BACKUP_HOURS: '6', CAIRN_BACKUP_KEEP: '30' })).toEqual({
			every: 6,
			keep: 30
		});
	});
});
