import { may } from '#lib/server/access/may.ts';
import { installation } from '#lib/server/access/resource.ts';
import { askedIn } from '#lib/server/compare-request.ts';
import { loadOverview } from '#lib/server/queries/compare-overview.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor }, url }) => ({
	compared: answered(() => loadOverview(db, actor, askedIn(url))),
	makesReleases: may(actor, 'make-releases', installation).yes,
	usesFeed: may(actor, 'use-feed', installation).yes
});
