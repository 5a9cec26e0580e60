import { loadHistoryPage } from '#lib/server/queries/trail-pages.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => ({
	trail: answered(() => loadHistoryPage(locals.db, locals.actor, params.id, url.searchParams))
});
