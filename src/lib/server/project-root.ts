/** Where the project lies on this machine: the same for the command line, the worker, the dev and the built server. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	for (;;) {
		const file = join(folder, 'package.json');
		if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'cairn') return folder;
		const parent = dirname(folder);
		if (parent === folder) return process.cwd();
		folder = parent;
	}
}

export const projectRoot = findRoot();
export const fixturesFolder = join(projectRoot, 'fixtures');
export const migrationsFolder = join(projectRoot, 'migrations');

/** The folder that holds everything kept: CAIRN_DATA, or `data` in the project. */
export function keptFolder(environment: NodeJS.ProcessEnv = process.env): string {
	return environment.CAIRN_DATA || join(projectRoot, 'data');
}
