/** Puts together what a release is made from, and tells by a digest whether that is still so when it is published. */
import { createHash } from 'node:crypto';
import type { ReleaseInput, SharedResult } from '#lib/benchmark/make-release.ts';
import { standardRules } from '#lib/benchmark/rules.ts';
import type { Database } from '../db/open.ts';
import type { StandingConsent } from '../queries/consents.ts';
import { listPlaces } from '../queries/partnerships.ts';
import type { ReleaseDraft } from '../queries/release-drafts.ts';
import { listGrounds, loadGrounds } from '../queries/release-grounds.ts';
import { findReleaseOf, listReleasesOf } from '../queries/releases.ts';
import { findErasedAt } from '../queries/retention.ts';
import { gatherShared, listConsentsWithin } from '../queries/shared-results.ts';
import type { World } from '../queries/world.ts';

export type AskedRelease = Pick<ReleaseDraft, 'example' | 'title' | 'from' | 'to' | 'others' | 'note'>;
const worldOf = ({ example }: Pick<AskedRelease, 'example'>): World => (example ? 'example' : 'real');

/** How much is gathered: consents done and in all. */
export type Gathered = { done: number; steps: number };

/** Yields after each consent; what it returns is what `makeRelease` takes. */
export function* gatherInput(db: Database, asked: AskedRelease): Generator<Gathered, ReleaseInput> {
	const world = worldOf(asked);
	const consents = listConsentsWithin(db, world, asked);
	const results: SharedResult[] = [];
	let done = 0;
	for (const some of gatherShared(db, consents)) {
		results.push(...some);
		done += 1;
		yield { done, steps: consents.length };
	}
	results.push(...keptOfErased(db, world, consents, results));
	return {
		example: asked.example,
		title: asked.title,
		from: asked.from,
		to: asked.to,
		rules: { ...standardRules, others: asked.others },
		note: asked.note,
		members: listPlaces(db, world).map(({ code, name, family }) => ({ code, name, family })),
		results,
		earlier: listGrounds(db, world)
	};
}

/**
 * Of reviews whose records were erased since nothing can be counted any more: what an earlier release took from them,
 * while it is consented to still.
 */
function keptOfErased(
	db: Database,
	world: World,
	consents: readonly StandingConsent[],
	results: readonly SharedResult[]
): SharedResult[] {
	const known = new Set(results.map(({ review, cell }) => `${review} ${cell.id}`));
	const standing = new Map(
		consents
			.filter(({ kind, review }) => kind === 'measures' && findErasedAt(db, review) !== null)
			.map((consent) => [consent.review, consent])
	);
	if (standing.size === 0) return [];
	return listReleasesOf(db, world)
		.toReversed()
		.flatMap(({ number }) => {
			const { cells } = findReleaseOf(db, world, number)!.release;
			const grounds = new Map(loadGrounds(db, number)!.cells.map((each) => [each.id, each.contributions]));
			return cells
				.filter(({ cell }) => cell.kind === 'measures')
				.flatMap(({ cell }) =>
					(grounds.get(cell.id) ?? []).flatMap((contribution): SharedResult[] => {
						const consent = standing.get(contribution.review);
						const key = `${contribution.review} ${cell.id}`;
						if (!consent || known.has(key)) return [];
						known.add(key);
						return [{ ...contribution, named: consent.named, cell, reviewTo: consent.to }];
					})
				);
		});
}

/**
 * SHA-256 of everything that decides what comes of a release: who shares what and how, the state of each review, and
 * the releases before. Another digest when it is published means that it must be made again.
 */
export function inputDigest(db: Database, asked: AskedRelease): string {
	const world = worldOf(asked);
	const consents = listConsentsWithin(db, world, asked).map(
		({ review, kind, named, partnership, version }) => [
			...[review, kind, named, partnership, version],
			findErasedAt(db, review)
		]
	);
	const earlier = listReleasesOf(db, world).map(({ number, digest }) => [number, digest]);
	const members = listPlaces(db, world).map(({ code, family }) => [code, family]);
	const { example, title, from, to, others, note } = asked;
	const all = JSON.stringify([{ example, title, from, to, others, note }, consents, earlier, members]);
	return createHash('sha256').update(all).digest('hex');
}
