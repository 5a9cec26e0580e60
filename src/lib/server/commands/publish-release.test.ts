import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { sharingWorld, type SharingWorld } from '../../../../tests/support/sharing-world.ts';
import { loadGrounds } from '../queries/release-grounds.ts';
import { findDraft, loadKept } from '../queries/release-drafts.ts';
import { findDocumentOf, findRelease, listReleases, newestRelease, ownValues } from '../queries/releases.ts';
import { doRelease } from '../releases/do-release.ts';
import type { By } from './append-event.ts';
import { beginRelease, beginReleaseAgain, type ReleaseAsked } from './begin-release.ts';
import { dropRelease } from './drop-release.ts';
import { failRelease } from './fail-release.ts';
import { makeRelease } from './make-release.ts';
import { publishRelease } from './publish-release.ts';
import { withdrawConsent } from './withdraw-consent.ts';

let world: SharingWorld;
beforeEach(() => {
	world = sharingWorld({ questions: 0 });
	world.share(['readiness']);
});

const asked: ReleaseAsked = {
	...{ title: 'Spring 2026', from: '2025-01-01', to: '2025-12-31' },
	...{ others: '5', note: '', example: false }
};
const begin = (change: Partial<ReleaseAsked> = {}, by: By = world.host) =>
	beginRelease(world.db, by, { ...asked, ...change });
const make = (draft: string) => {
	const kept = doRelease(world.db, findDraft(world.db, draft)!);
	makeRelease(world.db, world.host, { draft, kept });
};
const publish = (draft: string, sure = true, by = world.host) =>
	publishRelease(world.db, by, { draft, sure });
const made = () => {
	const draft = begin();
	make(draft);
	return draft;
};
const verbs = () =>
	world.db.$client.prepare("select verb from events where verb like 'release-%' order by id").pluck().all();

describe('a release in the making', () => {
	test('is asked for field by field', () => {
		expect(() => begin({ title: ' ', from: 'x', to: '2024-01-01', others: '4' })).toThrow('Look again');
		expect(() => begin({ note: 'Ask ann@isle.example.' })).toThrow('This may name somebody');
		expect(verbs()).toEqual([]);
	});

	test('is the only one of its world, until it is done or given up', () => {
		const draft = begin();
		expect(() => begin({ title: 'Another' })).toThrow('The release “Spring 2026” is being made just now');
		dropRelease(world.db, world.host, { draft });
		expect(findDraft(world.db, begin({ title: 'Another' }))?.state).toBe('making');
	});

	test('can be made again once it failed, and says why it did', () => {
		const draft = begin();
		failRelease(world.db, world.host, { draft, problem: 'It was stopped.' });
		expect(findDraft(world.db, draft)).toMatchObject({ state: 'failed', problem: 'It was stopped.' });
		beginReleaseAgain(world.db, world.host, { draft });
		expect(findDraft(world.db, draft)).toMatchObject({ state: 'making', problem: null });
		expect(verbs()).toEqual(['release-begun', 'release-failed', 'release-begun']);
	});

	test('that was dropped keeps nothing of what was made, and takes no late result', () => {
		const draft = made();
		const kept = loadKept(world.db, draft)!;
		dropRelease(world.db, world.host, { draft });
		expect(loadKept(world.db, draft)).toBe(null);
		makeRelease(world.db, world.host, { draft, kept });
		expect(findDraft(world.db, draft)?.state).toBe('dropped');
		expect(() => publish(draft)).toThrow('There is nothing at this address');
	});

	test('is nobody’s but an administrator’s of the host', () => {
		const draft = made();
		const lead = world.lead(0);
		expect(() => begin({}, lead)).toThrow('There is nothing at this address');
		expect(() => publish(draft, true, lead)).toThrow('There is nothing at this address');
		expect(() => dropRelease(world.db, lead, { draft })).toThrow('There is nothing at this address');
		expect(() => beginReleaseAgain(world.db, lead, { draft })).toThrow('There is nothing at this address');
	});
});

describe('a published release', () => {
	test('is numbered, kept with its digest, and told of', () => {
		const number = publish(made());
		const { digest, release } = newestRelease(world.db, world.lead(0).actor)!;
		const document = findDocumentOf(world.db, 'real', number)!;
		expect(createHash('sha256').update(document).digest('hex')).toBe(digest);
		expect(JSON.parse(document)).toEqual(release);
		expect(verbs()).toEqual(['release-begun', 'release-made', 'release-published']);
	});

	test('holds nothing of what single partnerships gave without their names', () => {
		const number = publish(made());
		const document = findDocumentOf(world.db, 'real', number)!;
		expect(document).not.toContain(world.review(0));
		expect(document).not.toContain('contributions');
		expect(JSON.stringify(loadGrounds(world.db, number))).toContain(world.review(0));
	});

	test('is published once, however often it is asked for', () => {
		const draft = made();
		expect([publish(draft), publish(draft)]).toEqual([1, 1]);
		expect(listReleases(world.db, world.lead(0).actor)).toHaveLength(1);
		expect(() => dropRelease(world.db, world.host, { draft })).toThrow('published as release 1');
	});

	test('is published only by somebody who says that they are sure', () => {
		const draft = made();
		expect(() => publish(draft, false)).toThrow('Look again');
		expect(listReleases(world.db, world.lead(0).actor)).toEqual([]);
	});

	test('must be made again when a consent was withdrawn after it was made', () => {
		const draft = made();
		withdrawConsent(world.db, world.lead(0), { review: world.review(0), kind: 'readiness' });
		expect(() => publish(draft)).toThrow('What is shared has changed since this release was made');
		beginReleaseAgain(world.db, world.host, { draft });
		make(draft);
		expect(publish(draft)).toBe(1);
	});

	test('must be made again when a review was withdrawn, or another release was published', () => {
		const [first, second] = [made(), made()];
		expect(publish(first)).toBe(1);
		expect(() => publish(second)).toThrow('or another was published');
		beginReleaseAgain(world.db, world.host, { draft: second });
		make(second);
		world.db.$client.prepare('update reviews set withdrawn_at = issued_at where id = ?').run(world.review(1));
		expect(() => publish(second)).toThrow('Make it again');
	});

	test('gives each partnership its own values exactly, and no other’s', () => {
		const number = publish(made());
		const own = ownValues(world.db, world.lead(4).actor, number);
		expect(own.map(({ partnership }) => partnership.code)).toEqual([world.places[4]!.code]);
		expect(own[0]!.values.map(({ value }) => value)).toEqual([{ step: 2 }, { step: 3 }]);
		expect(new Set(own[0]!.values.map(({ review }) => review))).toEqual(new Set([world.review(4)]));
		expect(ownValues(world.db, world.host.actor, number)).toEqual([]);
	});

	test('is not there for the example world, nor one of that for the real one', () => {
		const number = publish(made());
		const visitor = { kind: 'visitor', exploring: true } as const;
		expect(findRelease(world.db, visitor, number)).toBe(null);
		expect(ownValues(world.db, visitor, number)).toEqual([]);
		expect(listReleases(world.db, visitor)).toEqual([]);
		world.db.$client.prepare('update releases set example = 1').run();
		expect(findRelease(world.db, world.lead(4).actor, number)).toBe(null);
		expect(ownValues(world.db, world.lead(4).actor, number)[0]!.values).toEqual([]);
		expect(findRelease(world.db, visitor, number)?.number).toBe(number);
	});
});
