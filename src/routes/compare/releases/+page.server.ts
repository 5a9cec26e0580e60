import { dayOf } from '#lib/pages/times.ts';
import { dateRange, longDate } from '#lib/reports/dates.ts';
import { listReleases } from '#lib/server/queries/releases.ts';
import { worldOf } from '#lib/server/queries/world.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
	example: worldOf(locals.actor) === 'example',
	releases: listReleases(locals.db, locals.actor).map(({ number, title, from, to, publishedAt }) => ({
		...{ number, title },
		period: dateRange(from, to),
		published: longDate(dayOf(publishedAt))
	}))
});
