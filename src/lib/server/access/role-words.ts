/** How roles, duties and kinds of organisation are called on pages, and what each is for. */
import type { Duty, OrganisationKind, Role } from './actor.ts';

export const roleWords: Record<Role, { name: string; is: string }> = {
	administrator: {
		name: 'Administrator',
		is: 'Looks after the people of the organisation. Sees no review by that.'
	},
	'partnership-lead': {
		name: 'Partnership lead',
		is: 'Starts and leads self-evaluations: plan, team, conclusions, report.'
	},
	contributor: {
		name: 'Contributor',
		is: 'Sees self-evaluations with their records, and writes conclusions.'
	},
	viewer: { name: 'Viewer', is: 'Reads self-evaluations, without their records.' },
	'lead-inspector': {
		name: 'Lead inspector',
		is: 'Starts and leads reviews, and sees all that the organisation carries out.'
	},
	inspector: { name: 'Inspector', is: 'Sees the reviews in which they have a duty.' },
	'community-member': {
		name: 'Community of Practice member',
		is: 'Sees what partnerships publish and share, and no review.'
	}
};

/** Within a sentence: “inspector”. */
export function roleInSentence(role: Role): string {
	const { name } = roleWords[role];
	return role === 'community-member' ? name : name.toLowerCase();
}

export const dutyWords: Record<Duty, { name: string; is: string }> = {
	lead: { name: 'Lead', is: 'leads the review' },
	judge: { name: 'Judge', is: 'weighs its evidence and writes conclusions' },
	'file-reader': { name: 'File reader', is: 'reads the records that are given to them' },
	observer: { name: 'Observer', is: 'looks on' }
};

export const kindWords: Record<OrganisationKind, string> = {
	partnership: 'Partnership',
	'scrutiny-body': 'Scrutiny body',
	'national-body': 'National body'
};
