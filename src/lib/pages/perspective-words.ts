/** How the perspectives from which people see the work are called. */
import type { Perspective } from '#lib/judgement/perspectives.ts';

export const perspectiveNames: Record<Perspective, { many: string; hint: string }> = {
	'senior-decision-maker': {
		many: 'Senior decision makers',
		hint: 'You decide on policy, money or how services are arranged.'
	},
	worker: { many: 'Workers', hint: 'You assess, plan or review support with people, or lead those who do.' },
	'other-professional': {
		many: 'Other professionals',
		hint: 'Such as finance, health, commissioning or another organisation.'
	},
	'person-or-carer': {
		many: 'People who use support and unpaid carers',
		hint: 'You use support yourself, or care for somebody who does.'
	}
};
