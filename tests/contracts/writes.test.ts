import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { findWrites, type Write } from '../support/database-writes.ts';

const product = globSync('src/**/*.ts').filter((path) => !path.endsWith('.test.ts'));
const commands = product.filter((path) => path.startsWith('src/lib/server/commands/'));

/** Rooms that may write: commands, and what opens, migrates and sweeps the database. */
const mayWrite = /^src\/lib\/server\/(commands|db)\//;

/** Parts of commands: they write inside the transaction of the command that calls them, which notes the event. */
const parts = {
	'add-batch.ts': 'stores a batch of records for the commands that take answers in',
	'append-event.ts': 'writes the event itself',
	'hold-reading.ts': 'writes the row of a reading for the commands of the desk',
	'insert-person.ts': 'adds the row of a person for the commands that add people',
	'keep-document.ts': 'keeps a document for the commands that bring documents in',
	'remove-drawn.ts': 'takes a draw back for the commands that draw',
	'lead-workshop.ts': 'writes the row of a workshop for the commands of whoever holds it',
	'store-links.ts': 'writes what a finding rests on for the commands that save findings',
	'move-phrases.ts': 'moves the ties of phrases within the commands that save their text',
	'keep-version.ts': 'keeps the earlier version of a narrative for the command that saves it',
	'put-membership.ts': 'puts a membership or duty for the commands about people',
	'put-stage-move.ts': 'writes a move down for the commands that move a review',
	'keep-search.ts': 'keeps the text that is searched, for the commands that change what is shared',
	'move-entry.ts': 'writes how an entry stands, for the commands that move it',
	'write-narrative.ts': 'writes the row of a narrative for the commands that save one or take it in',
	'write-readiness.ts': 'writes the row of a component for the commands on readiness',
	'record-answers.ts': 'stores answers for the commands that take them in'
};

/** What tells the trail nothing, because it changes nothing that anybody made. */
const silent = {
	'keep-release-step.ts': 'keeps how far the making of a release is',
	'keep-staged.ts': 'keeps where a file that was sent stands, before any of it counts',
	'note-visit.ts': 'remembers up to where somebody has seen a review',
	'see-session.ts': 'remembers to the minute when a session was used last',
	'use-feed-key.ts': 'remembers to the minute when a key for the feed was used last',
	'count-guess.ts': 'counts guesses at a password, and forgets them',
	'use-code-once.ts': 'remembers for a minute that a code was used'
};

const importsOf = (path: string) =>
	[...readFileSync(path, 'utf8').matchAll(/^import (type )?[^;]*? from '([^']+)';/gms)].map(
		([, type, from]) => ({ type: type !== undefined, from: from! })
	);
const goesThroughChange = (path: string) =>
	importsOf(path).some(({ type, from }) => !type && /\/change\.ts$/.test(from));

/** Sentences for writes where there should be none. */
const outside = (writes: readonly Write[]) =>
	writes.filter(({ file }) => !mayWrite.test(file)).map(({ file, line, code }) => `${file}:${line} ${code}`);

/** Files as they must not be, looked through together with the product's own. */
const open = "import { openDatabase } from '#lib/server/db/open.ts';\nconst db = openDatabase(':memory:');\n";
const table = "import { settings } from '#lib/server/db/schema/trail.ts';\n";
const planted = {
	'src/routes/planted/+page.server.ts': `${table}${open}db.delete(settings).run();`,
	'src/lib/server/queries/planted.ts': `${open}db.$client.prepare('delete from settings returning name').all();`,
	'src/cli/planted.ts': `${open}const { $client } = db;\nconst all = $client.prepare('select 1');\nall.run();\n$client.exec('vacuum');`,
	'src/lib/server/planted.ts': `${open}new Map().delete(1);\ndb.$client.prepare('select 1').get();\n/a/.exec('a');`
};

let writes: Write[];
let plantedWrites: Write[];
beforeAll(() => {
	const all = findWrites(product, planted);
	writes = all.filter(({ file }) => !(file in planted));
	plantedWrites = all.filter(({ file }) => file in planted);
}, 120_000);

describe('every write to the database', () => {
	test('stands in a command, or in what opens the database', () => {
		expect(writes.length).toBeGreaterThan(50);
		expect(outside(writes)).toEqual([]);
	});

	test('would be found in a page, a query or the command line, however it is written', () => {
		expect(outside(plantedWrites).map((sentence) => sentence.split(':')[0])).toEqual([
			'src/routes/planted/+page.server.ts',
			'src/routes/planted/+page.server.ts',
			'src/lib/server/queries/planted.ts',
			'src/cli/planted.ts',
			'src/cli/planted.ts'
		]);
	});

	test('goes through change, with an event in its transaction, but for the few that are named here', () => {
		const writing = [...new Set(writes.map(({ file }) => file))].filter((file) => commands.includes(file));
		const without = writing.filter((file) => !goesThroughChange(file)).map((file) => basename(file));
		expect(without.sort()).toEqual([...Object.keys(parts), ...Object.keys(silent)].sort());
	});
});

describe('a part of commands', () => {
	test.each(Object.keys(parts))('%s is called by commands only', (part) => {
		const callers = product.filter((path) =>
			importsOf(path).some(({ type, from }) => !type && from.endsWith(`/${part}`))
		);
		expect(callers.length).toBeGreaterThan(0);
		expect(callers.filter((caller) => !commands.includes(caller))).toEqual([]);
	});

	test('that writes the event is called by change alone', () => {
		const callers = product.filter((path) =>
			importsOf(path).some(({ type, from }) => !type && from.endsWith('/append-event.ts'))
		);
		expect(callers).toEqual(['src/lib/server/commands/change.ts']);
	});
});
