/** Publishes a release of the example world, made as every release is: consents, what they share, groups, numbers. */
import { and, eq } from 'drizzle-orm';
import { makeRelease as makeGroups } from '#lib/benchmark/make-release.ts';
import type { ExampleRelease } from '../../../../fixtures/example-world/consents.ts';
import { cairn } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { releases } from '../db/schema/comparing.ts';
import { gatherInput, inputDigest } from '../releases/release-input.ts';
import { beginRelease, fewestOthers } from './begin-release.ts';
import { consentToShare } from './consent-to-share.ts';
import { makeRelease } from './make-release.ts';
import { publishRelease } from './publish-release.ts';
import { withdrawConsent } from './withdraw-consent.ts';

/**
 * A piece at a time. One that is published already is left alone, and so is what was consented to since. Otherwise the
 * consents are changed first, which may be done again; the release itself is kept and published at once, so that none
 * is there by halves. Throws a Problem release-outdated when what is shared was changed meanwhile.
 */
export function* exampleReleaseSteps(db: Database, release: ExampleRelease): Generator<void> {
	const { title, from, to, note } = release;
	const asked = { title, from, to, note, others: fewestOthers, example: true };
	if (isPublished(db, title)) return;
	changeConsents(db, release);
	const inputs = inputDigest(db, asked);
	const input = yield* silently(gatherInput(db, asked));
	const made = yield* silently(makeGroups(input));
	const by = { actor: cairn, at: release.publishedAt };
	db.transaction(
		() => {
			const draft = beginRelease(db, by, { ...asked, others: String(asked.others) });
			makeRelease(db, by, { draft, kept: { ...made, inputs } });
			publishRelease(db, by, { draft, sure: true });
		},
		{ behavior: 'immediate' }
	);
}

function isPublished(db: Database, title: string): boolean {
	const named = and(eq(releases.example, true), eq(releases.title, title));
	return db.select({ number: releases.number }).from(releases).where(named).get() !== undefined;
}

/** Saying again what stands changes nothing. */
function changeConsents(db: Database, { consentsAt, gives, withdraws }: ExampleRelease): void {
	const by = { actor: cairn, at: consentsAt };
	db.transaction(
		() => {
			for (const consent of gives) consentToShare(db, by, consent);
			for (const consent of withdraws) withdrawConsent(db, by, consent);
		},
		{ behavior: 'immediate' }
	);
}

/** The same steps, without telling how far they are. */
function* silently<Made>(steps: Generator<unknown, Made>): Generator<void, Made> {
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
		yield;
	}
}
