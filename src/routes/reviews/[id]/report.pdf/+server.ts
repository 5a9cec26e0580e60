import { noteRead } from '#lib/server/commands/note-read.ts';
import { renderPdf } from '#lib/server/pdf/render-pdf.ts';
import { loadReport } from '#lib/server/queries/report.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const report = answered(() => loadReport(locals.db, params.id, new Date().toISOString().slice(0, 10)));
	const pdf = await renderPdf(report);
	answered(() =>
		noteRead(locals.db, locals, { verb: 'report-downloaded', review: params.id, format: 'pdf' })
	);
	return new Response(new Uint8Array(pdf), {
		headers: {
			'content-type': 'application/pdf',
			'content-length': String(pdf.byteLength),
			'content-disposition': `attachment; filename="${params.id}-report.pdf"`,
			'cache-control': 'no-store'
		}
	});
};
