import { loadThemeLines } from '#lib/server/queries/review-pages.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	answered(() => loadThemeLines(locals.db, params.id));
