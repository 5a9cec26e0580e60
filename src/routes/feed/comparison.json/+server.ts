import { releaseIn } from '#lib/server/compare-request.ts';
import { loadFeed } from '#lib/server/queries/feed.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { db, actor }, url }) =>
	Response.json({
		format: 'cairn-comparison',
		version: 1,
		rows: answered(() => loadFeed(db, actor, releaseIn(url)))
	});
