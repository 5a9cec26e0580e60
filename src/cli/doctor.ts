/** Says how this installation stands and what to do. */
import { backupsFolder } from '#lib/server/backup/kept-backups.ts';
import { examineCairn } from '#lib/server/doctor/examine.ts';
import type { DoctorLine } from '#lib/server/doctor/line.ts';
import { Problem } from '#lib/server/problems.ts';
import { keptFolder } from '#lib/server/project-root.ts';
import type { Command } from './command.ts';

export const command: Command = {
	usage: 'doctor [--json]',
	summary: 'Looks at the database, trail, disk, clock, settings and backups, and says what to do.',
	help: `Changes nothing, and may be run beside a running server. Give it the server's own settings (CAIRN_DATA, HOST, ORIGIN …).
Each line is fine, look (see to it soon) or broken; exit 1 when anything is broken. docs/running.md says more of each.

With --json: {state, lines: [{what, state, found, todo}]}.`,
	options: {},
	positionals: [],
	run({ options, print, now }) {
		const folder = keptFolder();
		const lines = examineCairn({ folder, backups: backupsFolder(folder), environment: process.env, now });
		const bad = lines.filter(({ state }) => state === 'broken');
		if (options.json) print(JSON.stringify({ state: worst(lines), lines }, null, '\t'));
		else for (const line of lines) print(sentence(line));
		if (bad.length > 0)
			throw new Problem('look-needed', `Broken: ${bad.map(({ what }) => what.toLowerCase()).join(', ')}.`);
	}
};

const worst = (lines: readonly DoctorLine[]) =>
	(['broken', 'look'] as const).find((state) => lines.some((line) => line.state === state)) ?? 'fine';

function sentence({ what, state, found, todo }: DoctorLine): string {
	const line = `${state.padEnd(6)}  ${what.padEnd(13)}  ${found}`;
	return todo === null ? line : `${line}\n${' '.repeat(23)}→ ${todo}`;
}
