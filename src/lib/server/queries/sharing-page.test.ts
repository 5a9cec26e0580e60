import { beforeEach, describe, expect, test } from 'vitest';
import { sharingWorld, type SharingWorld } from '../../../../tests/support/sharing-world.ts';
import { beginRelease } from '../commands/begin-release.ts';
import { consentToShare } from '../commands/consent-to-share.ts';
import { makeRelease } from '../commands/make-release.ts';
import { publishRelease } from '../commands/publish-release.ts';
import { withdrawConsent } from '../commands/withdraw-consent.ts';
import { doRelease } from '../releases/do-release.ts';
import { findDraft } from './release-drafts.ts';
import { listOwnShared, loadSharingPage } from './sharing-page.ts';

let world: SharingWorld;
beforeEach(() => {
	world = sharingWorld();
});

const page = (index = 0) => loadSharingPage(world.db, world.lead(index).actor, world.review(index));
const kind = (name: string) => page().kinds.find((each) => each.kind === name)!;

function release(): void {
	const { db, host } = world;
	const draft = beginRelease(db, host, {
		...{ title: 'Spring 2026', from: '2025-01-01', to: '2025-12-31' },
		...{ others: '5', note: '', example: false }
	});
	makeRelease(db, host, { draft, kept: doRelease(db, findDraft(db, draft)!) });
	publishRelease(db, host, { draft, sure: true });
}

describe('what a review shares', () => {
	test('is said kind by kind, with what it holds, since when, and by whom', () => {
		consentToShare(world.db, world.lead(0, '2026-05-03T10:00:00.000Z'), {
			...{ review: world.review(0), kind: 'readiness', named: true }
		});
		expect(kind('readiness')).toMatchObject({
			choice: 'named',
			holds: 'This review holds 2 components to share.',
			since: expect.stringMatching(/^Since 3 May 2026 by Person lead-/)
		});
		expect(kind('measures')).toMatchObject({ choice: 'no', since: null, any: true, standing: '' });
		expect(kind('recommendations').holds).toBe('This review holds 7 themes to share.');
	});

	test('keeps what was chosen before, with its end', () => {
		const by = (day: number) => world.lead(0, `2026-05-0${day}T10:00:00.000Z`);
		const asked = { review: world.review(0), kind: 'readiness' } as const;
		consentToShare(world.db, by(1), { ...asked, named: false });
		consentToShare(world.db, by(2), { ...asked, named: true });
		withdrawConsent(world.db, by(3), asked);
		expect(page().history.map(({ sentence }) => sentence.split(', by Person')[0])).toEqual([
			'3 May 2026: Readiness of core components, no longer shared by name',
			'2 May 2026: Readiness of core components, shared by name',
			'1 May 2026: Readiness of core components, shared without the name'
		]);
	});

	test('stands in releases, which is told of it and of no other review', () => {
		world.share(['readiness'], { first: 0, count: 1, named: true });
		world.share(['readiness'], { first: 1 });
		release();
		expect(kind('readiness').releases).toMatchObject([{ number: 1, title: 'Spring 2026', named: true }]);
		expect(kind('measures').releases).toEqual([]);
		expect(page(1).kinds[0]!.releases).toMatchObject([{ number: 1, named: false }]);
	});

	test('is not changed over the head of somebody who changed it meanwhile', () => {
		const asked = { review: world.review(0), kind: 'readiness' } as const;
		const seen = kind('readiness').standing;
		consentToShare(world.db, world.lead(0), { ...asked, named: false, seen });
		expect(() => consentToShare(world.db, world.lead(0), { ...asked, named: true, seen })).toThrow(
			'Somebody has changed what is shared in the meantime'
		);
		expect(() => withdrawConsent(world.db, world.lead(0), { ...asked, seen: 'another' })).toThrow(
			'Somebody has changed what is shared in the meantime'
		);
		withdrawConsent(world.db, world.lead(0), { ...asked, seen: kind('readiness').standing });
		expect(kind('readiness').choice).toBe('no');
	});

	test('is listed for one’s own issued reviews and no others', () => {
		world.share(['readiness'], { count: 2 });
		const own = listOwnShared(world.db, world.lead(0).actor);
		expect(own.map(({ review, decides, releases }) => [review, decides, releases])).toEqual([
			[world.review(0), true, []]
		]);
		expect(own[0]!.kinds[0]).toEqual({
			name: 'Readiness of core components',
			choice: 'Shared without the name'
		});
		expect(listOwnShared(world.db, world.host.actor)).toEqual([]);
		world.db.$client.prepare('update reviews set issued_at = null').run();
		expect(listOwnShared(world.db, world.lead(0).actor)).toEqual([]);
	});
});
