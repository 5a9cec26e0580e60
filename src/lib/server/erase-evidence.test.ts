/** What was gathered around the records of a review goes with them, down to the bytes. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { halfBegunReview } from '../../../tests/support/half-begun-review.ts';
import { seedCollections } from '../../../tests/support/seeded-collections.ts';
import { seedDraw } from '../../../tests/support/seeded-draw.ts';
import { seedPapers } from '../../../tests/support/seeded-papers.ts';
import { seedReading } from '../../../tests/support/seeded-reading.ts';
import { operator } from './access/actor.ts';
import { importReview } from './commands/import-review.ts';
import { loadDocuments } from './commands/load-documents.ts';
import { openDatabase, type Database } from './db/open.ts';
import { stagedImports } from './db/schema/imports.ts';
import { people } from './db/schema/people.ts';
import { eraseDue } from './erase-due.ts';
import { readStaged, writeStaged } from './imports/staged-folder.ts';
import { planErasures } from './queries/retention.ts';
import { findSource } from './queries/sources.ts';

const at = '2026-01-01T00:00:00.000Z';
const after = '2033-06-30T10:00:00.000Z';
const by = { actor: operator, at };

/** Stand nowhere else, so that they can be looked for in the bytes; in the review that is kept they end in “stays”. */
const words = {
	remark: 'Wombatremark',
	replacement: 'Bilbyreason',
	note: 'Quokkanote',
	marked: 'Numbatpassage',
	paper: 'Potoroopaper',
	answered: 'Dunnartanswer',
	own: 'Quollanswer',
	staged: 'Bettongfile'
};
type Words = typeof words;

let folder: string;
let db: Database;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-erase-evidence-'));
	db = openDatabase(folder);
	loadDocuments(db, at);
	const born = { createdAt: new Date(at), updatedAt: new Date(at), emailVerified: true };
	db.insert(people)
		.values({ id: 'reader', name: 'Reader', email: 'reader@example.org', ...born })
		.run();
	seed('isle-2025', words);
	const kept = Object.entries(words).map(([name, word]) => [name, `${word}stays`]);
	seed('glen-2025', Object.fromEntries(kept) as Words);
	db.$client
		.prepare("update reviews set issued_at = '2026-06-30T10:00:00.000Z' where id = 'isle-2025'")
		.run();
});
afterEach(() => {
	db.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

/** The review of the isle with one of the words in each thing that is gathered around its records. */
function seed(
	review: string,
	{ remark, replacement, note, marked, paper, answered, own, staged }: Words
): void {
	const [files, ...others] = halfBegunReview.sources;
	const talk = {
		notes: [{ id: 'talk', title: 'A talk', text: `${marked} and ${note}` }],
		passages: [{ id: 'said', text: marked, note: 'talk', starts: 0, ends: marked.length, elements: ['T2'] }]
	};
	const bundle = {
		...halfBegunReview,
		review: { ...halfBegunReview.review, id: review },
		sources: [{ ...files, ...talk }, ...others]
	};
	importReview(db, bundle, by);
	const of = { review, source: 'files', by: 'operator', at };
	seedReading(db, { ...of, record: 1, person: 'reader', written: remark, complete: true });
	seedDraw(db, { ...of, told: 'drawn', replaced: 'I-90', used: 'I-91', reason: replacement });
	seedPapers(db, { ...of, address: review, inside: 'figures stay', written: paper });
	seedCollections(db, { ...of, question: 'A5', title: 'Welcome', link: review, answered, own });
	const expiresAt = '2099-01-01T00:00:00.000Z';
	db.insert(stagedImports)
		.values({
			id: `staged-${review}`,
			sourceId: findSource(db, review, 'files').key,
			fileName: `${staged}.csv`,
			state: 'waiting',
			startedAt: at,
			expiresAt,
			changedBy: 'operator',
			changedAt: at
		})
		.run();
	writeStaged(folder, `staged-${review}`, 'table', { cells: [staged] });
}

/** Which of the words of the erased review stand in a file of the data folder, whatever it is. */
function wordsInFiles(): string[] {
	const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
		entry.isFile()
	);
	const bytes = Buffer.concat(names.map(({ parentPath, name }) => readFileSync(join(parentPath, name))));
	const text = bytes.toString('latin1').replaceAll(/\w+stays/g, '');
	return Object.values(words).filter((word) => text.includes(word));
}

const erase = () => eraseDue(db, { actor: operator, at: after }, planErasures(db, 7, after).due);

test('readings, remarks, notes, papers, frames, files and answers on their way leave no byte behind', () => {
	expect(wordsInFiles()).toEqual(Object.values(words));
	expect(erase()).toMatchObject({
		reviews: [
			{
				review: 'isle-2025',
				erases: {
					readings: 1,
					comments: 1,
					adjudications: 1,
					notes: 1,
					passages: 1,
					attachments: 1,
					frameEntries: 2,
					stagedImports: 1,
					responses: 2
				}
			}
		],
		swept: true
	});
	expect(wordsInFiles()).toEqual([]);
});

test('what was read of a file that waits is taken from the disk, and that of another review stays', () => {
	erase();
	expect(readStaged(folder, 'staged-isle-2025', 'table')).toBeNull();
	expect(readStaged(folder, 'staged-glen-2025', 'table')).toEqual({ cells: [`${words.staged}stays`] });
});

test('figures and who was involved stay with the conclusions, and every other review as it was', () => {
	const rows = (review: string) =>
		['figures', 'notes', 'readings', 'frame_entries', 'staged_imports', 'collections'].map((table) =>
			db.$client
				.prepare(
					`select count(*) from ${table} where source_id in (select id from sources where review_id = ?)`
				)
				.pluck()
				.get(review)
		);
	const kept = rows('glen-2025');
	erase();
	expect(rows('glen-2025')).toEqual(kept);
	expect(rows('isle-2025')).toEqual([1, 0, 0, 0, 0, 2]);
});
