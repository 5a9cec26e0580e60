/** Of what stood in the row of a record, so that the same row is known again when it comes a second time. */
import { createHash } from 'node:crypto';
import type { CodedRecord } from './answer-columns.ts';

/** SHA-256 in hexadecimal. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The same as for a row of a mapped table (evidence/imports/dry-run-rows.ts): answers in their order, then strata. */
export function recordDigest({ strata, answers }: Pick<CodedRecord, 'strata' | 'answers'>): string {
	const coded = [...answers]
		.sort((a, b) => a.question - b.question)
		.map(({ question, code, text }) => (text === undefined ? [question, code] : [question, code, text]));
	const groups = Object.entries(strata).sort(([a], [b]) => (a < b ? -1 : 1));
	return digestOf(JSON.stringify([coded, groups]));
}
