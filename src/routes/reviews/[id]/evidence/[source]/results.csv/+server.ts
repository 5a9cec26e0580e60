import { loadResultsCsv } from '#lib/server/queries/source-pages.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) => {
	const file = answered(() =>
		loadResultsCsv(locals.db, params.id, params.source, url.searchParams.get('by'))
	);
	return new Response(file.text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${file.name}"`
		}
	});
};
