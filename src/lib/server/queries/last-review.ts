/** Reads from which review of the year before another was carried over. */
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { findReview, reviewExists } from './reviews.ts';
import { maySee } from './visible-reviews.ts';

/** Null for one that was not carried over, or from one that whoever looks does not see here. */
export function findLast(db: Database, actor: Actor, review: string): { id: string; title: string } | null {
	const { carriedFrom } = findReview(db, review);
	if (carriedFrom === null || !reviewExists(db, carriedFrom) || !maySee(db, actor, carriedFrom)) return null;
	return { id: carriedFrom, title: findReview(db, carriedFrom).title };
}
