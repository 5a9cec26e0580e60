/** The built Cairn, served on a free port out of a data folder of its own that is removed afterwards. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type ServedCairn = {
	address: string;
	folder: string;
	/** Everything that the server has written to its two outputs so far. */
	said: () => string;
	/** Ends it as an administrator would, and removes the folder unless it was given as CAIRN_DATA. */
	stop: () => Promise<void>;
	/** Ends it as a power cut would; the folder stays. */
	kill: () => Promise<void>;
	/** Asks it to end; gives the exit code once it has. */
	end: () => Promise<number | null>;
	pid: number;
};

/**
 * Starts `scripts/serve.mjs` and waits for the address that it prints. `environment` is added to the process's own;
 * `root` is the folder of another build.
 */
export async function serveCairn(
	environment: Record<string, string> = {},
	root: string = process.cwd()
): Promise<ServedCairn> {
	const folder = environment.CAIRN_DATA ?? mkdtempSync(join(tmpdir(), 'cairn-journey-'));
	const server = spawn(process.execPath, ['scripts/serve.mjs'], {
		cwd: root,
		env: { ...process.env, PORT: '0', CAIRN_DATA: folder, ORIGIN: '', ...environment },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const ended = new Promise<number | null>((resolve) => server.once('exit', (code) => resolve(code)));
	const end = () => {
		server.kill('SIGTERM');
		return ended;
	};
	const kill = async () => {
		server.kill('SIGKILL');
		await ended;
	};
	const stop = async () => {
		await end();
		if (!environment.CAIRN_DATA) rmSync(folder, { recursive: true, force: true });
	};
	let errors = '';
	let written = '';
	server.stderr.on('data', (text) => (errors += text));
	for (const output of [server.stdout, server.stderr]) output.on('data', (text) => (written += text));
	const address = await new Promise<string>((resolve, reject) => {
		let said = '';
		server.stdout.on('data', (text) => {
			said += text;
			const line = said.match(/^(https?:\/\/\S+)\n$/m);
			if (line) resolve(line[1]!);
		});
		server.once('exit', (code) => reject(new Error(`Cairn ended with ${code}: ${errors}`)));
	});
	return { address, folder, said: () => written, stop, kill, end, pid: server.pid! };
}
