import Papa from 'papaparse';
import { beforeEach, describe, expect, test } from 'vitest';
import {
	givenReference,
	review,
	reviewWorld,
	type ReviewWorld
} from '../../../../tests/support/review-world.ts';
import { operator, type Membership, type Person } from '../access/actor.ts';
import { ownJudgements } from '../db/schema/judging.ts';
import { appendEvent } from '../commands/append-event.ts';
import type { Note } from '../trail/event.ts';
import { loadAuditPage, loadHistoryCsv, loadHistoryPage } from './trail-pages.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
});

type Name = Parameters<ReviewWorld['by']>[0];
const write = (name: Name, note: Note, at?: string) =>
	world.db.transaction(() => appendEvent(world.db, world.by(name, at), note));
const asked = (query = '') => new URLSearchParams(query);
const linesOf = ({ days }: ReturnType<typeof loadHistoryPage>) =>
	days.flatMap(({ lines }) => lines.map(({ who, did }) => `${who} ${did}`));
const history = (name: Name, query = '') =>
	loadHistoryPage(world.db, world.actor(name), review, asked(query));

const saved = {
	verb: 'narrative-saved',
	review,
	subject: 'T3',
	before: 'Few files.',
	after: 'Most files.'
} as const;
const opened = { verb: 'record-opened', review, subject: `files/${givenReference}` } as const;

describe('the history of a review', () => {
	test('tells newest first, by day on the clock of Scotland, what was done', () => {
		write('magnus', saved, '2026-07-03T22:30:00.000Z');
		write('ailsa', opened, '2026-07-03T23:30:00.000Z');
		const { days, count } = history('ailsa');
		expect(days.slice(0, 2).map(({ heading, lines }) => [heading, lines[0]!.time])).toEqual([
			['4 July 2026', '00:30'],
			['3 July 2026', '23:30']
		]);
		expect(linesOf(history('ailsa')).slice(0, 2)).toEqual([
			`Ailsa opened the record ${givenReference} of “Case files”`,
			'Magnus saved the summary of theme 3, Impact on staff'
		]);
		expect(count).toBe(3);
	});

	test('keeps from a judge who else has judged a theme until they have themselves', () => {
		const judge = (name: Name) => {
			const authorship = { changedBy: name, changedAt: '2026-03-02T10:00:00.000Z' };
			world.db
				.insert(ownJudgements)
				.values({ reviewId: review, element: 'T2', personId: name, step: 4, reason: 'So.', ...authorship })
				.run();
			write(name, { verb: 'own-judgement-given', review, subject: 'T2' });
			write(name, { verb: 'judgement-looked-at-again', review, subject: 'T2', facts: { own: true } });
		};
		const heard = (name: Name) => linesOf(history(name)).filter((line) => line.includes('on their own'));
		const judged = 'judged theme 2, Getting support at the right time on their own';
		judge('ailsa');
		expect([heard('magnus'), heard('callum'), heard('ailsa')]).toEqual([[], [], [`Ailsa ${judged}`]]);
		expect(linesOf(history('magnus')).join()).not.toContain('their own');
		expect(history('magnus').count).toBe(history('ailsa').count - 2);
		expect(loadHistoryCsv(world.db, world.actor('magnus'), review, asked())).not.toContain('on their own');
		judge('magnus');
		expect(heard('magnus')).toEqual([`Magnus ${judged}`, `Ailsa ${judged}`]);
		expect(heard('callum')).toEqual([]);
	});

	test('shows the words that a change took out and put in', () => {
		write('magnus', saved);
		expect(history('ailsa').days[0]!.lines[0]!.change).toEqual([
			{ text: 'Few ', what: 'removed' },
			{ text: 'Most ', what: 'added' },
			{ text: 'files.', what: 'kept' }
		]);
	});

	test('names no record to those who may see none', () => {
		write('ailsa', opened);
		expect(linesOf(history('callum'))[0]).toBe('Ailsa opened a record of “Case files”');
	});

	test('says of a person who has left that they have', () => {
		write('magnus', saved);
		world.db.$client.exec("delete from people where id = 'magnus'");
		expect(linesOf(history('ailsa'))[0]).toMatch(/^A person who has left saved/);
	});

	test('is chosen by who, kind, theme and days', () => {
		write('magnus', saved, '2026-07-03T22:30:00.000Z');
		write('ailsa', { ...saved, subject: 'T2' }, '2026-07-04T10:00:00.000Z');
		write('ailsa', { verb: 'finding-saved', review, subject: 'advocacy' }, '2026-07-04T11:00:00.000Z');
		write('ailsa', opened, '2026-07-05T10:00:00.000Z');
		const counted = (query: string) => history('ailsa', query).count;
		expect(counted('who=magnus')).toBe(1);
		expect(counted('who=operator')).toBe(1);
		expect(counted('kind=conclusions')).toBe(3);
		expect(counted('kind=reading')).toBe(1);
		expect(counted('theme=T2')).toBe(2);
		expect(counted('from=2026-07-04')).toBe(3);
		expect(counted('from=2026-07-03&to=2026-07-03')).toBe(1);
		expect(counted('who=ailsa&kind=conclusions&theme=T2&to=2026-07-04')).toBe(2);
		write('ailsa', { verb: 'judgement-agreed', review, subject: 'T2' }, '2026-07-06T10:00:00.000Z');
		expect([counted('theme=T2'), counted('theme=T3')]).toEqual([3, 1]);
	});

	test('leaves aside what makes no sense in an address', () => {
		write('magnus', saved);
		const { count, choice } = history('ailsa', 'kind=constructor&theme=Z9&from=2026-99-99&before=x');
		expect(count).toBe(2);
		expect(choice).toEqual({ who: '', kind: '', from: '', to: '', theme: '' });
	});

	test('comes in pages that do not shift when something new happens', () => {
		for (let each = 0; each < 90; each += 1) write('magnus', saved);
		const first = history('ailsa', 'who=magnus');
		write('magnus', saved);
		const second = history('ailsa', first.older!.slice(1));
		const third = history('ailsa', second.older!.slice(1));
		const ids = [first, second, third].flatMap(({ days }) =>
			days.flatMap(({ lines }) => lines.map(({ id }) => id))
		);
		expect(ids).toHaveLength(90);
		expect(new Set(ids).size).toBe(90);
		expect([first.newest, third.older]).toEqual([null, null]);
		expect(third.newest).toBe('?who=magnus');
	});

	test('is a file of the same sentences, in which no cell is a formula', () => {
		write('magnus', { ...saved, after: '=HYPERLINK("x")', reason: '-3' });
		const text = loadHistoryCsv(world.db, world.actor('ailsa'), review, asked('who=magnus'));
		const [line] = Papa.parse<Record<string, string>>(text.slice(1), { header: true }).data;
		expect(line).toMatchObject({
			Day: '2 March 2026',
			'Time in Scotland': '10:00',
			Who: 'Magnus',
			Reason: '-3',
			Before: 'Few files.',
			After: '\'=HYPERLINK("x")'
		});
	});

	test('holds no event of another review', () => {
		write('struan', { ...saved, review: 'elsewhere' });
		expect(history('ailsa').count).toBe(1);
	});
});

describe('the audit page', () => {
	/** A person with a role more. */
	const administrator = (organisation: string, host: boolean): Person => {
		const held: Membership = { organisation, role: 'administrator', standing: 'confirmed', host };
		return { kind: 'person', id: 'admin', name: 'Admin', demo: false, memberships: [held], duties: [] };
	};
	const audit = (organisation: string, host: boolean, query = '') =>
		loadAuditPage(world.db, administrator(organisation, host), asked(query));

	test('tells whoever looks after the installation of everything, and no text of a review', () => {
		write('magnus', { ...saved, reason: 'Because.' });
		write('ailsa', opened);
		write('ailsa', {
			verb: 'setting-changed',
			subject: 'retention-years',
			before: 'never',
			after: '7 years'
		});
		const page = audit('north', true);
		const lines = page.days.flatMap((day) => day.lines);
		expect(linesOf(page).slice(0, 3)).toEqual([
			'Ailsa changed how long records are kept after a review is issued',
			`Ailsa opened a record, in the review ${review}`,
			`Magnus saved the summary of theme 3, Impact on staff, in the review ${review}`
		]);
		expect(lines[0]!.change).not.toBeNull();
		expect(lines.slice(1).every(({ change, reason }) => change === null && reason === null)).toBe(true);
		expect(JSON.stringify(page)).not.toMatch(/Because|Most files|Case files|I\/7/);
	});

	test('names a review by its id only', () => {
		write('ailsa', { verb: 'review-withdrawn', review, reason: 'Because.' });
		expect(linesOf(audit('north', true))[0]).toBe(`Ailsa withdrew the review ${review}`);
	});

	test('tells another administrator of their organisation, its reviews and its people only', () => {
		write('effie', { verb: 'signed-in', subject: 'effie' });
		write('ailsa', {
			verb: 'person-added',
			organisation: 'isle',
			subject: 'morag',
			facts: { role: 'viewer' }
		});
		write('ailsa', { verb: 'person-added', organisation: 'south', subject: 'struan' });
		write('struan', { verb: 'signed-in', subject: 'struan' });
		write('magnus', saved);
		world.db.transaction(() =>
			appendEvent(
				world.db,
				{ actor: operator, at: '2026-03-02T10:00:00.000Z' },
				{ verb: 'backup-made', subject: 'b' }
			)
		);
		expect(linesOf(audit('isle', false))).toEqual([
			'Ailsa added Morag as a viewer of The isle',
			'Effie signed in'
		]);
		expect(linesOf(audit('south', false))).toEqual(['Struan signed in', 'Ailsa added Struan of The south']);
		expect(linesOf(audit('north', false))).toContainEqual(expect.stringMatching(/^Magnus saved/));
	});

	test('does not tell an administrator what their people do in a review of another organisation', () => {
		write('effie', { verb: 'results-downloaded', review, subject: 'files' });
		expect(linesOf(audit('isle', false))).toEqual([]);
	});

	test('does not tell an administrator of people who are only invited', () => {
		world.db.$client.exec("update memberships set standing = 'invited' where person_id = 'effie'");
		write('effie', { verb: 'signed-in', subject: 'effie' });
		expect(linesOf(audit('isle', false))).toEqual([]);
	});
});
