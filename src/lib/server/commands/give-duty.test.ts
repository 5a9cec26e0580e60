import { beforeEach, describe, expect, test } from 'vitest';
import {
	as,
	at,
	bringReview,
	join,
	openOrganisations,
	personNow,
	verbsOf,
	type Organisations
} from '../../../../tests/support/organisations.ts';
import { may } from '../access/may.ts';
import { findReviewResource } from '../queries/resources.ts';
import { listWaiting } from '../queries/waiting.ts';
import { answerDuty } from './answer-duty.ts';
import { giveDuty } from './give-duty.ts';
import { revokeDuty } from './revoke-duty.ts';

let world: Organisations;
let review: string;
let lead: string;
let ailsa: string;
beforeEach(() => {
	world = openOrganisations();
	review = bringReview(world.db, world.inspectorate);
	lead = join(world.db, 'Lead', world.inspectorate, 'lead-inspector');
	ailsa = join(world.db, 'Ailsa', world.isle, 'viewer');
});

const give = (person: string, by = lead) =>
	giveDuty(world.db, as(world.db, by), { review, person, duty: 'judge' });
const sees = (person: string) =>
	may(personNow(world.db, person), 'see-review', findReviewResource(world.db, review)!).yes;

describe('a duty in a review', () => {
	test('counts at once for members of the organisation that carries the review out', () => {
		const rona = join(world.db, 'Rona', world.inspectorate, 'inspector');
		expect(sees(rona)).toBe(false);
		expect(give(rona).standing).toBe('confirmed');
		expect(sees(rona)).toBe(true);
	});

	test('of anybody else counts only once they have said yes', () => {
		const { db } = world;
		const { id, standing } = give(ailsa);
		expect([standing, sees(ailsa)]).toEqual(['invited', false]);
		expect(listWaiting(db, ailsa, at).duties).toMatchObject([
			{ id, duty: 'judge', title: 'Self-directed support on the isle', organisation: 'Care inspectors' }
		]);
		answerDuty(db, as(db, ailsa), { duty: id, answer: 'yes' });
		expect(sees(ailsa)).toBe(true);
		expect(listWaiting(db, ailsa, at).duties).toEqual([]);
		expect(verbsOf(db).slice(-2)).toEqual(['duty-given', 'duty-confirmed']);
	});

	test('that is declined gives nothing, and can be asked for again', () => {
		const { db } = world;
		const { id } = give(ailsa);
		answerDuty(db, as(db, ailsa), { duty: id, answer: 'no' });
		expect(sees(ailsa)).toBe(false);
		expect(() => answerDuty(db, as(db, ailsa), { duty: id, answer: 'yes' })).toThrow(
			expect.objectContaining({ code: 'answered-already' })
		);
		expect(give(ailsa)).toEqual({ id, standing: 'invited' });
	});

	test('is answered by nobody else', () => {
		const { db, iain } = world;
		const { id } = give(ailsa);
		for (const other of [iain, lead])
			expect(() => answerDuty(db, as(db, other), { duty: id, answer: 'yes' })).toThrow(
				expect.objectContaining({ code: 'not-found' })
			);
	});

	test('is given and taken back by leads of the review alone, not by administrators', () => {
		const { db, morag } = world;
		const { id } = give(ailsa);
		for (const other of [morag, ailsa]) {
			expect(() => give(morag, other)).toThrow(expect.objectContaining({ code: 'not-found' }));
			expect(() => revokeDuty(db, as(db, other), { review, duty: id })).toThrow(
				expect.objectContaining({ code: 'not-found' })
			);
		}
		revokeDuty(db, as(db, lead), { review, duty: id });
		expect(listWaiting(db, ailsa, at).duties).toEqual([]);
	});

	test('is refused twice, and to somebody who belongs to no organisation', () => {
		give(ailsa);
		expect(() => give(ailsa)).toThrow(expect.objectContaining({ fields: { duty: expect.any(String) } }));
		expect(() => give('nobody')).toThrow(expect.objectContaining({ fields: { person: expect.any(String) } }));
	});
});
