/** The fixed words of voices, figures and involvement (voices.ts). Apart from their schemas, which no page takes along. */

export const directions = ['strength', 'area-for-improvement'] as const;
export type Direction = (typeof directions)[number];

export const figureCharts = ['bars', 'lines', 'none'] as const;

export const involvementStages = ['planning', 'gathering', 'judging', 'reporting', 'improving'] as const;
export type InvolvementStage = (typeof involvementStages)[number];

export const involvedGroups = [
	'people-who-use-support',
	'unpaid-carers',
	'workers',
	'providers',
	'communities'
] as const;
export type InvolvedGroup = (typeof involvedGroups)[number];
