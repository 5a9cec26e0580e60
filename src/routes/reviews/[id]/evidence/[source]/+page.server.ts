import { loadSourcePage } from '#lib/server/queries/source-pages.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => ({
	results: answered(() =>
		loadSourcePage(locals.db, params.id, params.source, {
			by: url.searchParams.get('by'),
			order: url.searchParams.get('order') === 'share' ? 'share' : 'asked'
		})
	)
});
