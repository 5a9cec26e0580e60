/**
 * Runs a job with a file in a process of its own: with less claim to the processor and a limit to its memory, so that
 * whatever the file holds, the server goes on serving. A job ends with the server that began it.
 */
import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { log } from '../log.ts';
import { projectRoot } from '../project-root.ts';
import { closeGate } from '../write-gate.ts';
import type { FromChild, ImportJob, JobResult, Progress, ToChild } from './import-job.ts';

/** Run from source by plain Node, wherever this file itself has been bundled to. */
const childFile = join(projectRoot, 'src/lib/server/imports/import-child.ts');

export type Limits = {
	/** Megabytes of heap. */
	memory: number;
	/** Milliseconds. */
	time: number;
};
const usual: Limits = { memory: 1024, time: 600_000 };

export type Refused = Extract<FromChild, { says: 'refused' }>['problem'];

export type Outcome =
	| { done: JobResult }
	| { refused: Refused }
	/** The process ended without a word: out of memory, out of time, or stopped from outside. */
	| { lost: 'memory' | 'time' | 'stopped' };

export type RunningJob = {
	/** What the file is written to; to be ended after its last byte. */
	input: Writable;
	/** Never rejects. */
	outcome: Promise<Outcome>;
	stop: () => void;
};

export function runJob(
	job: ImportJob,
	onProgress: (progress: Progress) => void = () => {},
	limits: Limits = usual
): RunningJob {
	const child = spawn(process.execPath, [`--max-old-space-size=${limits.memory}`, childFile], {
		cwd: projectRoot,
		env: { ...process.env, NODE_OPTIONS: '' },
		stdio: ['pipe', 'ignore', 'ignore', 'ipc']
	});
	// A process that ended reads no more; what comes of that is its outcome.
	child.stdin!.on('error', () => {});
	let said: Outcome | null = null;
	let openGate = () => {};
	let late = false;
	const tell = (message: ToChild) => child.connected && child.send(message, () => {});
	child.on('message', (message: FromChild) => {
		if (message.says === 'progress') onProgress(message);
		if (message.says === 'writing') {
			openGate = closeGate();
			tell({ write: true });
		}
		if (message.says === 'written') openGate();
		if (message.says === 'done') said = { done: message.result };
		if (message.says === 'refused') said = { refused: message.problem };
	});
	const stop = () => void child.kill('SIGKILL');
	const timer = setTimeout(() => {
		late = true;
		stop();
	}, limits.time).unref();
	process.once('sveltekit:shutdown', stop);
	const outcome = new Promise<Outcome>((resolve) => {
		const end = (code: number | null, signal: NodeJS.Signals | null) => {
			// What it said last may still be on its way.
			if (child.connected) return void child.once('disconnect', () => end(code, signal));
			clearTimeout(timer);
			process.off('sveltekit:shutdown', stop);
			openGate();
			// Node ends itself by SIGABRT, or on some systems with this code, when its heap is full.
			const full = signal === 'SIGABRT' || code === 134;
			const lost = late ? 'time' : full ? 'memory' : 'stopped';
			if (!said) log.warn({ kind: job.kind, exit: code, signal, lost }, 'a job with a file ended early');
			resolve(said ?? { lost });
		};
		child.once('exit', end);
		child.once('error', () => end(null, null));
	});
	child.once('spawn', () => {
		yieldToPages(child.pid!);
		tell({ job });
	});
	return { input: child.stdin!, outcome, stop };
}

function yieldToPages(pid: number): void {
	try {
		setPriority(pid, 10);
	} catch {
		// It goes on as it is.
	}
}
