/**
 * The kinds of sources, what they differ by, and the ways in which a sample is drawn. Without the schemas of source.ts,
 * so that pages take no parser along.
 */

export const sourceKinds = [
	'case-file-reading',
	'staff-survey',
	'supported-person-questionnaire',
	'unpaid-carer-questionnaire',
	'focus-group',
	'interview',
	'observation',
	'document',
	'performance-data',
	'report'
] as const;
export type SourceKind = (typeof sourceKinds)[number];

export const designs = ['random', 'stratified', 'census', 'purposive', 'self-selected'] as const;
export type Design = (typeof designs)[number];

const asked: readonly SourceKind[] = [
	'case-file-reading',
	'staff-survey',
	'supported-person-questionnaire',
	'unpaid-carer-questionnaire'
];

/** Whether questions belong to the kind: files to read with them, people who answer them. */
export const isAskedKind = (kind: SourceKind): boolean => asked.includes(kind);

/** Whether people answer for themselves. */
export const isSurveyKind = (kind: SourceKind): boolean => isAskedKind(kind) && kind !== 'case-file-reading';

/** Whether notes are taken of what was said, seen or read. */
export const isNotedKind = (kind: SourceKind): boolean => !isAskedKind(kind) && kind !== 'performance-data';
