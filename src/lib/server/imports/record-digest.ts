/** Of what stood in the row of a record, so that the same row is known again when it comes a second time. */
import { createHash } from 'node:crypto';
import type { CodedRecord } from '../commands/record-answers.ts';

/**
 * SHA-256 in hexadecimal over strata and answers, in whatever order they stand; the reference is left out, since a file
 * may have none of its own.
 */
export function recordDigest({ strata, answers }: Pick<CodedRecord, 'strata' | 'answers'>): string {
	const groups = Object.entries(strata).sort(([a], [b]) => (a < b ? -1 : 1));
	const coded = answers
		.map(({ question, code, text }) => [question, code, text ?? null] as const)
		.sort(([a], [b]) => a - b);
	return createHash('sha256')
		.update(JSON.stringify([groups, coded]))
		.digest('hex');
}
