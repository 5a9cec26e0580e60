/** Writes the evaluation report of a review as PDF or HTML. */
import { operator } from '#lib/server/access/actor.ts';
import { noteRead } from '#lib/server/commands/note-read.ts';
import { loadReport } from '#lib/server/queries/report.ts';
import { oneOf, UsageError, type Command } from './command.ts';
import { writeOut } from './files.ts';

const formats = ['pdf', 'html'] as const;

export const command: Command = {
	usage: 'report <review> --format pdf|html --out FILE [--json]',
	summary: 'Writes the evaluation report of a review.',
	help: 'An existing file is replaced. With --json: {review, format, file, bytes}.',
	options: { format: { type: 'string' }, out: { type: 'string' } },
	positionals: ['<review>'],
	async run(input) {
		const { options, positionals, openCairn, print, now } = input;
		const format = oneOf(input, 'format', formats);
		if (!format) throw new UsageError('Choose --format pdf or --format html.');
		if (typeof options.out !== 'string') throw new UsageError('Say where to write with --out.');
		const db = openCairn();
		const report = loadReport(db, positionals[0]!, now.slice(0, 10));
		const content = format === 'pdf' ? await drawPdf(report) : await writeHtml(report);
		noteRead(db, { actor: operator, at: now }, { verb: 'report-downloaded', review: positionals[0], format });
		writeOut(options.out, content);
		const bytes = Buffer.byteLength(content);
		if (options.json) print(JSON.stringify({ review: positionals[0], format, file: options.out, bytes }));
		else print(`The report of ${positionals[0]} is in ${options.out}`);
	}
};

type LoadedReport = ReturnType<typeof loadReport>;

/** Read only when it is asked for: drawing takes a worker and fonts. */
async function drawPdf(report: LoadedReport): Promise<Buffer> {
	const { renderPdf } = await import('#lib/server/pdf/render-pdf.ts');
	return renderPdf(report);
}

async function writeHtml(report: LoadedReport): Promise<string> {
	const { renderReportFile } = await import('#lib/server/report-file.ts');
	return renderReportFile(report);
}
