/** What kinds of sources differ by: those whose files are read or whose people are asked, and those that are heard. */
import type { Source } from './source.ts';

const asked: readonly Source['kind'][] = [
	'case-file-reading',
	'staff-survey',
	'supported-person-questionnaire',
	'unpaid-carer-questionnaire'
];

/** Whether questions belong to the kind: files to read with them, people who answer them. */
export const isAskedKind = (kind: Source['kind']): boolean => asked.includes(kind);

/** Whether people answer for themselves. */
export const isSurveyKind = (kind: Source['kind']): boolean =>
	isAskedKind(kind) && kind !== 'case-file-reading';

/** Whether notes are taken of what was said, seen or read. */
export const isNotedKind = (kind: Source['kind']): boolean =>
	!isAskedKind(kind) && kind !== 'performance-data';
