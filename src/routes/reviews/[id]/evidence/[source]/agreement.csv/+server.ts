import { noteRead } from '#lib/server/commands/note-read.ts';
import { loadAgreementCsv } from '#lib/server/queries/readings-page.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) => {
	const { id: review, source: subject } = params;
	const file = answered(() => {
		const table = loadAgreementCsv(locals.db, review, subject);
		noteRead(locals.db, locals, { verb: 'results-downloaded', review, subject, format: 'csv' });
		return table;
	});
	return new Response(file.text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${file.name}"`
		}
	});
};
