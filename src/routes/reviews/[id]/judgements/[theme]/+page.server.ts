import { listWithdrawnFindings } from '#lib/server/queries/findings.ts';
import { loadThemePage } from '#lib/server/queries/review-pages.ts';
import { maySee } from '#lib/server/queries/visible-reviews.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	theme: answered(() => loadThemePage(locals.db, locals.actor, params.id, params.theme)),
	withdrawn: maySee(locals.db, locals.actor, params.id, 'open-conclusions')
		? listWithdrawnFindings(locals.db, params.id, params.theme)
		: []
});
