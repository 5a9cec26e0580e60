/** The shares of a review that can be compared with those of others: one of each question that every partnership asks alike. */
import { createHash } from 'node:crypto';
import type { Cell } from '#lib/benchmark/cell.ts';
import type { Instrument, Question } from '#lib/evidence/instrument.ts';
import { referenceOf } from '#lib/frameworks/source.ts';
import { smallestShown } from '#lib/measures/small-groups.ts';
import { hasShare, tallyAnswers } from '#lib/measures/tally.ts';
import type { Database } from '../db/open.ts';
import { countAnswers } from './answers.ts';
import { listAskedSources, type AskedSource } from './asked-sources.ts';
import { findDocument } from './documents.ts';
import { shippedInstruments } from './library.ts';

type ShareResult = { cell: Cell; value: { positive: number; base: number } };

/** The shares of the questions of instruments that come with Cairn: every partnership asks them alike. */
export function measuresOf(db: Database, reviewId: string): ShareResult[] {
	const shipped = new Set(shippedInstruments());
	const asked = listAskedSources(db, reviewId).filter(({ instrument }) => shipped.has(instrument));
	return [...Map.groupBy(asked, ({ instrument }) => instrument)].flatMap(([reference, sources]) =>
		measuresFrom(db, findDocument(db, 'instrument', reference), sources)
	);
}

function measuresFrom(db: Database, instrument: Instrument, sources: readonly AskedSource[]): ShareResult[] {
	const counted = sources.map((source) => ({ ...source, counts: countAnswers(db, source.key) }));
	const sampled = sources.every(({ design }) => drawnDesigns.includes(design));
	return instrument.questions.flatMap((question, position): ShareResult[] => {
		if (!hasShare(question)) return [];
		const tallies = counted.map(({ counts, records }) =>
			tallyAnswers(question, counts.get(position) ?? new Map<number, number>(), records)
		);
		const value = {
			positive: tallies.reduce((sum, { positive }) => sum + positive, 0),
			base: tallies.reduce((sum, { base }) => sum + base, 0)
		};
		// Of so few people or files nothing is said, here as anywhere.
		if (value.base < smallestShown) return [];
		return [{ cell: questionCell(instrument, question, sampled), value }];
	});
}

const drawnDesigns: readonly AskedSource['design'][] = ['random', 'stratified', 'census'];

function questionCell(instrument: Instrument, question: Question, sampled: boolean): Cell {
	return {
		id: `question:${instrument.id}/${question.code}`,
		kind: 'measures',
		version: `${referenceOf(instrument)} ${digestOf(question)}`,
		code: question.code,
		instrument: instrument.id,
		title: question.label ?? question.wording,
		wording: question.wording,
		message: question.message ?? '',
		elements: [...question.elements],
		sampled,
		steps: null
	};
}

/** Of what makes two questions the same one. */
function digestOf({ code, wording, type, positive, asksAboutRecording }: Question): string {
	const same = JSON.stringify([code, wording, type, positive, asksAboutRecording]);
	return createHash('sha256').update(same).digest('hex').slice(0, 16);
}
