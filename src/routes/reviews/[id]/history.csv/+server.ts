import { noteRead } from '#lib/server/commands/note-read.ts';
import { loadHistoryCsv } from '#lib/server/queries/trail-pages.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) => {
	const { id: review } = params;
	const text = answered(() => {
		const file = loadHistoryCsv(locals.db, locals.actor, review, url.searchParams);
		noteRead(locals.db, locals, { verb: 'trail-downloaded', review, format: 'csv' });
		return file;
	});
	return new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${review}-history.csv"`
		}
	});
};
