/** One path for writes: every command asks `may` again, inside the transaction of its change. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = 'src/lib/server/commands';
const read = (file: string) => readFileSync(file, 'utf8');
const commands = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

const writes = (text: string) =>
	/\b(?:db|tx)\s*\.(?:insert|update|delete)\(/.test(text) ||
	/`?['"`]\s*(?:insert (?:or \w+ )?into|update \w+ set|delete from)\b/i.test(text);
const asks = (text: string) => /from '\.\/change\.ts'/.test(text) && /\bchange\(/.test(text);

/** Those that write without asking themselves, each with the reason why it may. */
const withoutAsking: Record<string, string> = {
	'append-event.ts': 'writes the event inside a change',
	'hold-reading.ts': 'a part of other commands, inside their change',
	'insert-person.ts': 'a part of other commands, inside their change',
	'lead-workshop.ts': 'a part of other commands, inside their change',
	'store-links.ts': 'a part of other commands, inside their change',
	'move-phrases.ts': 'a part of other commands, inside their change',
	'keep-version.ts': 'a part of other commands, inside their change',
	'put-membership.ts': 'a part of other commands, inside their change',
	'put-stage-move.ts': 'a part of other commands, inside their change',
	'keep-search.ts': 'a part of other commands, inside their change',
	'move-entry.ts': 'a part of other commands, inside their change',
	'write-narrative.ts': 'a part of other commands, inside their change',
	'write-readiness.ts': 'a part of other commands, inside their change',
	'keep-document.ts': 'a part of other commands, inside their change',
	'add-batch.ts': 'a part of other commands, inside their change',
	'record-answers.ts': 'a part of other commands, inside their change',
	'remove-drawn.ts': 'a part of other commands, inside their change',
	'keep-release-step.ts': 'keeps how far the making of a release is',
	'keep-staged.ts': 'keeps where a file that was sent stands, before any of it counts',
	'count-guess.ts': 'counts guesses of people who are not signed in',
	'use-code-once.ts': 'remembers a code of somebody who is about to be signed in',
	'note-visit.ts': 'remembers up to where somebody has seen a review',
	'see-session.ts': 'remembers when a session was used last',
	'use-feed-key.ts': 'remembers when a key for the feed was used last'
};

describe('the commands', () => {
	test('that write ask whether it may be done, inside their change', () => {
		const silent = commands.filter((file) => {
			const text = read(join(folder, file));
			return writes(text) && !asks(text);
		});
		expect(silent.sort()).toEqual(Object.keys(withoutAsking).sort());
	});

	test('are the only ones that write', () => {
		const elsewhere = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
			(file) =>
				file.endsWith('.ts') &&
				!file.endsWith('.test.ts') &&
				!join('src', file).startsWith(folder) &&
				!file.startsWith(join('lib', 'server', 'db')) &&
				writes(read(join('src', file)))
		);
		expect(elsewhere).toEqual([]);
	});

	test('would be found out if one wrote without asking', () => {
		expect(writes('db\n\t.insert(findings)\n\t.values({ id })')).toBe(true);
		expect(writes("db.$client.prepare('delete from findings').run()")).toBe(true);
		expect(asks("import { notThere } from './change.ts';")).toBe(false);
		expect(asks("import { change } from './change.ts';\nchange(db, by, asked, work);")).toBe(true);
	});
});
