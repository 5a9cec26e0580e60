/** How roles, duties and kinds of organisation are called on pages, and what each is for; `you`: said to who has it. */
import type { Duty, OrganisationKind, Role } from './actor.ts';

export const roleWords: Record<Role, { name: string; is: string; you: string }> = {
	administrator: {
		name: 'Administrator',
		is: 'Looks after the people of the organisation. Sees no review by that.',
		you: 'You look after the people of the organisation. You see no review by that.'
	},
	'partnership-lead': {
		name: 'Partnership lead',
		is: 'Starts and leads self-evaluations: plan, team, conclusions, report.',
		you: 'You start and lead self-evaluations: plan, team, conclusions, report.'
	},
	contributor: {
		name: 'Contributor',
		is: 'Sees self-evaluations with their records, and writes conclusions.',
		you: 'You see self-evaluations with their records, and write conclusions.'
	},
	viewer: {
		name: 'Viewer',
		is: 'Reads self-evaluations, without their records.',
		you: 'You read self-evaluations, without their records.'
	},
	'lead-inspector': {
		name: 'Lead inspector',
		is: 'Starts and leads reviews, and sees all that the organisation carries out.',
		you: 'You start and lead reviews, and see all that the organisation carries out.'
	},
	inspector: {
		name: 'Inspector',
		is: 'Sees the reviews in which they have a duty.',
		you: 'You see the reviews in which you have a duty.'
	},
	editor: {
		name: 'Editor of shared practice',
		is: 'Looks at practice and resources before others read them. Sees no review by that.',
		you: 'You look at practice and resources before others read them. You see no review by that.'
	},
	'community-member': {
		name: 'Community of Practice member',
		is: 'Sees what partnerships publish and share, and no review.',
		you: 'You see what partnerships publish and share, and no review.'
	}
};

/** Within a sentence: “inspector”. */
export function roleInSentence(role: Role): string {
	const { name } = roleWords[role];
	return role === 'community-member' ? name : name.toLowerCase();
}

export const dutyWords: Record<Duty, { name: string; is: string; you: string }> = {
	lead: { name: 'Lead', is: 'leads the review', you: 'you lead the review' },
	judge: {
		name: 'Judge',
		is: 'weighs its evidence and writes conclusions',
		you: 'you weigh its evidence and write conclusions'
	},
	'file-reader': {
		name: 'File reader',
		is: 'reads the records that are given to them',
		you: 'you read the records that are given to you'
	},
	observer: { name: 'Observer', is: 'looks on', you: 'you look on' }
};

/** With its article, within a sentence: “an observer”. */
export const aDuty = (duty: Duty): string => withArticle(dutyWords[duty].name.toLowerCase());
export const aRole = (role: Role): string => withArticle(roleInSentence(role));

const withArticle = (name: string) => `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;

export const kindWords: Record<OrganisationKind, string> = {
	partnership: 'Partnership',
	'scrutiny-body': 'Scrutiny body',
	'national-body': 'National body'
};
