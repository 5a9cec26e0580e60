/** From where people see the work of a component, and how a stage was agreed: words that a browser needs too. */

/** From where somebody sees the work of a component. */
export const perspectives = [
	'senior-decision-maker',
	'worker',
	'other-professional',
	'person-or-carer'
] as const;
export type Perspective = (typeof perspectives)[number];

/** How a stage was agreed; null where one person set it alone. */
export const agreedWays = ['workshop', 'moderation'] as const;
