import { beforeEach, describe, expect, test } from 'vitest';
import { review, reviewWorld, type ReviewWorld } from '../../../../tests/support/review-world.ts';
import { listConsents, listStandingConsents } from '../queries/consents.ts';
import { consentToShare } from './consent-to-share.ts';
import { withdrawConsent } from './withdraw-consent.ts';

let world: ReviewWorld;
beforeEach(() => {
	world = reviewWorld();
	issue();
});

const issue = (on: string | null = '2026-03-01T09:00:00.000Z') =>
	world.db.$client.prepare('update reviews set issued_at = ?').run(on);
const later = '2026-03-05T10:00:00.000Z';
const consent = (named = false, name: Parameters<ReviewWorld['by']>[0] = 'effie', at?: string) =>
	consentToShare(world.db, world.by(name, at), { review, kind: 'readiness', named });
const withdraw = (name: Parameters<ReviewWorld['by']>[0] = 'effie', at = later) =>
	withdrawConsent(world.db, world.by(name, at), { review, kind: 'readiness' });
const standing = () => listStandingConsents(world.db, 'real').map(({ kind, named }) => [kind, named]);

describe('consent to share', () => {
	test('is given by the lead of the partnership, dated and told of', () => {
		consent();
		expect(listConsents(world.db, review)).toMatchObject([
			{
				kind: 'readiness',
				named: false,
				givenBy: 'effie',
				givenAt: '2026-03-02T10:00:00.000Z',
				withdrawnAt: null
			}
		]);
		expect(world.told()).toMatchObject([
			{ verb: 'sharing-consented', person: 'effie', facts: { kind: 'readiness', named: false } }
		]);
	});

	test('is told to the partnership, and in the history of a review only where that is its own', () => {
		const told = (of: ReviewWorld) =>
			of.db.$client
				.prepare("select organisation, review from events where verb like 'sharing-%' order by id")
				.raw()
				.all();
		consent();
		withdraw();
		expect(told(world)).toEqual([
			['isle', null],
			['isle', null]
		]);
		const own = reviewWorld('self-evaluation');
		own.db.$client.prepare('update reviews set issued_at = ?').run(later);
		consentToShare(own.db, own.by('effie'), { review, kind: 'readiness', named: false });
		expect(told(own)).toEqual([['isle', review]]);
	});

	test('given twice changes nothing the second time', () => {
		consent();
		consent(false, 'effie', later);
		expect(listConsents(world.db, review)).toHaveLength(1);
		expect(world.told()).toHaveLength(1);
	});

	test('chosen anew ends what stood before and keeps it to be read', () => {
		consent();
		consent(true, 'effie', later);
		expect(listConsents(world.db, review)).toMatchObject([
			{ named: false, withdrawnBy: 'effie', withdrawnAt: later },
			{ named: true, givenAt: later, withdrawnAt: null }
		]);
		expect(standing()).toEqual([['readiness', true]]);
	});

	test('holds for one kind of result and not for another', () => {
		consent();
		consentToShare(world.db, world.by('effie'), { review, kind: 'measures', named: true });
		withdraw();
		expect(standing()).toEqual([['measures', true]]);
	});

	test('is withdrawn once, and told of once', () => {
		consent();
		withdraw();
		withdraw();
		expect(standing()).toEqual([]);
		expect(world.told().map(({ verb }) => verb)).toEqual(['sharing-consented', 'sharing-withdrawn']);
	});

	test('is not there to be given before the review is issued, and says so', () => {
		issue(null);
		// Who carries the review out and is the partnership itself sees it before it is issued.
		const own = reviewWorld('self-evaluation');
		expect(() =>
			consentToShare(own.db, own.by('effie'), { review, kind: 'readiness', named: false })
		).toThrow('This review is not issued yet. Only what is final is compared.');
		expect(() => consent()).toThrow('There is nothing at this address');
	});

	test('is neither given nor counted once the review is withdrawn', () => {
		consent();
		world.db.$client.prepare('update reviews set withdrawn_at = ?').run(later);
		expect(standing()).toEqual([]);
		expect(() => consent(true)).toThrow('what is withdrawn is not compared');
		expect(() => withdraw()).toThrow('what is withdrawn is not compared');
	});

	test('is not asked for the worked example, whose partnership is a real one', () => {
		world.db.$client.prepare('update reviews set example = 1').run();
		world.db.$client.prepare('update organisations set example = 1').run();
		expect(() => consent()).toThrow('It is not compared with others.');
	});

	test.each(['ailsa', 'magnus', 'morag', 'struan'] as const)('is not given or withdrawn by %s', (name) => {
		consent();
		expect(() => consent(true, name)).toThrow('There is nothing at this address');
		expect(() => withdraw(name)).toThrow('There is nothing at this address');
		expect(standing()).toEqual([['readiness', false]]);
	});
});
