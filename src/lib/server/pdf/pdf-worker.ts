/** The worker thread that draws reports: a report comes in, the bytes of a PDF or a problem go out. */
import { parentPort } from 'node:worker_threads';
import type { Report } from '#lib/reports/report.ts';
import { drawPdf } from './draw-pdf.ts';
import type { PdfAnswer } from './render-pdf.ts';

parentPort!.on('message', ({ job, report }: { job: number; report: Report }) => {
	drawPdf(report).then(
		(drawn) => {
			// A copy in a buffer of its own can be handed over without copying it again.
			const pdf = new Uint8Array(drawn);
			parentPort!.postMessage({ job, pdf } satisfies PdfAnswer, [pdf.buffer]);
		},
		(error: unknown) => {
			const problem = error instanceof Error ? error.message : String(error);
			parentPort!.postMessage({ job, problem } satisfies PdfAnswer);
		}
	);
});
