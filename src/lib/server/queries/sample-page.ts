/** What the page of a sample shows: the frame, the plan, what was drawn from it, and the replacements. */
import { drawnCsv } from '#lib/pages/drawn-csv.ts';
import { derivePlan, type PlanAsked, type SamplePlanPage } from '#lib/pages/sample-plan.ts';
import type { Database } from '../db/open.ts';
import { countFrameByStratum } from './answers.ts';
import { authorName } from './authors.ts';
import { findDocument } from './documents.ts';
import {
	checkDraw,
	findDrawn,
	hasAnswers,
	listDrawn,
	summariseFrame,
	type DrawnEntry,
	type FrameSummary
} from './drawing.ts';
import { whyClosed } from './closed.ts';
import { findReview } from './reviews.ts';
import { findSource, type SourceSummary } from './sources.ts';

export type Unit = { one: string; many: string };

export type DrawnPage = {
	way: string;
	seed: string;
	at: string;
	/** Name of who drew it. */
	by: string;
	column: string | null;
	/** By stratum, the largest first; empty unless stratified. */
	strata: { stratum: string; frame: number; drawn: number; left: number }[];
	/** All that was drawn, in the order of drawing, replacements too. */
	entries: DrawnEntry[];
	/** Replacements that were used, the latest last, with the names of those who did. */
	uses: (DrawnEntry & { by: string })[];
};

export type SamplePage = {
	source: { id: string; title: string; kind: SourceSummary['kind']; howDrawn: string };
	unit: Unit;
	frame: FrameSummary | null;
	/** How many there are, as was said of the source before; null where nothing was. */
	stated: number | null;
	plan: SamplePlanPage;
	drawn: DrawnPage | null;
	/** What keeps the sample as it is; null while it can still be drawn anew. */
	stays: 'answers' | 'replacement' | null;
	/** Why nothing can be changed any more; null while it can. */
	closed: string | null;
	/** Of a draw that was asked to be checked: whether the same comes out again. Null where that cannot be told. */
	check: boolean | null;
};

/** Throws a not-found Problem. */
export function loadSamplePage(
	db: Database,
	reviewId: string,
	sourceId: string,
	asked: PlanAsked & { check: boolean }
): SamplePage {
	const source = findSource(db, reviewId, sourceId);
	const scale = findDocument(db, 'quantity-scale', findReview(db, reviewId).quantityScale);
	const unit = sampleUnit(db, source);
	const frame = summariseFrame(db, source.key);
	const stated = source.sample.frameSize;
	const drawn = loadDrawn(db, source);
	return {
		source: { id: source.id, title: source.title, kind: source.kind, howDrawn: source.sample.howDrawn },
		unit,
		frame,
		stated,
		plan: derivePlan({ ...asked, of: asked.of || String(stated ?? '') }, frame, scale, unit),
		drawn,
		stays: hasAnswers(db, source.key) ? 'answers' : drawn && drawn.uses.length > 0 ? 'replacement' : null,
		closed: whyClosed(db, reviewId),
		check: asked.check ? checkDraw(db, source.key) : null
	};
}

/** What is drawn: files, or people to be asked. */
export function sampleUnit(db: Database, source: SourceSummary): Unit {
	if (source.kind !== 'case-file-reading') return { one: 'member', many: 'members' };
	const instrument = source.instrument === null ? null : findDocument(db, 'instrument', source.instrument);
	return instrument?.unit ?? { one: 'file', many: 'files' };
}

function loadDrawn(db: Database, { key, sample }: SourceSummary): DrawnPage | null {
	const drawn = findDrawn(db, key);
	if (!drawn) return null;
	const entries = listDrawn(db, key);
	const { way, seed, at, column } = drawn;
	const sizes = sample.strata?.sizes ?? (column === null ? {} : countFrameByStratum(db, key, column));
	const left = (stratum: string) =>
		entries.filter(
			({ standing, strata }) => standing === 'replacement' && column !== null && strata[column] === stratum
		).length;
	return {
		way,
		seed,
		at,
		by: authorName(db, drawn.by),
		column,
		strata: Object.entries(drawn.strata ?? {}).map(([stratum, number]) => ({
			stratum,
			frame: sizes[stratum] ?? 0,
			drawn: number,
			left: left(stratum)
		})),
		entries,
		uses: entries
			.filter(({ standsFor }) => standsFor !== null)
			.sort((a, b) => (a.changedAt < b.changedAt ? -1 : 1))
			.map((entry) => ({ ...entry, by: authorName(db, entry.changedBy) }))
	};
}

/** The drawn list as a file. Throws a not-found Problem. */
export function loadDrawnCsv(
	db: Database,
	reviewId: string,
	sourceId: string
): { name: string; text: string } {
	const { key, id } = findSource(db, reviewId, sourceId);
	const columns = summariseFrame(db, key)?.columns.map(({ name }) => name) ?? [];
	return { name: `${id}-sample.csv`, text: drawnCsv(listDrawn(db, key), columns) };
}
