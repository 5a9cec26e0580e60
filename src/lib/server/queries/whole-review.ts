/** Reads a whole review as a bundle: what is exported, and what the report is derived from. */
import { answerWords } from '#lib/evidence/answer.ts';
import type { Instrument } from '#lib/evidence/instrument.ts';
import type { SourceRecord } from '#lib/evidence/source.ts';
import type { Bundle } from '#lib/reports/bundle.ts';
import type { Database } from '../db/open.ts';
import { eachAnswer, listRecords } from './answers.ts';
import { listEvaluations, listFindings, listNarratives, listRecommendations } from './conclusions.ts';
import { findDocument } from './documents.ts';
import { listInvolvement } from './involvement.ts';
import { findReview } from './reviews.ts';
import { listSources } from './sources.ts';

/**
 * The bundle of a review, with or without the records (a report needs only their measures).
 * Throws a not-found Problem.
 */
export function loadWholeReview(db: Database, id: string, { withRecords }: { withRecords: boolean }): Bundle {
	const { partnershipName, ...review } = findReview(db, id);
	const sources = listSources(db, id);
	const references = [...new Set(sources.flatMap((source) => source.instrument ?? []))];
	const instruments = new Map(
		references.map((reference) => [reference, findDocument(db, 'instrument', reference)])
	);
	return {
		format: 'cairn-review',
		version: 1,
		review,
		instruments: [...instruments.values()],
		sources: sources.map(({ key, recordCount, ...source }) => ({
			...source,
			records:
				withRecords && source.instrument ? readRecords(db, key, instruments.get(source.instrument)!) : []
		})),
		involvement: listInvolvement(db, id),
		narratives: listNarratives(db, id),
		findings: listFindings(db, id),
		evaluations: listEvaluations(db, id),
		recommendations: listRecommendations(db, id)
	};
}

function readRecords(db: Database, key: number, instrument: Instrument): SourceRecord[] {
	const records = new Map(
		listRecords(db, key).map(({ number, reference, strata }): [number, SourceRecord] => [
			number,
			{ reference, strata, answers: {} }
		])
	);
	for (const { question, record, code, text } of eachAnswer(db, key)) {
		const asked = instrument.questions[question]!;
		records.get(record)!.answers[asked.code] = answerWords(asked, code, text ?? undefined);
	}
	return [...records.values()];
}
