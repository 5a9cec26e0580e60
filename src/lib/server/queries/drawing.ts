/** Reads the frame of a source, what was drawn from it, and the replacements that were used. `key` is the source's. */
import { and, asc, count, eq, isNotNull, ne } from 'drizzle-orm';
import type { FrameEntry } from '#lib/evidence/frame.ts';
import type { Drawn } from '#lib/evidence/sample.ts';
import { DrawFault, drawSample, type DrawAsked } from '#lib/measures/sampling/draw.ts';
import { drawMethod } from '#lib/measures/sampling/lots.ts';
import type { Database } from '../db/open.ts';
import { answers, records, samples, writtenAnswers } from '../db/schema/evidence.ts';
import { adjudications, readingComments, readings } from '../db/schema/readings.ts';
import { frameEntries, type FrameStanding } from '../db/schema/drawing.ts';

/** In the order in which they were given. */
export function listFrame(db: Database, key: number): FrameEntry[] {
	return db
		.select({ reference: frameEntries.reference, strata: frameEntries.strata })
		.from(frameEntries)
		.where(eq(frameEntries.sourceId, key))
		.orderBy(asc(frameEntries.position))
		.all();
}

export type FrameColumn = {
	name: string;
	/** The largest first; of a column with more than 50 values none, since it has no strata. */
	strata: { name: string; size: number }[];
	values: number;
	/** How many of the frame have nothing in it. */
	missing: number;
};

export type FrameSummary = { size: number; columns: FrameColumn[] };

/** Null while there is no frame. */
export function summariseFrame(db: Database, key: number): FrameSummary | null {
	const size = db.select({ entries: count() }).from(frameEntries).where(eq(frameEntries.sourceId, key)).get()!
		.entries;
	if (size === 0) return null;
	const rows = db.$client
		.prepare(
			`select each.key as name, each.value as stratum, count(*) as size
			 from frame_entries, json_each(strata) as each where source_id = ?
			 group by 1, 2 order by size desc, stratum`
		)
		.all(key) as { name: string; stratum: string; size: number }[];
	const byColumn = Map.groupBy(rows, ({ name }) => name);
	const inOrder = new Set([...firstColumns(db, key), ...byColumn.keys()]);
	const columns = [...inOrder]
		.map((name) => [name, byColumn.get(name)!] as const)
		.map(([name, found]) => ({
			name,
			strata:
				found.length > mostStrata ? [] : found.map(({ stratum, size: of }) => ({ name: stratum, size: of })),
			values: found.length,
			missing: size - found.reduce((sum, { size: of }) => sum + of, 0)
		}));
	return { size, columns };
}

const mostStrata = 50;

/** The columns in the order of the file, as the first of the frame has them. */
function firstColumns(db: Database, key: number): string[] {
	const first = db
		.select({ strata: frameEntries.strata })
		.from(frameEntries)
		.where(and(eq(frameEntries.sourceId, key), eq(frameEntries.position, 1)))
		.get();
	return Object.keys(first?.strata ?? {});
}

export type DrawnEntry = {
	reference: string;
	strata: Record<string, string>;
	standing: FrameStanding;
	/** From 1; the replacements follow the sample. */
	order: number;
	/** Number of the record that it is, or was. */
	record: number | null;
	/** Of a replacement that was used: the reference of what it stands for, and why. */
	standsFor: string | null;
	reason: string | null;
	changedBy: string;
	changedAt: string;
};

/** Everything that was drawn, replacements too, in the order of drawing. */
export function listDrawn(db: Database, key: number): DrawnEntry[] {
	return db
		.select()
		.from(frameEntries)
		.where(and(eq(frameEntries.sourceId, key), ne(frameEntries.standing, 'left')))
		.orderBy(asc(frameEntries.drawOrder))
		.all()
		.map(({ reference, strata, standing, drawOrder, record, standsFor, reason, changedBy, changedAt }) => ({
			reference,
			strata,
			standing,
			order: drawOrder!,
			record,
			standsFor,
			reason,
			changedBy,
			changedAt
		}));
}

/** The draw that was made; null where none was. */
export function findDrawn(db: Database, key: number): Drawn | null {
	return (
		db.select({ drawn: samples.drawn }).from(samples).where(eq(samples.sourceId, key)).get()?.drawn ?? null
	);
}

/** What was asked for when a draw was made. */
export function askedOf(drawn: Drawn): DrawAsked {
	const { column, seed, size, allocation, strata, replacements } = drawn;
	const census = drawn.way === censusWay;
	return {
		design: census ? 'census' : column === null ? 'random' : 'stratified',
		seed,
		size,
		column,
		numbers: allocation === 'set' ? strata : null,
		replacements
	};
}

/** The way of a census, in which nothing is left to chance. */
export const censusWay = 'census';

/**
 * Draws again from the frame and the seed, and says whether the same comes out in the same order. Null where it was
 * drawn in a way that is not known here, nothing was drawn, or the frame was erased.
 */
export function checkDraw(db: Database, key: number): boolean | null {
	const drawn = findDrawn(db, key);
	const frame = listFrame(db, key);
	if (!drawn || frame.length === 0 || (drawn.way !== drawMethod && drawn.way !== censusWay)) return null;
	const kept = listDrawn(db, key).map(({ reference }) => reference);
	const expected = drawnAgain(frame, drawn);
	return expected.length === kept.length && expected.every((reference, index) => reference === kept[index]);
}

/** The references in their order; none where the frame could not have given such a sample. */
function drawnAgain(frame: readonly FrameEntry[], drawn: Drawn): string[] {
	try {
		const again = drawSample(frame, askedOf(drawn));
		return [...again.drawn, ...again.replacements].map(({ reference }) => reference);
	} catch (error) {
		if (error instanceof DrawFault) return [];
		throw error;
	}
}

/** Whether anything was given to the records of a source: an answer, a comment, a reading; or an import brought them. */
export function hasAnswers(db: Database, key: number): boolean {
	const given = [answers, writtenAnswers, readings, readingComments, adjudications].some((table) =>
		db.select({ record: table.record }).from(table).where(eq(table.sourceId, key)).limit(1).get()
	);
	const imported = db
		.select({ number: records.number })
		.from(records)
		.where(and(eq(records.sourceId, key), isNotNull(records.batchId)))
		.limit(1)
		.get();
	return given || imported !== undefined;
}

/** How many records there are that no draw put there. */
export function countOwnRecords(db: Database, key: number): number {
	return db.$client
		.prepare(
			`select count(*) from records where source_id = @key and number not in
			 (select record from frame_entries where source_id = @key and record is not null)`
		)
		.pluck()
		.get({ key }) as number;
}
