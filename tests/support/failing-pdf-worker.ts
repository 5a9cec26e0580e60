/** Stands in for the worker that draws reports, and fails in the way that the title of a report asks for. */
import { parentPort } from 'node:worker_threads';
import type { Report } from '#lib/reports/report.ts';

parentPort!.on('message', ({ job, report }: { job: number; report: Report }) => {
	if (report.title === 'ends') process.exit(3);
	if (report.title === 'throws') throw new Error('a fault of ours');
	if (report.title === 'never answers') for (;;);
	if (report.title === 'eats memory') {
		const eaten: number[][] = [];
		for (;;) eaten.push(Array.from({ length: 100_000 }, Math.random));
	}
	if (report.title === 'cannot be drawn')
		return parentPort!.postMessage({ job, problem: 'there is no such font' });
	parentPort!.postMessage({ job, pdf: new TextEncoder().encode(report.title) });
});
