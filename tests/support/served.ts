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
	stop: () => Promise<void>;
};

/**
 * Starts `scripts/serve.mjs` and waits for the address that it prints. `environment` is added to the process's own;
 * `root` is the folder of another build.
 */
export async function serveCairn(
	environment: Record<string, string> = {},
	root: string = process.cwd()
): Promise<ServedCairn> {
	const folder = mkdtempSync(join(tmpdir(), 'cairn-journey-'));
	const server = spawn(process.execPath, ['scripts/serve.mjs'], {
		cwd: root,
		env: { ...process.env, PORT: '0', CAIRN_DATA: folder, ORIGIN: '', ...environment },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
	const stop = async () => {
		server.kill('SIGTERM');
		await ended;
		rmSync(folder, { recursive: true, force: true });
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
	return { address, folder, said: () => written, stop };
}
