/** Runs a command of the command line in a process of its own, with less claim to the processor, so that no page waits. */
import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

/**
 * `folder` is the data folder, `environment` that of the server; `ended` ends the child. Gives the exit code, or null
 * when it could not be started or was ended.
 */
export function commandInChild(
	words: readonly string[],
	{ folder, environment }: { folder: string; environment: NodeJS.ProcessEnv },
	ended: AbortSignal
): Promise<number | null> {
	const child = spawn(process.execPath, [join(projectRoot, 'src', 'cli', 'cairn.ts'), ...words], {
		cwd: projectRoot,
		env: { ...environment, CAIRN_DATA: folder },
		stdio: 'ignore',
		signal: ended
	});
	return new Promise((resolve) => {
		child.once('spawn', () => yieldToPages(child.pid!));
		child.once('error', () => resolve(null));
		child.once('exit', (code) => resolve(code));
	});
}

/** A command that takes longer is no harm; one that ended at once has no priority any more. */
function yieldToPages(pid: number): void {
	try {
		setPriority(pid, 10);
	} catch {
		// It goes on as it is.
	}
}
