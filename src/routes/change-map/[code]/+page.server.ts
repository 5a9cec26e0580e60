import { error } from '@sveltejs/kit';
import { describeChange, describeChangeMap } from '#lib/pages/change-page.ts';
import { listKeptAnswers } from '#lib/server/queries/kept-answers.ts';
import { loadLibrary } from '#lib/server/queries/library.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const change = describeChange(
		{ ...loadLibrary(locals.db), answers: listKeptAnswers(locals.db, locals.actor) },
		params.code
	);
	if (!change) {
		const known = describeChangeMap(loadLibrary(locals.db)).columns.flatMap(({ changes }) => changes);
		error(404, {
			message: `There is no change “${params.code}” on the change map.`,
			instead: { of: params.code, known: known.map(({ code }) => code) }
		});
	}
	return { change };
};
