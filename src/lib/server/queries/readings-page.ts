/** What the pages on the readings of a source show: progress, the second reading, agreement; two readings side by side. */
import {
	agreementByPair,
	agreementByQuestion,
	agreementCsv,
	type AgreementRow
} from '#lib/pages/agreement-table.ts';
import type { DeskState } from '#lib/pages/desk-page.ts';
import { deriveReadingProgress, type ReadingProgress } from '#lib/pages/reading-progress.ts';
import { deriveTwoReadings, type TwoReadings } from '#lib/pages/two-readings.ts';
import { forJudges, whyWithheld } from '#lib/pages/withheld.ts';
import type { Instrument } from '#lib/evidence/instrument.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { notFound, Problem } from '../problems.ts';
import { authorName } from './authors.ts';
import { whyClosed } from './closed.ts';
import { findDocument } from './documents.ts';
import { loadReadingList } from './given-records.ts';
import { listReadingComments, listReadings, readingKey } from './readings.ts';
import {
	findSecondDrawn,
	listCompared,
	listDoubleReadings,
	listFileReaders,
	tooFewReaders,
	type ComparedAnswer,
	type DoubleReading,
	type HalfReading
} from './second-readings.ts';
import { findSource, type SourceSummary } from './sources.ts';
import { seesOf } from './visible-reviews.ts';

type Unit = { one: string; many: string };

export type DoubleLine = {
	reference: string;
	first: { name: string; state: DeskState };
	second: { name: string; state: DeskState };
	complete: boolean;
	/** Questions answered differently, and how many of these are not settled. Of incomplete ones nothing is known. */
	differ: number;
	open: number;
};

export type ReadingsPage = {
	source: { id: string; title: string };
	unit: Unit;
	records: number;
	progress: ReadingProgress;
	/** `share` in percent; `by` is a name. */
	drawn: { seed: string; way: string; share: number; records: number; at: string; by: string } | null;
	/** Why nothing can be drawn, in a sentence; null where it can. */
	refuse: string | null;
	doubles: DoubleLine[];
	/** Records that both readers have read to their end. */
	complete: number;
	byQuestion: AgreementRow[];
	byPair: AgreementRow[];
	closed: string | null;
};

/** `now`: ISO 8601. Throws a not-found Problem. */
export function loadReadingsPage(
	db: Database,
	actor: Actor,
	reviewId: string,
	sourceId: string,
	now: string
): ReadingsPage {
	const source = findSource(db, reviewId, sourceId);
	const instrument = instrumentOf(db, source);
	const { doubles, compared, byQuestion, byPair } = compareAll(db, source, instrument);
	const drawn = findSecondDrawn(db, source.key);
	const unit = instrument?.unit ?? { one: 'record', many: 'records' };
	return {
		source: { id: source.id, title: source.title },
		unit,
		records: source.recordCount,
		progress: deriveReadingProgress(readingsDone(db, actor, reviewId, source), unit, now),
		drawn: drawn && {
			seed: drawn.seed,
			way: drawn.way,
			share: Math.round(drawn.share * 10_000) / 100,
			records: drawn.records,
			at: drawn.at,
			by: authorName(db, drawn.by)
		},
		refuse: whyNotDrawn(db, reviewId, source, doubles),
		doubles: doubles.map((double) => toLine(double, compared, instrument)),
		complete: doubles.filter(({ complete }) => complete).length,
		byQuestion,
		byPair,
		closed: whyClosed(db, reviewId)
	};
}

/** The table of agreement as a CSV file. Throws a not-found Problem. */
export function loadAgreementCsv(
	db: Database,
	reviewId: string,
	sourceId: string
): { name: string; text: string } {
	const source = findSource(db, reviewId, sourceId);
	const { byQuestion, byPair } = compareAll(db, source, instrumentOf(db, source));
	return { name: `${reviewId}-${sourceId}-agreement.csv`, text: agreementCsv(byQuestion, byPair) };
}

function instrumentOf(db: Database, { instrument }: SourceSummary): Instrument | null {
	return instrument === null ? null : findDocument(db, 'instrument', instrument);
}

function compareAll(db: Database, { key }: SourceSummary, instrument: Instrument | null) {
	if (!instrument) return { doubles: [], compared: [], byQuestion: [], byPair: [] };
	const questions = instrument.questions.length;
	const doubles = listDoubleReadings(db, key, questions);
	const compared = listCompared(db, key, doubles, questions);
	const byRecord = new Map(doubles.map((each) => [each.record, each]));
	const told = compared.map((each) => {
		const { first, second } = byRecord.get(each.record)!;
		return { ...each, readers: [first.name, second.name] as [string, string] };
	});
	return {
		doubles,
		compared,
		byQuestion: agreementByQuestion(instrument, told),
		byPair: agreementByPair(instrument, told)
	};
}

function toLine(
	{ record, reference, first, second, complete }: DoubleReading,
	compared: readonly ComparedAnswer[],
	instrument: Instrument | null
): DoubleLine {
	const differing = compared.filter(
		(each) =>
			each.record === record &&
			instrument?.questions[each.question]?.type !== 'text' &&
			each.first?.code !== each.second?.code
	);
	return {
		reference,
		first: { name: first.name, state: first.state },
		second: { name: second.name, state: second.state },
		complete,
		differ: differing.length,
		open: differing.filter(({ settled }) => settled === null).length
	};
}

function whyNotDrawn(
	db: Database,
	reviewId: string,
	source: SourceSummary,
	doubles: readonly DoubleReading[]
): string | null {
	if (source.instrument === null || source.recordCount === 0)
		return 'This source has nothing yet that could be read twice.';
	if (doubles.some(({ second }) => second.state !== 'not-started'))
		return 'A second reading was begun, so that the draw stays as it is.';
	const readers = listFileReaders(db, reviewId);
	return readers.length < 2 ? tooFewReaders(readers.map(({ name }) => name)) : null;
}

/** Every reading that was given to somebody, once. */
function readingsDone(db: Database, actor: Actor, reviewId: string, source: SourceSummary) {
	const kept = new Map(
		listReadings(db, source.key).map((each) => [readingKey(each.record, each.reading), each])
	);
	return loadReadingList(db, reviewId, source.id, actor).readers.flatMap(({ person, name, lines }) =>
		lines
			.filter(({ heldBy }) => heldBy === null)
			.map(({ number, reading, status }) => {
				const row = kept.get(readingKey(number, reading));
				return {
					person,
					name,
					reading,
					state: status,
					completedAt: row?.completedAt ?? null,
					changes: row?.changes ?? 0
				};
			})
	);
}

export type TwoReadingsPage = {
	source: { id: string; title: string };
	unit: Unit;
	reference: string;
	/** Names, how far each is, and what they remarked on the record as a whole. */
	first: { name: string; state: DeskState; comment: string } | null;
	/** Null where nobody was given it for a second reading. */
	second: { name: string; state: DeskState; comment: string } | null;
	/** Null until both are complete. */
	readings: TwoReadings | null;
	closed: string | null;
};

/** Of a record that is there. Throws a not-found Problem for a source that is not, or that asks no questions. */
export function loadTwoReadings(
	db: Database,
	actor: Actor,
	reviewId: string,
	sourceId: string,
	reference: string
): TwoReadingsPage {
	const source = findSource(db, reviewId, sourceId);
	const instrument = instrumentOf(db, source);
	const double =
		instrument &&
		listDoubleReadings(db, source.key, instrument.questions.length).find(
			(each) => each.reference === reference
		);
	if (!instrument) throw notFound('reading of a record with the reference', reference);
	const about = {
		source: { id: source.id, title: source.title },
		unit: instrument.unit,
		reference,
		closed: whyClosed(db, reviewId)
	};
	if (!double) return { ...about, first: null, second: null, readings: null };
	const { first, second, record, complete } = double;
	const half = (each: HalfReading) => ({ name: each.name, state: each.state, comment: each.comment });
	return {
		...about,
		first: half(first),
		second: half(second),
		readings: complete
			? deriveTwoReadings({
					instrument,
					answers: listCompared(db, source.key, [double], instrument.questions.length).map((each) => ({
						...each,
						settled: each.settled && { ...each.settled, by: authorName(db, each.settled.by) }
					})),
					comments: [
						listReadingComments(db, source.key, record, 1),
						listReadingComments(db, source.key, record, 2)
					],
					withheld: whyWithheld(source.kind, { ...seesOf(db, actor, reviewId), records: true })
						? forJudges
						: null
				})
			: null
	};
}

type Shown = 'first' | 'second' | 'readings';
/** As above, with both readings there. */
export type TwiceRead = Omit<TwoReadingsPage, Shown> & {
	[Name in Shown]: NonNullable<TwoReadingsPage[Name]>;
};

/** Both readings of a record that two readers have read to the end; null for any other record, or one that is not there. */
export function findTwiceRead(
	db: Database,
	actor: Actor,
	reviewId: string,
	sourceId: string,
	reference: string
): TwiceRead | null {
	try {
		const { first, second, readings, ...two } = loadTwoReadings(db, actor, reviewId, sourceId, reference);
		return readings && first && second ? { ...two, first, second, readings } : null;
	} catch (error) {
		if (error instanceof Problem && error.code === 'not-found') return null;
		throw error;
	}
}
