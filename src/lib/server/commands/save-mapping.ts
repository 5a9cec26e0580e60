/** Keeps what somebody said the columns and words of a file are, for this file and for the next with its headings. */
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { findIdentifiers } from '#lib/evidence/identifiers.ts';
import type { Mapping } from '#lib/evidence/imports/mapping.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { importMappings } from '../db/schema/imports.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSource } from '../queries/sources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';

export type MappingAsked = {
	review: string;
	source: string;
	/** Of the headings of the file; see imports/header-digest.ts. */
	headerDigest: string;
	mapping: Mapping;
};

/** Throws a Problem not-found. Words of the file that may name somebody are not kept. */
export function saveMapping(
	db: Database,
	by: By,
	{ review, source: id, headerDigest, mapping }: MappingAsked
): void {
	const of = () => findReviewResource(db, review);
	change(db, by, { action: 'take-in-answers', of }, (note) => {
		const { instrument, id: source } = findSource(db, review, id);
		const instrumentId = (instrument ?? '').split('@')[0]!;
		const { organisation } = of()!;
		const same = and(
			eq(importMappings.reviewId, review),
			eq(importMappings.instrument, instrumentId),
			eq(importMappings.headerDigest, headerDigest)
		);
		const authorship = { changedBy: authorOf(by.actor), changedAt: by.at };
		const kept = db.select({ version: importMappings.version }).from(importMappings).where(same).get();
		const values = { mapping: withoutNames(mapping), ...authorship };
		if (kept)
			db.update(importMappings)
				.set({ ...values, version: kept.version + 1 })
				.where(same)
				.run();
		else
			db.insert(importMappings)
				.values({
					id: randomUUID(),
					reviewId: review,
					organisationId: organisation,
					instrument: instrumentId,
					headerDigest,
					...values
				})
				.run();
		const facts = { columns: mapping.columns.length };
		note({ verb: 'mapping-saved', organisation, review, subject: source, facts });
	});
}

function withoutNames(mapping: Mapping): Mapping {
	const words = Object.entries(mapping.words).map(([question, meanings]) => [
		question,
		Object.fromEntries(Object.entries(meanings).filter(([word]) => findIdentifiers(word).length === 0))
	]);
	return { ...mapping, words: Object.fromEntries(words) as Mapping['words'] };
}
