import { may } from '#lib/server/access/may.ts';
import { installation } from '#lib/server/access/resource.ts';
import { loadAuditPage } from '#lib/server/queries/trail-pages.ts';
import { verifyTrailBesides } from '#lib/server/queries/verify-trail.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({
	trail: answered(() => loadAuditPage(locals.db, locals.actor, url.searchParams)),
	host: may(locals.actor, 'look-after-installation', installation).yes
});

export const actions: Actions = {
	async check({ locals }) {
		const { events, textsErased, faults } = await verifyTrailBesides(locals.db);
		return { events, textsErased, faults };
	}
};
