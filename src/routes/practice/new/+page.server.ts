import { redirect } from '@sveltejs/kit';
import { entryKinds } from '#lib/practice/entry-kinds.ts';
import { savedFrom } from '#lib/server/answer-save.ts';
import { addEntry } from '#lib/server/commands/add-entry.ts';
import { listServable } from '#lib/server/queries/entry-choices.ts';
import { findTestToShare } from '#lib/server/queries/shared-tests.ts';
import { listWritingFor } from '#lib/server/queries/writing-for.ts';
import type { Database } from '#lib/server/db/open.ts';
import { refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

/** The standard, change or theme that one came from. */
function cameFrom(db: Database, code: string | null) {
	const found = listServable(db).find((each) => each.code === code);
	return found ? { code: found.code, text: found.text } : null;
}

export const load: PageServerLoad = ({ locals, url }) => ({
	/** The test of change of an improvement plan that is to be shared. */
	test: findTestToShare(locals.db, locals.actor, url.searchParams.get('from') ?? ''),
	kind: entryKinds.find((each) => each === url.searchParams.get('kind')) ?? 'practice',
	element: cameFrom(locals.db, url.searchParams.get('element')),
	writesFor: listWritingFor(locals.db, locals.actor).map(({ id, name }) => ({ value: id, label: name }))
});

export const actions: Actions = {
	add: async ({ locals, request }) => {
		const form = await request.formData();
		const test = findTestToShare(locals.db, locals.actor, textOf(form, 'from'));
		const asked = {
			kind: test ? 'test-of-change' : textOf(form, 'kind'),
			organisation: textOf(form, 'organisation'),
			texts: test
				? { ...test.texts, title: textOf(form, 'title') }
				: { title: textOf(form, 'title'), others: textOf(form, 'others') },
			sharedFrom: test?.from ?? null,
			confirmed: savedFrom(form).confirmed
		};
		const added = await refused(form, () => addEntry(locals.db, locals, asked));
		if (typeof added !== 'string') return added;
		redirect(303, `/practice/${added}/edit`);
	}
};
