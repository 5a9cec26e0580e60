import { dayOf } from '#lib/pages/times.ts';
import { guidedStart } from '#lib/pages/guided-pages.ts';
import { loadGuided } from '#lib/server/queries/guided.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, at }, params }) => {
	const standard = answered(() =>
		loadGuided(db, { review: params.id, code: params.theme, today: dayOf(at) })
	);
	return { standard, start: guidedStart(standard.components) };
};
