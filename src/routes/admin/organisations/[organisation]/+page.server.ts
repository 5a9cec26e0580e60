import { duties, rolesOf } from '#lib/server/access/actor.ts';
import { dutyWords, kindWords, roleWords } from '#lib/server/access/role-words.ts';
import { changeRole, type Conflict } from '#lib/server/commands/change-role.ts';
import { invitePerson } from '#lib/server/commands/invite-person.ts';
import { renameOrganisation } from '#lib/server/commands/rename-organisation.ts';
import { revokeInvitation } from '#lib/server/commands/revoke-invitation.ts';
import { revokeMembership } from '#lib/server/commands/revoke-membership.ts';
import { makeNewPassword, sendInvitation } from '#lib/server/invite-by-mail.ts';
import { FormProblem, Problem } from '#lib/server/problems.ts';
import { findOrganisation, listInvitations, listMembers } from '#lib/server/queries/organisations.ts';
import { findName } from '#lib/server/queries/people.ts';
import { listVisibleReviews } from '#lib/server/queries/visible-reviews.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import { longDate } from '#lib/reports/dates.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, at, actor }, params }) => {
	const organisation = answered(() => findOrganisation(db, params.organisation));
	return {
		organisation: { ...organisation, kind: kindWords[organisation.kind] },
		roles: rolesOf[organisation.kind].map((value) => {
			const { name: label, is: hint } = roleWords[value];
			return { value, label, hint };
		}),
		/** Reviews whose team whoever is here may choose: they can invite to a duty at once. */
		reviews: listVisibleReviews(db, actor, 'choose-team').map(({ id, title, from }) => ({
			value: id,
			label: `${title}, ${from.slice(0, 4)}`
		})),
		duties: duties.map((value) => ({ value, label: dutyWords[value].name })),
		members: listMembers(db, params.organisation).map((member) => ({
			...member,
			roleName: roleWords[member.role].name,
			since: longDate(member.since.slice(0, 10)),
			self: actor.kind === 'person' && actor.id === member.person
		})),
		invitations: listInvitations(db, params.organisation, at).map(
			({ role, duty, expiresAt, ...invitation }) => ({
				...invitation,
				what: role ? roleWords[role].name : 'New password',
				duty: duty && `${dutyWords[duty.duty].name} of ${duty.review}`,
				until: longDate(expiresAt.slice(0, 10))
			})
		)
	};
};

export const actions: Actions = {
	invite: async ({ locals, params, request }) => {
		const form = await request.formData();
		return refused(
			form,
			async () => {
				const { db, actor } = locals;
				const { organisation } = params;
				const role = textOf(form, 'role');
				const duty = dutyIn(form);
				const made = invitePerson(db, locals, { email: textOf(form, 'email'), organisation, role, duty });
				const inviter = actor.kind === 'person' ? actor.name : 'Cairn';
				const { name, kind } = findOrganisation(db, organisation);
				const invited = rolesOf[kind].find((each) => each === role)!;
				return { invited: await sendInvitation(made, { inviter, organisation: name, role: invited }) };
			},
			'invite'
		);
	},
	'revoke-invitation': async ({ locals, params, request }) => {
		const form = await request.formData();
		return refused(
			form,
			() => {
				const asked = { invitation: textOf(form, 'invitation'), organisation: params.organisation };
				revokeInvitation(locals.db, locals, asked);
				return { done: 'The link was taken back. It is not good any more.' };
			},
			'invitations'
		);
	},
	'change-role': async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { ...membershipIn(form), organisation: params.organisation, role: textOf(form, 'role') };
		return refused(
			form,
			() => {
				const changed = changeRole(locals.db, locals, asked);
				if ('conflict' in changed) throw meanwhile(changed, locals.db);
				return { done: 'The role was changed. It holds from now on; the person signs in again.' };
			},
			asked.membership
		);
	},
	revoke: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { ...membershipIn(form), organisation: params.organisation };
		return refused(
			form,
			() => {
				const revoked = revokeMembership(locals.db, locals, asked);
				if ('conflict' in revoked) throw meanwhile(revoked, locals.db);
				return { done: 'The membership was ended. From now on the person sees nothing through it.' };
			},
			asked.membership
		);
	},
	'password-link': async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { person: textOf(form, 'person'), organisation: params.organisation };
		return refused(
			form,
			async () => ({
				password: await makeNewPassword(locals.db, { actor: locals.actor, at: locals.at }, asked)
			}),
			textOf(form, 'membership')
		);
	},
	rename: async ({ locals, params, request }) => {
		const form = await request.formData();
		return refused(
			form,
			() => {
				const renamed = renameOrganisation(locals.db, locals, {
					organisation: params.organisation,
					name: textOf(form, 'name'),
					version: Number(textOf(form, 'version'))
				});
				if ('conflict' in renamed) {
					const { by, texts } = renamed.conflict;
					const who = findName(locals.db, by) ?? 'Somebody';
					throw new Problem(
						'changed-meanwhile',
						`${who} has meanwhile named it “${texts.name}”. Your name stands below; save again to put it in its place.`
					);
				}
				return { done: 'The organisation was renamed.' };
			},
			'rename'
		);
	}
};

/** A duty in a review, or none: the form has both or neither. */
function dutyIn(form: FormData) {
	const [review, given] = [textOf(form, 'review'), textOf(form, 'duty')];
	const duty = duties.find((each) => each === given);
	if (review !== '' && !duty) throw new FormProblem({ duty: 'Choose the duty in this review.' });
	return review !== '' && duty ? { review, duty } : null;
}

const membershipIn = (form: FormData) => ({
	membership: textOf(form, 'membership'),
	version: Number(textOf(form, 'version'))
});

function meanwhile({ conflict: { by, texts } }: Conflict, db: App.Locals['db']): Problem {
	const who = findName(db, by) ?? 'Somebody';
	const role = Object.entries(roleWords).find(([name]) => name === texts.role)?.[1].name ?? '';
	const now = texts.standing === 'confirmed' ? `the role is ${role} now` : 'the membership has ended';
	return new Problem(
		'changed-meanwhile',
		`${who} has changed this meanwhile: ${now}. Nothing was overwritten.`
	);
}
