import { figuresCsv } from '#lib/pages/compare-figures.ts';
import { releaseIn } from '#lib/server/compare-request.ts';
import { loadFeed } from '#lib/server/queries/feed.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { db, actor }, url }) =>
	new Response(figuresCsv(answered(() => loadFeed(db, actor, releaseIn(url)))), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="comparison.csv"'
		}
	});
