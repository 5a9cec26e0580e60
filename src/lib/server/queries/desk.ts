/** What the file-reading desk shows to whoever was given a record: their own reading of it and of no other. */
import type { Instrument } from '#lib/evidence/instrument.ts';
import type { DeskPage } from '#lib/pages/desk-page.ts';
import { deriveDeskGroups } from '#lib/pages/desk-questions.ts';
import { stateOfReading } from '#lib/pages/reading-list.ts';
import type { Actor } from '../access/actor.ts';
import { may } from '../access/may.ts';
import type { RecordResource } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { notFound } from '../problems.ts';
import { whyClosed } from './closed.ts';
import { findDocument } from './documents.ts';
import { loadReadingList } from './given-records.ts';
import {
	findOwnReading,
	findReading,
	isAdjudicated,
	listReadingAnswers,
	listReadingComments,
	type GivenAnswer,
	type OwnReading
} from './readings.ts';
import { findRecordResource } from './resources.ts';
import { findSource, type SourceSummary } from './sources.ts';

/** A reading as the commands of the desk find it. `settled`: why it does not change any more, in a sentence. */
export type DeskReading = OwnReading & {
	source: SourceSummary;
	instrument: Instrument;
	record: number;
	strata: Record<string, string>;
	answers: Map<number, GivenAnswer>;
	isComplete: boolean;
	settled: string | null;
};

export type DeskAsked = { review: string; source: string; reference: string };

/** The record that is asked for, as the commands of the desk ask whether it may be answered. */
export const deskRecord = (db: Database, asked: DeskAsked) => (): RecordResource | null =>
	findRecordResource(db, asked.review, asked.source, asked.reference);

/** Why nothing more is taken, said to whoever was given the record; null while it is taken, and for anybody else. */
export function whyDeskClosed(db: Database, actor: Actor, asked: DeskAsked): string | null {
	const record = deskRecord(db, asked)();
	if (actor.kind !== 'person' || !record?.givenTo.includes(actor.id)) return null;
	return may(actor, 'see-record', record).yes ? whyClosed(db, asked.review) : null;
}

/** What keeps a reading from being changed by who was given it, in the form in which the desk answers; null for nothing. */
export function whyDeskStops({ heldBy, settled }: DeskReading): { held: string } | { closed: string } | null {
	if (heldBy !== null) return { held: heldBy };
	return settled === null ? null : { closed: settled };
}

/** Throws a not-found Problem for what is not there or was not given to the actor. */
export function findDeskReading(db: Database, actor: Actor, asked: DeskAsked): DeskReading {
	const source = findSource(db, asked.review, asked.source);
	const absent = () => notFound('record given to you with the reference', asked.reference);
	const row = db.$client
		.prepare('select number, strata from records where source_id = ? and reference = ?')
		.get(source.key, asked.reference) as { number: number; strata: string } | undefined;
	const own = row && findOwnReading(db, actor, source.key, row.number);
	if (!row || !own || source.instrument === null) throw absent();
	const instrument = findDocument(db, 'instrument', source.instrument);
	const answers = listReadingAnswers(db, source.key, row.number, own.reading);
	const state = stateOfReading(own.kept, answers.size, instrument.questions.length);
	return {
		...own,
		source,
		instrument,
		record: row.number,
		strata: JSON.parse(row.strata) as Record<string, string>,
		answers,
		isComplete: state === 'completed',
		settled: whySettled(db, source.key, row.number, state === 'completed' ? own.reading : null)
	};
}

/** `complete`: which reading of it is complete; null where the reader's own is not. */
function whySettled(db: Database, key: number, record: number, complete: number | null): string | null {
	if (isAdjudicated(db, key, record))
		return 'Where the two readings of this record differed was settled, so that neither changes any more.';
	// From here on each reader may see the other's answers: agreement would say nothing if they could change theirs.
	const other = complete === null ? null : findReading(db, key, record, 3 - complete);
	return other?.state === 'complete'
		? 'Both readings of this record are complete and stand side by side, so that neither changes any more. Whoever leads or judges settles where they differ.'
		: null;
}

/** Throws a not-found Problem for what is not there or was not given to the actor. */
export function loadDeskPage(db: Database, actor: Actor, asked: DeskAsked): DeskPage {
	const found = findDeskReading(db, actor, asked);
	const { source, instrument, record, reading, kept, heldBy, answers } = found;
	const list = loadReadingList(db, asked.review, asked.source, actor);
	const own = list.readers.find((reader) => reader.own)?.lines ?? [];
	const place = own.findIndex((line) => line.number === record);
	const shown = heldBy === null;
	return {
		source: { id: source.id, title: source.title, unit: instrument.unit },
		reference: asked.reference,
		strata: Object.entries(found.strata).map(([column, value]) => ({ column, value })),
		reading,
		state: stateOfReading(kept, answers.size, instrument.questions.length),
		completedAt: kept?.completedAt ?? null,
		heldBy,
		settled: found.settled,
		groups: shown
			? deriveDeskGroups(instrument, answers, listReadingComments(db, source.key, record, reading))
			: [],
		questions: instrument.questions.length,
		comment: shown ? (kept?.comment ?? '') : '',
		place: { number: place + 1, of: own.length },
		previous: own[place - 1]?.reference ?? null,
		next: own[place + 1]?.reference ?? null
	};
}
