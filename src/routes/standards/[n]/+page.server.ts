import { error } from '@sveltejs/kit';
import { describeStandard, listStandards } from '#lib/pages/standard-page.ts';
import { listKeptAnswers } from '#lib/server/queries/kept-answers.ts';
import { loadLibrary } from '#lib/server/queries/library.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const library = { ...loadLibrary(locals.db), answers: listKeptAnswers(locals.db, locals.actor) };
	const standard = describeStandard(library, params.n);
	if (!standard) {
		const { standards } = listStandards(library);
		error(404, `There is no standard “${params.n}”. They are numbered from 1 to ${standards.length}.`);
	}
	return { standard };
};
