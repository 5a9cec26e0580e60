/** Draws records of a source for a second, blind reading, and gives each to another reader than its first. */
import { and, eq, sql } from 'drizzle-orm';
import type { SecondDrawn } from '#lib/evidence/sample.ts';
import { drawMethod, longestSeed, tidySeed } from '#lib/measures/sampling/lots.ts';
import { drawSecondReadings } from '#lib/measures/sampling/second-readings.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { samples, sources } from '../db/schema/evidence.ts';
import { givenRecords } from '../db/schema/memberships.ts';
import { Problem, refuseFaults } from '../problems.ts';
import { listReadings } from '../queries/readings.ts';
import { findReviewResource } from '../queries/resources.ts';
import {
	findSecondDrawn,
	listFileReaders,
	listFirstReadings,
	tooFewReaders
} from '../queries/second-readings.ts';
import { findSource } from '../queries/sources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type SecondAsked = {
	review: string;
	source: string;
	/** In percent, as it was written. */
	share: string;
	seed: string;
	/** When the draw was made that whoever asks has seen; null where there was none. */
	seen: string | null;
	confirmed?: readonly string[];
};

/**
 * Returns how many were drawn. Takes the place of an earlier draw, as long as nobody began a second reading; the same
 * asked for twice is drawn once. Throws a Problem: not-found; form-invalid; draw-refused with a single reader, without
 * records or questions, or once a second reading was begun; changed-meanwhile when somebody else has drawn since.
 */
export function drawSecondReading(db: Database, by: By, asked: SecondAsked): number {
	const { review, confirmed } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'arrange-evidence', of }, (note) => {
		const source = findSource(db, review, asked.source);
		const { share, seed } = checked(asked);
		refuseIdentifiers({ seed }, confirmed);
		const before = findSecondDrawn(db, source.key);
		if (before && before.at !== asked.seen) {
			if (before.seed === seed && before.share === share) return before.records;
			throw new Problem(
				'changed-meanwhile',
				'Somebody else has drawn for the second reading since. Look at it first.'
			);
		}
		if (listReadings(db, source.key).some(({ reading }) => reading === 2))
			throw new Problem('draw-refused', 'A second reading was begun, so that the draw stays as it is.');
		if (source.instrument === null || source.recordCount === 0)
			throw new Problem('draw-refused', 'This source has nothing yet that could be read twice.');
		const readers = listFileReaders(db, review);
		if (readers.length < 2) throw new Problem('draw-refused', tooFewReaders(readers.map(({ name }) => name)));
		const drawn = drawSecondReadings(
			listFirstReadings(db, source.key),
			readers.map(({ person }) => person),
			{ seed, share }
		);
		if (drawn.length === 0)
			throw new Problem(
				'draw-refused',
				'Every record was given to every reader, so that nobody is left to read one blind.'
			);
		const authorship = { changedBy: authorOf(by.actor), changedAt: by.at };
		db.delete(givenRecords)
			.where(and(eq(givenRecords.sourceId, source.key), eq(givenRecords.reading, 2)))
			.run();
		for (const { record, reader } of drawn)
			db.insert(givenRecords)
				.values({ sourceId: source.key, record, personId: reader, reading: 2, ...authorship })
				.run();
		const kept: SecondDrawn = {
			way: drawMethod,
			seed,
			share,
			records: drawn.length,
			at: by.at,
			by: authorship.changedBy
		};
		db.update(samples).set({ second: kept }).where(eq(samples.sourceId, source.key)).run();
		db.update(sources)
			.set({ ...authorship, version: sql`${sources.version} + 1` })
			.where(eq(sources.id, source.key))
			.run();
		note({
			verb: 'second-reading-drawn',
			organisation: of()!.organisation,
			review,
			subject: source.id,
			facts: { records: drawn.length, of: source.recordCount, again: before !== null }
		});
		return drawn.length;
	});
}

function checked(asked: SecondAsked): { share: number; seed: string } {
	const percent = /^\d{1,3}(?:\.\d{1,2})?$/.test(asked.share.trim()) ? Number(asked.share) : NaN;
	const seed = tidySeed(asked.seed);
	refuseFaults({
		share: percent > 0 && percent <= 100 ? null : 'Write the share in percent, from 1 to 100.',
		seed: seed === null ? `Write a seed of 1 to ${longestSeed} characters: any word or number.` : null
	});
	return { share: percent / 100, seed: seed! };
}
