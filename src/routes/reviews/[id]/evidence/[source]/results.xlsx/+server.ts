import { noteRead } from '#lib/server/commands/note-read.ts';
import { loadResultsWorkbook } from '#lib/server/queries/source-pages.ts';
import { answered } from '#lib/server/web-problems.ts';
import { writeSheets } from '#lib/server/workbook.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { id: review, source: subject } = params;
	const { name, sheets } = answered(() => {
		const workbook = loadResultsWorkbook(locals.db, review, subject, {
			by: url.searchParams.get('by'),
			where: url.searchParams.get('where')
		});
		noteRead(locals.db, locals, { verb: 'results-downloaded', review, subject, format: 'xlsx' });
		return workbook;
	});
	return new Response(new Uint8Array(await writeSheets(sheets)), {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'content-disposition': `attachment; filename="${name}"`
		}
	});
};
