import { noteRead } from '#lib/server/commands/note-read.ts';
import { loadAuditCsv } from '#lib/server/queries/trail-pages.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) => {
	const text = answered(() => {
		const file = loadAuditCsv(locals.db, locals.actor, url.searchParams);
		noteRead(locals.db, locals, { verb: 'trail-downloaded', format: 'csv' });
		return file;
	});
	return new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="cairn-audit.csv"'
		}
	});
};
