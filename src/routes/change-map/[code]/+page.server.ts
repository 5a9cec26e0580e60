import { error } from '@sveltejs/kit';
import { describeChange } from '#lib/pages/change-page.ts';
import { loadLibrary } from '#lib/server/queries/library.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const change = describeChange(loadLibrary(locals.db), params.code);
	if (!change) error(404, `There is no change “${params.code}” on the change map.`);
	return { change };
};
