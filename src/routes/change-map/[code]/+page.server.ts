import { loadLivingChange } from '#lib/server/queries/living-pages.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	answered(() => loadLivingChange(locals.db, locals.actor, params.code));
