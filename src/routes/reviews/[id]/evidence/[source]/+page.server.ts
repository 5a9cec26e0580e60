import { loadSourcePage } from '#lib/server/queries/source-pages.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const by = url.searchParams.get('by');
	const where = url.searchParams.get('where');
	const order = url.searchParams.get('order') === 'share' ? 'share' : 'asked';
	const results = answered(() =>
		loadSourcePage(locals.db, locals.actor, params.id, params.source, { by, where, order })
	);
	return { results, noSuchSplit: by === results.by ? null : by };
};
