import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { deriveReport } from '#lib/reports/derive-report.ts';
import { smallReview } from '../../../../tests/support/small-review.ts';
import { projectRoot } from '../project-root.ts';
import { createPdfRenderer } from './render-pdf.ts';

const report = deriveReport(smallReview());
const titled = (title: string) => ({ ...report, title });
const workerFile = join(projectRoot, 'tests/support/failing-pdf-worker.ts');
const failing = createPdfRenderer({ workerFile, memoryLimit: 64 });
/** Long enough for a busy machine to start a worker, and all that waiting for one that never answers costs. */
const impatient = createPdfRenderer({ workerFile, timeLimit: 5_000 });
afterAll(() => Promise.all([failing.close(), impatient.close()]));

describe('drawing reports in a worker', () => {
	it('answers each report with its own PDF, in the order asked', async () => {
		const titles = ['one', 'two', 'three'];
		const drawn = await Promise.all(titles.map((title) => failing.render(titled(title))));
		expect(drawn.map(String)).toEqual(titles);
	});

	it.each([
		['ends', failing, /worker ended/],
		['throws', failing, /a fault of ours/],
		['never answers', impatient, /took longer than 5 seconds/],
		['eats memory', failing, /memory/],
		['cannot be drawn', failing, /could not be drawn: there is no such font/]
	])(
		'loses only the report whose worker %s',
		async (title, renderer, message) => {
			const [before, lost, after] = await Promise.allSettled([
				renderer.render(titled('before')),
				renderer.render(titled(title)),
				renderer.render(titled('after'))
			]);
			expect(before).toMatchObject({ status: 'fulfilled' });
			expect(lost).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(message) } });
			expect(after).toMatchObject({ status: 'fulfilled' });
		},
		60_000
	);

	it('refuses what is not plain data, and draws the next', async () => {
		const odd = { ...report, notice: (() => 'a function') as never };
		await expect(failing.render(odd)).rejects.toThrow('not plain data');
		expect(String(await failing.render(titled('next')))).toBe('next');
	});

	it('rejects what waits when it is closed', async () => {
		const renderer = createPdfRenderer();
		const waiting = Promise.allSettled([renderer.render(report), renderer.render(report)]);
		await renderer.close();
		const reasons = (await waiting).map((each) => each.status === 'rejected' && String(each.reason));
		expect(reasons).toEqual(Array(2).fill('Error: The PDF renderer was closed.'));
	});

	it('keeps the process alive until the PDF is there, and no longer', async () => {
		const script = `
			import { renderPdf } from '#lib/server/pdf/render-pdf.ts';
			import { deriveReport } from '#lib/reports/derive-report.ts';
			import { smallReview } from './tests/support/small-review.ts';
			const pdf = await renderPdf(deriveReport(smallReview()));
			console.log(pdf.subarray(0, 8).toString());`;
		const { stdout } = await promisify(execFile)(
			process.execPath,
			['--input-type=module-typescript', '--eval', script],
			{ cwd: projectRoot, timeout: 60_000 }
		);
		expect(stdout.trim()).toBe('%PDF-1.7');
	}, 90_000);
});
