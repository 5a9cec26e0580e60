import { organisationKinds } from '#lib/server/access/actor.ts';
import { may } from '#lib/server/access/may.ts';
import { installation } from '#lib/server/access/resource.ts';
import { kindWords } from '#lib/server/access/role-words.ts';
import { addOrganisation } from '#lib/server/commands/add-organisation.ts';
import { FormProblem } from '#lib/server/problems.ts';
import { listOrganisations } from '#lib/server/queries/organisations.ts';
import { listPlaces } from '#lib/server/queries/partnerships.ts';
import { refused, textOf } from '#lib/server/web-problems.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor, at } }) => ({
	organisations: listOrganisations(db, actor, at).map((organisation) => ({
		...organisation,
		kind: kindWords[organisation.kind]
	})),
	adding: may(actor, 'look-after-installation', installation).yes
		? {
				kinds: organisationKinds.map((kind) => ({ value: kind, label: kindWords[kind] })),
				partnerships: listPlaces(db, 'real').map(({ code, name }) => ({ value: code, label: name }))
			}
		: null
});

export const actions: Actions = {
	add: async ({ locals, request }) => {
		const form = await request.formData();
		return refused(form, () => {
			const kind = organisationKinds.find((each) => each === textOf(form, 'kind'));
			if (!kind) throw new FormProblem({ kind: 'Choose what kind of organisation it is.' });
			const added = { kind, name: textOf(form, 'name'), partnership: textOf(form, 'partnership') };
			redirect(303, `/admin/organisations/${addOrganisation(locals.db, locals, added)}`);
		});
	}
};
