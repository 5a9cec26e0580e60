import { loadAdministration } from '#lib/server/queries/administration.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
	lines: loadAdministration(locals.db, locals.actor, locals.at)
});
