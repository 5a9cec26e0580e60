import { dayOf } from '#lib/pages/times.ts';
import { loadMapChange } from '#lib/server/queries/review-map.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor, at }, params }) => ({
	change: answered(() =>
		loadMapChange(db, actor, { review: params.id, code: params.change, today: dayOf(at) })
	)
});
