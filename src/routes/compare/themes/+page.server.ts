import { askedIn } from '#lib/server/compare-request.ts';
import { loadThemesCompared } from '#lib/server/queries/compare-overview.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor }, url }) => ({
	compared: answered(() => loadThemesCompared(db, actor, askedIn(url)))
});
