/** The words for kinds of reviews, sources and samples: written once, used on every page of a review. */
import type { Design, Source } from '#lib/evidence/source.ts';
import type { Finding } from '#lib/judgement/judgement.ts';
import { formatCount } from '#lib/measures/figures.ts';
import type { Review } from './bundle.ts';

export const kindNames: Record<Review['kind'], string> = {
	'thematic-review': 'Thematic review',
	'self-evaluation': 'Self-evaluation'
};

export const sourceKindNames: Record<Source['kind'], string> = {
	'case-file-reading': 'Case-file reading',
	'staff-survey': 'Staff survey',
	'supported-person-questionnaire': 'Questionnaire for supported people',
	'unpaid-carer-questionnaire': 'Questionnaire for unpaid carers',
	'focus-group': 'Focus group',
	interview: 'Interview',
	observation: 'Observation',
	document: 'Document',
	'performance-data': 'Performance data',
	report: 'Another body’s report'
};

export const ownerNames: Record<Source['owner'], string> = {
	reviewers: 'The reviewers',
	partnership: 'The partnership'
};

export const weightNames: Record<Finding['weight'], string> = {
	critical: 'Critical weight',
	significant: 'Significant weight',
	ordinary: 'Ordinary weight'
};

export const directionNames: Record<Finding['direction'], string> = {
	strength: 'Strength',
	'area-for-improvement': 'Area for improvement'
};

const designNames: Record<Design, string> = {
	random: 'random sample',
	stratified: 'stratified random sample',
	census: 'all that there are',
	purposive: 'chosen on purpose',
	'self-selected': 'those who chose to answer'
};

/** `random sample of 400`, `those who chose to answer, of 912 asked`, `chosen on purpose`. */
export function drawnWords({ sample: { design, frameSize, asked } }: Pick<Source, 'sample'>): string {
	const name = designNames[design];
	if (asked !== null) return `${name}, of ${formatCount(asked)} asked`;
	return frameSize === null || design === 'census' ? name : `${name} of ${formatCount(frameSize)}`;
}

/** `1 strength`, `no strengths`, `12 strengths`. */
export function counted(count: number, one: string, many: string = `${one}s`): string {
	if (count === 0) return `no ${many}`;
	return `${formatCount(count)} ${count === 1 ? one : many}`;
}

export function sentenceCase(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
