/**
 * Makes a bare clone ready, in plain Node without dependencies: installs what the lock file names when it is not
 * installed yet, then builds when the sources are newer than the build, then finds or installs a browser.
 *
 *   node scripts/bootstrap.mjs install | start | test
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, chromiumMissing } from './find-chromium.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');

/** Remarks go to standard error: standard output belongs to the command that follows. */
const say = (text) => process.stderr.write(`${text}\n`);

function digestOf(paths) {
	const hash = createHash('sha256');
	const add = (path) => {
		if (!existsSync(join(root, path))) return;
		if (statSync(join(root, path)).isDirectory())
			for (const name of readdirSync(join(root, path)).sort()) add(join(path, name));
		else hash.update(path).update(readFileSync(join(root, path)));
	};
	paths.forEach(add);
	return hash.digest('hex');
}

const stampIs = (file, digest) => existsSync(file) && readFileSync(file, 'utf8') === digest;

/** `quiet`: only what goes wrong is shown. */
function run(program, words, { path, quiet = false }) {
	const { status, stderr } = spawnSync(program, words, {
		cwd: root,
		stdio: ['ignore', quiet ? 'ignore' : 2, quiet ? 'pipe' : 2],
		shell: process.platform === 'win32',
		env: { ...process.env, PATH: path }
	});
	if (status !== 0) {
		if (stderr) say(stderr.toString());
		say(`“${program} ${words.join(' ')}” failed; its own words stand above. Mend that and start again.`);
		process.exit(1);
	}
}

/** npm replaces node_modules, so it must run on the machine's own Node, not on the one installed in there. */
const ownPath = process.env.PATH.split(delimiter)
	.filter((folder) => !folder.includes('node_modules'))
	.join(delimiter);
const pinnedPath = `${bin}${delimiter}${process.env.PATH}`;

function install() {
	const stamp = join(root, 'node_modules', '.cairn-installed');
	const digest = digestOf(['package-lock.json']);
	if (stampIs(stamp, digest)) return;
	say('Installing what Cairn needs (about half a minute) …');
	// Only one package needs its install script: the pinned Node. The rest ship their binaries.
	run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { path: ownPath });
	run('npm', ['rebuild', 'node', '--loglevel=error'], { path: ownPath });
	writeFileSync(stamp, digest);
}

function build() {
	const stamp = join(root, 'build', '.cairn-built');
	const digest = digestOf(['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json']);
	if (stampIs(stamp, digest)) return;
	say('Building Cairn …');
	run('vite', ['build', '--logLevel', 'error'], { path: pinnedPath, quiet: true });
	mkdirSync(dirname(stamp), { recursive: true });
	writeFileSync(stamp, digest);
}

const aptGet = (...words) => execFileSync('apt-get', ['-qq', ...words], { stdio: ['ignore', 2, 2] });

function browser() {
	if (findChromium()) return;
	say('Installing a browser for the journeys …');
	try {
		if (process.platform === 'linux' && process.getuid?.() === 0) {
			aptGet('update');
			try {
				aptGet('install', '-y', '--no-install-recommends', 'chromium-headless-shell');
			} catch {
				// Older releases of Debian have the whole browser alone.
				aptGet('install', '-y', '--no-install-recommends', 'chromium');
			}
		} else
			execFileSync(join(bin, 'playwright-core'), ['install', 'chromium'], {
				stdio: ['ignore', 2, 2],
				env: { ...process.env, PATH: pinnedPath }
			});
	} catch {
		// Said below, in one sentence, whatever went wrong.
	}
	if (findChromium()) return;
	say(chromiumMissing);
	process.exit(1);
}

const steps = { install: [install], start: [install, build], test: [install, build, browser] };
for (const step of steps[process.argv[2]] ?? [install]) step();
