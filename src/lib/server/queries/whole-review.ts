/** Reads a whole review as a bundle: what is exported, and what the report is derived from. */
import { answerWords } from '#lib/evidence/answer.ts';
import type { Instrument } from '#lib/evidence/instrument.ts';
import type { Passage, SourceRecord } from '#lib/evidence/source.ts';
import type { Action } from '#lib/improvement/action.ts';
import type { Link } from '#lib/judgement/judgement.ts';
import type { Bundle } from '#lib/reports/bundle.ts';
import type { Database } from '../db/open.ts';
import { eachAnswer, hasRecord, listRecords } from './answers.ts';
import { listActions } from './actions.ts';
import { listEvaluations, listFindings, listNarratives, listRecommendations } from './conclusions.ts';
import { findDocument } from './documents.ts';
import { listInvolvement } from './involvement.ts';
import { listReadiness } from './readiness.ts';
import { findReview } from './reviews.ts';
import { listSelfChecksOf } from './self-checks.ts';
import { listSources, type SourceSummary } from './sources.ts';

/**
 * The bundle of a review, with or without the records (a report needs only their measures). With them, records are
 * numbered on from 1 as a bundle numbers them, and so are the passages of their answers. What it leaves out: left-out.ts.
 * Throws a not-found Problem.
 */
export function loadWholeReview(db: Database, id: string, { withRecords }: { withRecords: boolean }): Bundle {
	const { partnershipName, ...review } = findReview(db, id);
	const sources = listSources(db, id);
	const references = [...new Set(sources.flatMap((source) => source.instrument ?? []))];
	const instruments = new Map(
		references.map((reference) => [reference, findDocument(db, 'instrument', reference)])
	);
	const instrumentOf = ({ instrument }: SourceSummary) =>
		instrument === null ? undefined : instruments.get(instrument);
	const recommendations = listRecommendations(db, id);
	const selfChecks = listSelfChecksOf(db, id);
	return {
		format: 'cairn-review',
		version: 1,
		review,
		instruments: [...instruments.values()],
		sources: sources.map((summary) => {
			const { key, recordCount, ...source } = summary;
			const instrument = instrumentOf(summary);
			if (!withRecords || !instrument) return { ...source, records: [] };
			const records = readRecords(db, key, instrument);
			return {
				...source,
				passages: renumbered(source.passages, [...records.keys()]),
				records: [...records.values()]
			};
		}),
		involvement: listInvolvement(db, id),
		narratives: listNarratives(db, id),
		findings: listFindings(db, id).map((finding) => ({
			...finding,
			links: finding.links.filter((link) => isThere(db, link, sources, instrumentOf))
		})),
		evaluations: listEvaluations(db, id),
		recommendations,
		readiness: listReadiness(db, id),
		actions: listActions(db, id).map((action) => ({
			...action,
			...(isTiedStill(db, action, sources, instrumentOf)
				? {}
				: { source: null, question: null, figure: null }),
			recommendation: recommendations.some(({ number }) => number === action.recommendation)
				? action.recommendation
				: null
		})),
		...(selfChecks.length > 0 ? { selfChecks } : {})
	};
}

/**
 * Nothing rests on a passage, a figure or a record that was withdrawn, nor on a question that the source does not ask
 * any more.
 */
function isThere(
	db: Database,
	{ source, question, passage, figure, record }: Link,
	sources: readonly SourceSummary[],
	instrumentOf: (source: SourceSummary) => Instrument | undefined
): boolean {
	const own = sources.find(({ id }) => id === source);
	if (!own) return false;
	if (passage !== undefined && !own.passages.some(({ id }) => id === passage)) return false;
	if (figure !== undefined && !own.figures.some(({ id }) => id === figure)) return false;
	if (record !== undefined && !hasRecord(db, own.key, record)) return false;
	return question === undefined || !!instrumentOf(own)?.questions.some(({ code }) => code === question);
}

/** An action is measured by a question or a figure only while its source has it. */
function isTiedStill(
	db: Database,
	{ source, question, figure }: Action,
	sources: readonly SourceSummary[],
	instrumentOf: (source: SourceSummary) => Instrument | undefined
): boolean {
	if (source === null) return true;
	if (figure !== null && !sources.find(({ id }) => id === source)?.figures.some(({ id }) => id === figure))
		return false;
	return isThere(db, { source, ...(question === null ? {} : { question }) }, sources, instrumentOf);
}

/** `numbers`: of the records in their order; those of a batch that was withdrawn are missing from them. */
function renumbered(passages: readonly Passage[], numbers: readonly number[]): Passage[] {
	const places = new Map(numbers.map((number, index) => [number, index + 1]));
	return passages.map((passage) =>
		passage.record === null ? passage : { ...passage, record: places.get(passage.record)! }
	);
}

/** By their numbers, in their order. */
function readRecords(db: Database, key: number, instrument: Instrument): Map<number, SourceRecord> {
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
	return records;
}
