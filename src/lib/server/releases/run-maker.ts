/**
 * Makes a release in a process of its own, with less claim to the processor, so that no page waits for it. It ends with
 * the server that began it.
 */
import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { ReleaseStep } from '../commands/keep-release-step.ts';
import { log } from '../log.ts';
import { projectRoot } from '../project-root.ts';
import type { KeptRelease } from '../queries/release-drafts.ts';
import type { FromMaker, ReleaseJob } from './release-job.ts';

/** Run from source by plain Node, wherever this file itself has been bundled to. */
const childFile = join(projectRoot, 'src/lib/server/releases/release-child.ts');

/** Megabytes of heap, and milliseconds. */
const limits = { memory: 1024, time: 600_000 };

export type RunningMaker = {
	/** Null where the process ended without a result: out of memory or time, or stopped. Never rejects. */
	outcome: Promise<KeptRelease | null>;
	stop: () => void;
};

export function runMaker(job: ReleaseJob, onStep: (step: ReleaseStep) => void = () => {}): RunningMaker {
	const child = spawn(process.execPath, [`--max-old-space-size=${limits.memory}`, childFile], {
		cwd: projectRoot,
		env: { ...process.env, NODE_OPTIONS: '' },
		stdio: ['ignore', 'ignore', 'ignore', 'ipc']
	});
	let kept: KeptRelease | null = null;
	child.on('message', (message: FromMaker) => {
		if (message.says === 'made') kept = message.kept;
		else onStep({ done: message.done, steps: message.steps, at: message.at });
	});
	const stop = () => void child.kill('SIGKILL');
	const timer = setTimeout(stop, limits.time).unref();
	process.once('sveltekit:shutdown', stop);
	const outcome = new Promise<KeptRelease | null>((resolve) => {
		const end = (code: number | null, signal: NodeJS.Signals | null) => {
			// What it said last may still be on its way.
			if (child.connected) return void child.once('disconnect', () => end(code, signal));
			clearTimeout(timer);
			process.off('sveltekit:shutdown', stop);
			if (!kept) log.warn({ exit: code, signal }, 'the making of a release ended early');
			resolve(kept);
		};
		child.once('exit', end);
		child.once('error', () => end(null, null));
	});
	child.once('spawn', () => {
		yieldToPages(child.pid!);
		if (child.connected) child.send(job, () => {});
	});
	return { outcome, stop };
}

function yieldToPages(pid: number): void {
	try {
		setPriority(pid, 10);
	} catch {
		// It goes on as it is.
	}
}
