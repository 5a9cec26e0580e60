import { loadThemePage } from '#lib/server/queries/review-pages.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	theme: answered(() => loadThemePage(locals.db, params.id, params.theme))
});
