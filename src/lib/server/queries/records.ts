/** Reads one record of a source: its answers, and the records before and after it. */
import type { Database } from '../db/open.ts';
import { notFound } from '../problems.ts';
import { eachAnswer, type AnsweredRecord } from './answers.ts';
import type { SourceSummary } from './sources.ts';

export type RecordWithAnswers = AnsweredRecord & {
	/** Position of the question → coded answer. */
	answers: Map<number, { code: number; text: string | null }>;
	/** References of the records before and after it. */
	previous: string | null;
	next: string | null;
};

/** Throws a not-found Problem when the source has no record with this reference. */
export function findRecord(db: Database, source: SourceSummary, reference: string): RecordWithAnswers {
	const row = db.$client
		.prepare('select number, reference, strata from records where source_id = ? and reference = ?')
		.get(source.key, reference) as { number: number; reference: string; strata: string } | undefined;
	if (!row) throw notFound(`record of “${source.title}” with the reference`, reference);
	// Numbers may be missing: those of a batch that was withdrawn.
	const before = db.$client
		.prepare('select reference from records where source_id = ? and number < ? order by number desc limit 1')
		.pluck();
	const after = db.$client
		.prepare('select reference from records where source_id = ? and number > ? order by number limit 1')
		.pluck();
	const answers = [...eachAnswer(db, source.key, row.number)];
	return {
		...row,
		strata: JSON.parse(row.strata) as Record<string, string>,
		answers: new Map(answers.map(({ question, code, text }) => [question, { code, text }])),
		previous: (before.get(source.key, row.number) as string | undefined) ?? null,
		next: (after.get(source.key, row.number) as string | undefined) ?? null
	};
}
