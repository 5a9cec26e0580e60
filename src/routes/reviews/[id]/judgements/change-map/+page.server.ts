import { dayOf } from '#lib/pages/times.ts';
import { loadReviewMap } from '#lib/server/queries/review-map.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, at }, params }) => ({
	map: answered(() => loadReviewMap(db, params.id, dayOf(at)))
});
