/** Times and prints the figures of `npm run bench`: milliseconds, and how many times a bare baseline they are. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const runs = 5;

export function median(times: readonly number[]): number {
	return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/** Milliseconds of `runs` runs, the median; what `prepare` does is not counted. */
export function time<Prepared>(prepare: () => Prepared, run: (prepared: Prepared) => void): number {
	return median(
		Array.from({ length: runs }, () => {
			const prepared = prepare();
			const start = performance.now();
			run(prepared);
			return performance.now() - start;
		})
	);
}

/** One line: what, how long, and how many times the baseline. */
export function figure(what: string, milliseconds: number, baseline: number, name: string): string {
	return `${what.padEnd(46)} ${milliseconds.toFixed(1).padStart(8)} ms  ${(milliseconds / baseline).toFixed(1).padStart(6)} × ${name}`;
}

export type Scratch = { next: () => string; remove: () => void };

/** Fresh names in a folder that is removed afterwards. */
export function scratchFolder(): Scratch {
	const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
	let made = 0;
	return {
		next: () => join(folder, String((made += 1))),
		remove: () => rmSync(folder, { recursive: true, force: true })
	};
}
