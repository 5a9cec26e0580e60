/** Draws the sample of a source from its frame. Of files that are read, what is drawn become the records of the source. */
import { eq, sql } from 'drizzle-orm';
import type { FrameEntry } from '#lib/evidence/frame.ts';
import type { Drawn } from '#lib/evidence/sample.ts';
import { DrawFault, drawSample, type Draw, type DrawAsked } from '#lib/measures/sampling/draw.ts';
import { drawSentence } from '#lib/measures/sampling/draw-words.ts';
import { drawMethod, longestSeed, tidySeed } from '#lib/measures/sampling/lots.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { samples, sources } from '../db/schema/evidence.ts';
import { FormProblem, Problem } from '../problems.ts';
import { askedOf, censusWay, findDrawn, listFrame } from '../queries/drawing.ts';
import { findReviewResource } from '../queries/resources.ts';
import { sampleUnit } from '../queries/sample-page.ts';
import { findSource, type SourceSummary } from '../queries/sources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { recordAnswers } from './record-answers.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';
import { removeDrawn } from './remove-drawn.ts';

export type SampleAsked = {
	review: string;
	source: string;
	draw: DrawAsked;
	/** When the draw was made that whoever asks has seen; null where there was none. */
	seen: string | null;
	confirmed?: readonly string[];
};

/** Whether what is drawn are the records themselves; to a survey people answer, who have references of their own. */
export const drawsRecords = ({ kind }: Pick<SourceSummary, 'kind'>) => kind === 'case-file-reading';

/**
 * The same asked for twice is drawn once. Throws a Problem: not-found; form-invalid; draw-refused without a frame;
 * changed-meanwhile when somebody else has drawn since.
 */
export function drawSourceSample(db: Database, by: By, asked: SampleAsked): void {
	const { review, source: id, seen, confirmed } = asked;
	const of = () => findReviewResource(db, review);
	change(db, by, { action: 'arrange-evidence', of }, (note) => {
		const source = findSource(db, review, id);
		const wanted = checkedAsked(asked.draw, confirmed);
		const before = findDrawn(db, source.key);
		if (before && before.at !== seen) {
			if (isSame(askedOf(before), wanted)) return;
			throw new Problem('changed-meanwhile', 'Somebody else has drawn a sample since. Look at it first.');
		}
		const frame = listFrame(db, source.key);
		if (frame.length === 0)
			throw new Problem('draw-refused', 'Give the frame first, from which the sample is drawn.');
		const draw = drawn(frame, wanted);
		removeDrawn(db, source.key);
		keepDraw(db, by, source, {
			draw,
			asked: wanted,
			frameSize: frame.length,
			unit: sampleUnit(db, source).many
		});
		note({
			verb: 'sample-drawn',
			organisation: of()!.organisation,
			review,
			subject: source.id,
			facts: {
				drawn: draw.drawn.length,
				frame: frame.length,
				replacements: draw.replacements.length,
				design: wanted.design,
				again: before !== null
			}
		});
	});
}

function checkedAsked(asked: DrawAsked, confirmed: readonly string[] | undefined): DrawAsked {
	if (asked.design === 'census')
		return { ...asked, seed: '', size: 0, column: null, numbers: null, replacements: 0 };
	const seed = tidySeed(asked.seed);
	if (seed === null)
		throw new FormProblem({ seed: `Write a seed of 1 to ${longestSeed} characters: any word or number.` });
	refuseIdentifiers({ seed }, confirmed);
	return asked.design === 'random' ? { ...asked, seed, column: null, numbers: null } : { ...asked, seed };
}

function isSame(one: DrawAsked, other: DrawAsked): boolean {
	const told = ({ design, seed, size, column, numbers, replacements }: DrawAsked) =>
		JSON.stringify([
			design,
			seed,
			numbers ? null : size,
			column,
			numbers &&
				Object.entries(numbers)
					.filter(([, number]) => number > 0)
					.sort(),
			replacements
		]);
	return told(one) === told(other);
}

function drawn(frame: readonly FrameEntry[], asked: DrawAsked): Draw {
	try {
		return drawSample(frame, asked);
	} catch (error) {
		if (error instanceof DrawFault)
			throw new FormProblem({ [error.field === 'size' ? 'drawSize' : error.field]: error.message });
		throw error;
	}
}

type Made = { draw: Draw; asked: DrawAsked; frameSize: number; unit: string };

function keepDraw(db: Database, by: By, source: SourceSummary, { draw, asked, frameSize, unit }: Made): void {
	const key = source.key;
	const isRecords = drawsRecords(source);
	if (isRecords)
		recordAnswers(
			db,
			key,
			draw.drawn.map(({ reference, strata }) => ({ reference, strata, answers: [] }))
		);
	const authorship = { changedBy: authorOf(by.actor), changedAt: by.at };
	const stand = db.$client.prepare(
		`update frame_entries set standing = @standing, draw_order = @order, record = @record,
		 changed_by = @changedBy, changed_at = @changedAt, version = version + 1
		 where source_id = @key and reference = @reference`
	);
	const { drawn, replacements } = draw;
	drawn.forEach(({ reference }, at) =>
		stand.run({
			...{ key, reference, standing: 'drawn', order: at + 1 },
			record: isRecords ? at + 1 : null,
			...authorship
		})
	);
	replacements.forEach(({ reference }, at) => {
		const order = drawn.length + at + 1;
		stand.run({ key, reference, standing: 'replacement', order, record: null, ...authorship });
	});
	const isStratified = draw.strata !== null;
	const kept: Drawn = {
		way: asked.design === 'census' ? censusWay : drawMethod,
		seed: asked.seed,
		size: draw.drawn.length,
		column: asked.column,
		allocation: isStratified ? (asked.numbers ? 'set' : 'proportional') : null,
		strata:
			draw.strata && Object.fromEntries(draw.strata.map(({ stratum, drawn: number }) => [stratum, number])),
		replacements: asked.replacements,
		at: by.at,
		by: authorship.changedBy
	};
	const sizes = draw.strata && Object.fromEntries(draw.strata.map(({ stratum, frame }) => [stratum, frame]));
	db.update(samples)
		.set({
			frameSize,
			// Nobody knows which stratum of the frame an answer to a survey is from; `drawn` says how many were asked in each.
			strata: isRecords && sizes ? { column: asked.column!, sizes } : null,
			howDrawn: drawSentence(draw, asked, frameSize, unit),
			drawn: kept,
			// Who answers a survey decides that alone: the draw says who was asked, and no more.
			...(isRecords ? { design: asked.design } : { asked: draw.drawn.length })
		})
		.where(eq(samples.sourceId, key))
		.run();
	db.update(sources)
		.set({ ...authorship, version: sql`${sources.version} + 1` })
		.where(eq(sources.id, key))
		.run();
}
