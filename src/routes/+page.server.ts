import { loadHomeExample } from '#lib/server/queries/home-example.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const example = loadHomeExample(locals.db, locals.actor);
	return { example, notice: example?.notice ?? null };
};
