/** What the change map of a self-evaluation shows, and the page of one of its changes. */
import { newestEdition } from '#lib/pages/framework-source.ts';
import {
	deriveMapChange,
	deriveReviewMap,
	type MapChangePage,
	type MapInput,
	type ReviewMap
} from '#lib/pages/review-map.ts';
import { elementsOfKind } from '#lib/frameworks/lookup.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { notFound } from '../problems.ts';
import { findDocument, listDocuments } from './documents.ts';
import { findStandards, listReadiness } from './readiness.ts';
import { loadInput, withoutHidden } from './review-pages.ts';
import { findReview } from './reviews.ts';
import { seesOf } from './visible-reviews.ts';

/** `today` is YYYY-MM-DD. Throws a not-found Problem for a review that judges no components. */
export function loadReviewMap(db: Database, review: string, today: string): ReviewMap {
	return deriveReviewMap(mapInput(db, review, today), loadInput(db, review));
}

/** Throws a not-found Problem that lists the changes there are. */
export function loadMapChange(
	db: Database,
	actor: Actor,
	{ review, code, today }: { review: string; code: string; today: string }
): MapChangePage {
	const input = mapInput(db, review, today);
	const evidence = withoutHidden(db, actor, loadInput(db, review));
	const page = deriveMapChange(input, evidence, code, seesOf(db, actor, review));
	if (page) return page;
	throw notFound(
		'change',
		code,
		elementsOfKind(input.map, 'change').map((change) => change.code)
	);
}

function mapInput(db: Database, review: string, today: string): MapInput {
	const standards = findReview(db, review).kind === 'self-evaluation' ? findStandards(db, review) : undefined;
	if (!standards) throw notFound('change map of', review);
	return {
		map: newestEdition(listDocuments(db, 'framework'), 'sds-change-map'),
		standards,
		crosswalks: listDocuments(db, 'crosswalk'),
		scale: findDocument(db, 'readiness', 'sds-readiness'),
		readiness: listReadiness(db, review),
		today
	};
}
