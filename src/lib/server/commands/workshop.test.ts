import { describe, expect, it } from 'vitest';
import { workshopRatings, workshops } from '../db/schema/judging.ts';
import { letIn } from '../join-workshop.ts';
import { findReadiness, keptReadiness } from '../queries/readiness.ts';
import { loadSeat, loadWorkshopScreen } from '../queries/workshop-pages.ts';
import { newSeat, readSeat } from '../workshop-seat.ts';
import { review, reviewWorld } from '../../../../tests/support/review-world.ts';
import { agreeInWorkshop } from './agree-in-workshop.ts';
import { closeWorkshop } from './close-workshop.ts';
import { openWorkshop } from './open-workshop.ts';
import { rateInWorkshop } from './rate-in-workshop.ts';
import { revealWorkshop } from './reveal-workshop.ts';
import { turnWorkshop } from './turn-workshop.ts';

const at = '2026-03-02T10:00:00.000Z';
const later = '2026-03-02T22:00:00.000Z';
const secret = 'a secret of thirty-two characters';

/** A workshop that has put 8.7 to the room, with as many seats as are asked for. */
function room(people = 3) {
	const world = reviewWorld('self-evaluation');
	const { db } = world;
	const effie = world.by('effie');
	const code = openWorkshop(db, effie, { review });
	turnWorkshop(db, effie, { review, element: '8.7' });
	const seats = Array.from({ length: people }, () =>
		readSeat(secret, code, newSeat(secret, code, 'worker'))!
	);
	const rate = (person: number, step: string, element = '8.7', when = at) =>
		rateInWorkshop(db, when, { code, seat: seats[person]!, element, step });
	const screen = (when = at) => loadWorkshopScreen(db, review, when).room;
	return { ...world, effie, code, seats, rate, screen };
}

describe('a workshop', () => {
	it('is opened once, by those who write conclusions, in a self-evaluation only', () => {
		const { db, by, effie, code } = room();
		expect(openWorkshop(db, effie, { review })).toBe(code);
		expect(() => openWorkshop(db, by('morag'), { review })).toThrow('nothing at this address');
		const thematic = reviewWorld('thematic-review');
		expect(() => openWorkshop(thematic.db, thematic.by('ailsa'), { review })).toThrow('self-evaluation');
	});

	it('takes another code where one is taken', () => {
		const { db, by } = reviewWorld('self-evaluation');
		const picks = [0, 0, 0, 0, 0, 0];
		const first = openWorkshop(db, by('effie'), { review, pick: () => 0 });
		db.update(workshops).set({ reviewId: review }).run();
		closeWorkshop(db, by('effie'), { review });
		db.update(workshops).set({ joinCode: first, changedAt: '2026-03-01T00:00:00.000Z' }).run();
		expect(openWorkshop(db, by('effie'), { review, pick: () => picks.shift() ?? 1 })).toBe(first);
		expect(
			db
				.select()
				.from(workshops)
				.all()
				.map(({ joinCode }) => joinCode)
		).toEqual([null, first]);
	});

	it('keeps one rating of each person, which they change until it is shown', () => {
		const { rate, screen, db, effie } = room();
		rate(0, '1');
		rate(0, '3');
		rate(1, '2');
		expect(screen()).toMatchObject({ rated: 2, shown: null, kept: null });
		expect(db.select().from(workshopRatings).all()).toHaveLength(2);
		revealWorkshop(db, effie, { review, element: '8.7' });
		expect(() => rate(0, '0')).toThrow('shown now');
		expect(screen()?.shown?.spread).toEqual({ ratings: 2, counts: [0, 0, 1, 1, 0] });
	});

	it('takes no rating of another component than the one in hand, and none that is no stage', () => {
		const { rate } = room();
		expect(() => rate(0, '3', '8.8')).toThrow('gone on');
		expect(() => rate(0, '5')).toThrow();
		expect(() => rate(0, '')).toThrow('Choose a stage');
	});

	it('shows nothing before anybody has rated', () => {
		const { db, effie } = room();
		expect(() => revealWorkshop(db, effie, { review, element: '8.7' })).toThrow('Nobody has rated');
	});

	it('records what the room agreed, once it was shown what it thinks', () => {
		const { db, effie, rate, screen } = room();
		const agreed = { review, element: '8.7', howWell: '2', words: 'Three of four localities.', version: 0 };
		rate(0, '2');
		expect(() => agreeInWorkshop(db, effie, agreed)).toThrow('Show the room');
		revealWorkshop(db, effie, { review, element: '8.7' });
		expect(() => agreeInWorkshop(db, effie, { ...agreed, howWell: '' })).toThrow();
		expect(() => agreeInWorkshop(db, effie, { ...agreed, words: ' ' })).toThrow('Look again');
		expect(agreeInWorkshop(db, effie, agreed)).toMatchObject({ saved: { version: 1 } });
		expect(findReadiness(db, review, '8.7')).toMatchObject({
			howWell: 2,
			words: 'Three of four localities.',
			agreed: 'workshop'
		});
		expect(screen()?.kept).toMatchObject({ agreed: true, version: 1 });
		expect(agreeInWorkshop(db, effie, { ...agreed, version: 1 })).toMatchObject({ saved: { version: 1 } });
		expect(agreeInWorkshop(db, effie, { ...agreed, words: 'Others.' })).toHaveProperty('conflict');
		expect(agreeInWorkshop(db, effie, { ...agreed, version: 1, words: 'Ring 07700 900123.' })).toHaveProperty(
			'found'
		);
	});

	it('agrees on a stage that somebody had set alone before', () => {
		const { db, effie, rate } = room();
		rate(0, '2');
		revealWorkshop(db, effie, { review, element: '8.7' });
		const asked = { review, element: '8.7', howWell: '2', words: 'So we think.' };
		agreeInWorkshop(db, effie, { ...asked, version: 0 });
		db.$client.prepare("update readiness set agreed = null where element = '8.7'").run();
		agreeInWorkshop(db, effie, { ...asked, version: keptReadiness(db, review, '8.7').version });
		expect(findReadiness(db, review, '8.7').agreed).toBe('workshop');
	});

	it('does not put a component in development to the room', () => {
		const { db, effie } = room();
		expect(() => turnWorkshop(db, effie, { review, element: '12.1' })).toThrow();
	});

	it('lets nobody in and takes nothing once it is closed or twelve hours old', () => {
		const { db, effie, code, seats, rate, screen } = room();
		expect(() => rate(0, '2', '8.7', later)).toThrow('nothing at this address');
		expect(loadSeat(db, code, seats[0]!, later)).toBeNull();
		expect(screen(later)).toBeNull();
		rate(0, '2');
		closeWorkshop(db, effie, { review });
		expect(() => rate(0, '1')).toThrow('nothing at this address');
		expect(() => letIn(db, 'here', code, at)).toThrow();
		expect(db.select().from(workshops).all()).toMatchObject([{ joinCode: null, state: 'closed' }]);
	});

	it('tells the trail what was done, and of who rated nothing', () => {
		const { db, effie, rate, told } = room();
		rate(1, '2');
		revealWorkshop(db, effie, { review, element: '8.7' });
		closeWorkshop(db, effie, { review });
		expect(told().map(({ verb, person }) => [verb, person])).toEqual([
			['workshop-opened', 'effie'],
			['workshop-turned', 'effie'],
			['workshop-rated', null],
			['workshop-revealed', 'effie'],
			['workshop-closed', 'effie']
		]);
	});
});

describe('the code of a workshop', () => {
	it('cannot be found by trying: after thirty wrong ones a right one does not work either', () => {
		const { db, code } = room();
		expect(letIn(db, 'room', code.toLowerCase(), at).joinCode).toBe(code);
		for (let guess = 0; guess < 30; guess += 1)
			expect(() => letIn(db, 'elsewhere', code === 'AAAAAA' ? 'CCCCCC' : 'AAAAAA', at)).toThrow('Look again');
		expect(() => letIn(db, 'elsewhere', code, at)).toThrow('Too many wrong codes');
		expect(letIn(db, 'room', code, at).joinCode).toBe(code);
		expect(letIn(db, 'elsewhere', code, '2026-03-02T10:06:00.000Z').joinCode).toBe(code);
	});

	it('is not enough for a seat: that is signed for this workshop', () => {
		const seat = newSeat(secret, 'KM47RT', 'worker');
		expect(readSeat(secret, 'KM47RT', seat)).toMatchObject({ perspective: 'worker' });
		expect(readSeat(secret, 'KM47RA', seat)).toBeNull();
		expect(readSeat('another secret', 'KM47RT', seat)).toBeNull();
		expect(readSeat(secret, 'KM47RT', `x${seat}`)).toBeNull();
		expect(readSeat(secret, 'KM47RT', seat.replace('worker', 'owner'))).toBeNull();
		expect(readSeat(secret, 'KM47RT', `${seat}.more`)).toBeNull();
		expect(readSeat(secret, 'KM47RT', 'no-such-seat')).toBeNull();
	});

	it('keeps no rating under what stands in the address', () => {
		const seat = newSeat(secret, 'KM47RT', null);
		expect(seat).not.toContain(readSeat(secret, 'KM47RT', seat)!.participant);
	});
});
