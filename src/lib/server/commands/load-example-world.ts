/**
 * Loads the example world of fixtures/example-world: invented partnerships, their reviews and what they share. It goes
 * through the same checks as what people bring. Each piece is taken in whole or not at all, and what is there already
 * is left alone, so that it can be stopped anywhere and gone on with later.
 */
import { eq } from 'drizzle-orm';
import { examplePlaces } from '../../../../fixtures/example-world/places.ts';
import {
	exampleReviewKeys,
	makeExampleReview,
	type ExampleReviewKey
} from '../../../../fixtures/example-world/reviews.ts';
import { exampleReleases } from '../../../../fixtures/example-world/consents.ts';
import { authorOf, cairn } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { organisations } from '../db/schema/organisations.ts';
import { reviews } from '../db/schema/reviews.ts';
import { exampleOrganisations } from '../example-world.ts';
import { loadExampleGrounds } from '../queries/example-grounds.ts';
import { findReviewResource } from '../queries/resources.ts';
import { reviewExists } from '../queries/reviews.ts';
import { change } from './change.ts';
import { importReview } from './import-review.ts';
import { exampleReleaseSteps } from './publish-example-release.ts';
import { putStageMove } from './put-stage-move.ts';
import { exampleSharingSteps } from './share-example-practice.ts';

/** Loads all that is missing, at once. `at` is the time now, ISO 8601. */
export function loadExampleWorld(db: Database, at: string): void {
	const steps = exampleWorldSteps(db, at);
	while (!steps.next().done);
}

/** The same a piece at a time, so that others are answered in between. */
export function* exampleWorldSteps(db: Database, at: string): Generator<void> {
	addPlaces(db, at);
	const grounds = loadExampleGrounds(db);
	for (const key of exampleReviewKeys) {
		if (reviewExists(db, key.id)) continue;
		yield;
		const bundle = makeExampleReview(grounds, key);
		db.transaction(
			() => {
				importReview(db, bundle, { actor: cairn, at, organisation: carrierOf(key), example: true });
				issueExample(db, at, key);
			},
			{ behavior: 'immediate' }
		);
	}
	for (const release of exampleReleases) yield* exampleReleaseSteps(db, release);
	yield* exampleSharingSteps(db, at);
}

/** A partnership evaluates itself; the inspectorate of the example reviews it. */
const carrierOf = ({ kind, place }: ExampleReviewKey) =>
	kind === 'self-evaluation' ? place.id : exampleOrganisations.inspectorate.id;

function addPlaces(db: Database, at: string): void {
	const asked = { action: 'look-after-installation', of: () => installation } as const;
	change(db, { actor: cairn, at }, asked, (note) => {
		for (const { id, name, code } of examplePlaces) {
			const { changes } = db
				.insert(organisations)
				.values({
					id,
					kind: 'partnership',
					name,
					partnership: code,
					example: true,
					changedBy: authorOf(cairn),
					changedAt: at
				})
				.onConflictDoNothing()
				.run();
			if (changes > 0) note({ verb: 'organisation-added', organisation: id });
		}
	});
}

/** The reviews of the example world are issued from the start, at a time of their own. */
function issueExample(db: Database, at: string, key: ExampleReviewKey): void {
	const { id: review, kind, issuedAt } = key;
	const by = { actor: cairn, at };
	change(db, by, { action: 'issue-review', of: () => findReviewResource(db, review) }, (note) => {
		putStageMove(db, by, { review, from: 'planning', to: 'issued', words: '' });
		const draftSharedAt = kind === 'thematic-review' ? issuedAt : null;
		db.update(reviews)
			.set({ issuedAt, draftSharedAt, changedBy: authorOf(cairn), changedAt: at })
			.where(eq(reviews.id, review))
			.run();
		note({ verb: 'review-issued', organisation: carrierOf(key), review });
	});
}
