import { deriveSelfEvaluationWorkbook } from '#lib/pages/self-evaluation-workbook.ts';
import { noteRead } from '#lib/server/commands/note-read.ts';
import { loadSelfEvaluationFile } from '#lib/server/queries/round-trip.ts';
import { answered } from '#lib/server/web-problems.ts';
import { writeSheets } from '#lib/server/workbook.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params: { id: review } }) => {
	const file = answered(() => {
		const found = loadSelfEvaluationFile(locals.db, review, locals.at.slice(0, 10));
		noteRead(locals.db, locals, { verb: 'self-evaluation-downloaded', review, format: 'xlsx' });
		return found;
	});
	return new Response(new Uint8Array(await writeSheets(deriveSelfEvaluationWorkbook(file))), {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'content-disposition': `attachment; filename="self-evaluation-${review}.xlsx"`
		}
	});
};
