import { noteRead } from '#lib/server/commands/note-read.ts';
import { loadReaderWorkbook } from '#lib/server/queries/reader-workbook.ts';
import { writeReaderWorkbook } from '#lib/server/reader-workbook-file.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const { id: review, source: subject } = params;
	const { name, workbook } = answered(() => {
		const found = loadReaderWorkbook(locals.db, locals.actor, review, subject);
		noteRead(locals.db, locals, { verb: 'workbook-downloaded', review, subject, format: 'xlsx' });
		return found;
	});
	return new Response(new Uint8Array(await writeReaderWorkbook(workbook)), {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'content-disposition': `attachment; filename="${name}"`
		}
	});
};
