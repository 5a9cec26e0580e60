import { noteRead } from '#lib/server/commands/note-read.ts';
import { loadResultsCsv } from '#lib/server/queries/source-pages.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) => {
	const file = answered(() => {
		const { id: review, source: subject } = params;
		const results = loadResultsCsv(locals.db, review, subject, {
			by: url.searchParams.get('by'),
			where: url.searchParams.get('where')
		});
		noteRead(locals.db, locals, { verb: 'results-downloaded', review, subject, format: 'csv' });
		return results;
	});
	return new Response(file.text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${file.name}"`
		}
	});
};
