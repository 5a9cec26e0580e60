/**
 * Draws reports as PDF in a worker thread, so that a page asked for meanwhile stays fast. One worker serves all,
 * one report at a time; what goes wrong with one report touches no other.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Report } from '#lib/reports/report.ts';
import { projectRoot } from '../project-root.ts';

/** Run from source by plain Node, wherever this file itself has been bundled to. */
const workerFile = join(projectRoot, 'src/lib/server/pdf/pdf-worker.ts');

export type PdfAnswer = { job: number; pdf: Uint8Array } | { job: number; problem: string };

type Job = {
	number: number;
	report: Report;
	resolve: (pdf: Buffer) => void;
	reject: (error: Error) => void;
};

export type PdfRenderer = {
	/**
	 * Draws a report. Rejects with an Error that says why: the drawing failed, took longer than the time limit,
	 * or needed more memory than it may have.
	 */
	render(report: Report): Promise<Buffer>;
	/** Ends the worker. A job under way is rejected. */
	close(): Promise<void>;
};

export type PdfRendererOptions = {
	/** Milliseconds that one report may take. */
	timeLimit?: number;
	/** Megabytes of heap that the worker may use. */
	memoryLimit?: number;
	/** Milliseconds after which a worker without work is ended. */
	idleLimit?: number;
	workerFile?: string;
};

/** A renderer with its own worker, which starts with the first report. It keeps no process from ending. */
export function createPdfRenderer(options: PdfRendererOptions = {}): PdfRenderer {
	const { timeLimit = 60_000, memoryLimit = 768, idleLimit = 60_000 } = options;
	const waiting: Job[] = [];
	let worker: Worker | null = null;
	let current: Job | null = null;
	let timer: NodeJS.Timeout | undefined;
	let jobs = 0;

	function startWorker(): Worker {
		const started = new Worker(options.workerFile ?? workerFile, {
			name: 'pdf',
			// The flags of the process that asks are no concern of the worker.
			execArgv: [],
			resourceLimits: { maxOldGenerationSizeMb: memoryLimit }
		});
		started.on('message', (answer: PdfAnswer) => {
			if (answer.job !== current?.number) return;
			if ('pdf' in answer) settle((job) => job.resolve(Buffer.from(answer.pdf)));
			else settle((job) => job.reject(new Error(`The PDF could not be drawn: ${answer.problem}`)));
		});
		started.on('error', (error) => lose(started, `The PDF could not be drawn: ${error.message}`));
		started.on('exit', () => lose(started, 'The PDF could not be drawn: its worker ended.'));
		return started;
	}

	/** A worker that broke takes only its own job with it; the next job gets a fresh one. */
	function lose(lost: Worker, message: string) {
		if (worker !== lost) return;
		worker = null;
		if (current) settle((job) => job.reject(new Error(message)));
	}

	function settle(answer: (job: Job) => void) {
		clearTimeout(timer);
		const job = current!;
		current = null;
		answer(job);
		next();
	}

	function stop(message: string): Promise<unknown> {
		const stopped = worker;
		if (stopped) lose(stopped, message);
		return stopped?.terminate() ?? Promise.resolve();
	}

	function next() {
		if (current) return;
		const job = waiting.shift();
		if (!job) {
			worker?.unref();
			timer = setTimeout(() => void stop('The worker had no work.'), idleLimit).unref();
			return;
		}
		clearTimeout(timer);
		current = job;
		worker ??= startWorker();
		// Only while it draws does the worker keep the process alive.
		worker.ref();
		const seconds = timeLimit / 1000;
		timer = setTimeout(() => void stop(`The PDF took longer than ${seconds} seconds.`), timeLimit);
		try {
			worker.postMessage({ job: job.number, report: job.report });
		} catch (error) {
			settle(() => job.reject(new Error(`The report is not plain data: ${String(error)}`)));
		}
	}

	return {
		render: (report) =>
			new Promise((resolve, reject) => {
				waiting.push({ number: ++jobs, report, resolve, reject });
				next();
			}),
		async close() {
			for (const job of waiting.splice(0)) job.reject(new Error('The PDF renderer was closed.'));
			await stop('The PDF renderer was closed.');
			clearTimeout(timer);
		}
	};
}

const shared = createPdfRenderer();

/** Draws a report as PDF, in the one worker of this process. See PdfRenderer for what it rejects with. */
export function renderPdf(report: Report): Promise<Buffer> {
	return shared.render(report);
}
