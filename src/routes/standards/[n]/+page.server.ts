import { loadStandardPage } from '#lib/server/queries/library-pages.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	standard: answered(() => loadStandardPage(locals.db, locals.actor, params.n))
});
