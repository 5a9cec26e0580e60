/**
 * What somebody who was given one reading of a record must not meet of the other, on any page, before both are
 * complete, whatever else they may do in the review (readings.ts says which readings these are).
 */
import { eq } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { sources } from '../db/schema/evidence.ts';
import { findDocument } from './documents.ts';
import { listHiddenReadings } from './readings.ts';

type Asked = { key: number; instrument: string | null };

/** Record → number of the reading that is hidden from the actor. */
export function hiddenFrom(db: Database, actor: Actor, source: Asked): ReadonlyMap<number, number> {
	if (source.instrument === null) return new Map();
	const { questions } = findDocument(db, 'instrument', source.instrument);
	return listHiddenReadings(db, actor, source.key, questions.length);
}

/**
 * Whether what counts of some record is hidden: lists of single records with their answers would tell it, if only by
 * what is missing from them.
 */
export const isBlind = (hidden: ReadonlyMap<number, number>): boolean => [...hidden.values()].includes(1);

/** The hidden readings of a review as the trail names records: `files/F-12` → number of the reading. */
export function listHiddenSubjects(db: Database, actor: Actor, review: string): ReadonlyMap<string, number> {
	const subjects = new Map<string, number>();
	if (actor.kind !== 'person') return subjects;
	const own = db
		.select({ key: sources.id, slug: sources.slug, instrument: sources.instrument })
		.from(sources)
		.where(eq(sources.reviewId, review))
		.all();
	for (const source of own) {
		const hidden = hiddenFrom(db, actor, source);
		if (hidden.size === 0) continue;
		const rows = db.$client
			.prepare('select number, reference from records where source_id = ?')
			.all(source.key) as { number: number; reference: string }[];
		for (const { number, reference } of rows)
			if (hidden.has(number)) subjects.set(`${source.slug}/${reference}`, hidden.get(number)!);
	}
	return subjects;
}
