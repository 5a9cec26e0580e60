import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { times } from '../../../../tests/support/long.ts';
import { connect } from './connect.ts';
import { openDatabase } from './open.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-killed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const parents = `create table parents (id integer primary key, name text not null);
--> statement-breakpoint
create table children (id integer primary key, parent integer not null references parents(id) on delete cascade);`;
/** A rebuild like those that a change of schema needs, over enough rows to be caught in the middle of it. */
const rebuild = `create table new_parents (id integer primary key, name text not null, known text);
--> statement-breakpoint
insert into new_parents select id, name, upper(name) from parents;
--> statement-breakpoint
drop table parents;
--> statement-breakpoint
alter table new_parents rename to parents;
--> statement-breakpoint
create index parents_known on parents(known, name);`;
const rows = 60_000;

function migrations(count: 1 | 2): string {
	const place = join(folder, `migrations-${count}`);
	mkdirSync(join(place, 'meta'), { recursive: true });
	const texts = [parents, rebuild].slice(0, count);
	texts.forEach((text, index) => writeFileSync(join(place, `000${index}_step.sql`), text));
	const entries = texts.map((_, index) => ({ tag: `000${index}_step` }));
	writeFileSync(join(place, 'meta', '_journal.json'), JSON.stringify({ entries }));
	return place;
}

function fill(): void {
	const db = openDatabase(folder, migrations(1));
	db.$client.exec(
		`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${rows})
			insert into parents select i, 'parent ' || i from n;
		insert into children select id, id from parents;`
	);
	db.$client.close();
}

/** Migrates in a process of its own. Killed after so many milliseconds from its beginning to migrate; says whether it was. */
async function migrateInChild(killAfter: number | null): Promise<{ killed: boolean; took: number }> {
	const child = spawn(
		process.execPath,
		[
			'--input-type=module',
			'-e',
			`import { openDatabase } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'open.ts')).href)};
			process.stdout.write('begins');
			openDatabase(${JSON.stringify(folder)}, ${JSON.stringify(migrations(2))}).$client.close();`
		],
		{ stdio: ['ignore', 'pipe', 'inherit'] }
	);
	const ended = new Promise<NodeJS.Signals | null>((resolve) =>
		child.once('exit', (_, signal) => resolve(signal))
	);
	await new Promise((resolve) => child.stdout.once('data', resolve));
	const began = performance.now();
	if (killAfter !== null) setTimeout(() => child.kill('SIGKILL'), killAfter);
	const signal = await ended;
	return { killed: signal === 'SIGKILL', took: performance.now() - began };
}

/** What a database opened after a kill holds: whole in the old schema, or whole in the new one. */
function whatIsThere() {
	const client = connect(join(folder, 'cairn.sqlite'));
	const ask = (sql: string) => client.prepare(sql).pluck().get();
	const found = {
		schema: client.pragma('user_version', { simple: true }),
		integrity: client.pragma('integrity_check', { simple: true }),
		orphans: (client.pragma('foreign_key_check') as unknown[]).length,
		parents: ask('select count(*) from parents'),
		children: ask('select count(*) from children'),
		columns: (client.pragma('table_info(parents)') as unknown[]).length,
		halfBuilt: ask("select count(*) from sqlite_schema where name = 'new_parents'")
	};
	client.close();
	return found;
}

const whole = { integrity: 'ok', orphans: 0, parents: rows, children: rows, halfBuilt: 0 };

describe('a migration that is killed half way', () => {
	test(
		'leaves the database as it was, and the next opening finishes it',
		async () => {
			fill();
			const { took } = await migrateInChild(null);
			let caught = 0;
			// On a busy machine a kill may come too late: go on until one came in the middle.
			for (let time = 0; time < times(6, 60) || (caught === 0 && time < 60); time++) {
				rmSync(join(folder, 'cairn.sqlite'), { force: true });
				fill();
				const { killed } = await migrateInChild(Math.random() * took * 0.9);
				const { schema, columns, ...rest } = whatIsThere();
				expect(rest).toEqual(whole);
				expect([schema, columns]).toEqual(schema === 1 ? [1, 2] : [2, 3]);
				if (killed && schema === 1) caught += 1;
				openDatabase(folder, migrations(2)).$client.close();
				expect(whatIsThere()).toEqual({ ...whole, schema: 2, columns: 3 });
			}
			expect(caught).toBeGreaterThan(0);
		},
		times(60_000, 600_000)
	);
});
