import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { review, reviewWorld, type ReviewWorld } from '../../../../tests/support/review-world.ts';
import type { Problem } from '../problems.ts';
import { openDatabase } from '../db/open.ts';
import { listBatches } from '../queries/batches.ts';
import { findSource } from '../queries/sources.ts';
import { listStaged } from '../queries/staged-imports.ts';
import { doJob } from './do-job.ts';
import type { ImportJob } from './import-job.ts';
import { listStagedFolders } from './staged-folder.ts';
import { loadStagedPage, type StagedPage } from './staged-page.ts';
import {
	beginFromFile,
	drop,
	jobsUnderWay,
	lookAgain,
	receiveFile,
	receiveMapping,
	recoverStaged,
	startTakingIn,
	sweepStaged
} from './staged-work.ts';

// The jobs are done here, without a process for each: that they are done in one is shown by run-job.test.ts.
vi.mock('./run-job.ts', () => ({
	runJob(job: ImportJob) {
		const input = new PassThrough({ highWaterMark: 2 ** 30 });
		const talk = { progress: () => {}, writing: async <Result>(work: () => Result) => work() };
		const outcome = doJob(job, input, talk).then(
			(done) => ({ done }),
			({ code, message, details }: Problem) => ({ refused: { code, message, details } })
		);
		return { input, outcome, stop: () => {} };
	}
}));

let folder: string;
let world: ReviewWorld;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'cairn-staged-'));
	world = reviewWorld('thematic-review', openDatabase(folder));
});
afterEach(() => {
	world.db.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

const place = () => ({ folder, review, source: 'staff' });
const staff = () => findSource(world.db, review, 'staff');
const page = (staged: string) => loadStagedPage(world.db, place(), staged);

/** Sends a file and waits until it was read. */
async function send(
	content: string | Uint8Array<ArrayBuffer>,
	name = 'answers.csv'
): Promise<StagedPage & { id: string }> {
	const form = new FormData();
	form.set('file', new File([content], name));
	const request = new Request('http://localhost/', { method: 'POST', body: form });
	const id = await receiveFile(world.db, world.by('ailsa'), place(), request);
	await jobsUnderWay();
	return { ...page(id), id };
}

async function takeIn(id: string, name = 'Second wave', identifiersChecked = false): Promise<StagedPage> {
	startTakingIn(world.db, world.by('ailsa'), place(), id, { name, identifiersChecked });
	await jobsUnderWay();
	return page(id);
}

/** Whatever lies in the folder of staged files, as one text. */
const onDisk = () =>
	readdirSync(join(folder, 'staged'), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
		.join('\n');

const forms = [
	'ID,Start time,Completion time,Email,Name,Do you feel able?,What would help?',
	'1,2026-03-01 09:00,2026-03-01 09:05,flora@isle.example,Flora Bain,Yes,More time',
	'2,2026-03-01 09:10,2026-03-01 09:12,anonymous,,No,',
	'3,2026-03-01 09:20,2026-03-01 09:22,hamish@isle.example,Hamish Orr,yes,A quiet room'
].join('\r\n');

describe('a file that was sent', () => {
	test('is understood by itself where its wordings are those of the instrument, and shown before any of it is stored', async () => {
		const waiting = await send(forms);
		expect(waiting).toMatchObject({ step: 'dry-run', file: { name: 'answers.csv', by: 'Ailsa' } });
		if (waiting.step !== 'dry-run') return;
		expect(waiting.table).toMatchObject({ format: 'a Microsoft Forms export', rows: 3 });
		expect(waiting.run).toMatchObject({ rows: 3, records: 3, answers: 5, ready: true, problemCount: 0 });
		expect(waiting.run.dropped).toEqual([
			{ column: 'Email', values: 3 },
			{ column: 'Name', values: 2 }
		]);
		expect(waiting.run.words[0]!.words).toContainEqual({ found: 'Yes', count: 1, answer: 'yes' });
		expect(staff().recordCount).toBe(2);
	});

	test('leaves nothing of the people whom it names, neither on the disk nor in the database', async () => {
		const { id } = await send(forms);
		expect(onDisk()).toContain('A quiet room');
		expect(onDisk()).not.toMatch(/Flora|Hamish|isle\.example/);
		await takeIn(id);
		const kept = [
			'records',
			'answers',
			'written_answers',
			'batches',
			'staged_imports',
			'events',
			'event_texts'
		];
		for (const table of kept)
			expect(JSON.stringify(world.db.$client.prepare(`select * from ${table}`).all()), table).not.toMatch(
				/Flora|Hamish|flora@|hamish@/
			);
	});

	test('is taken in once as one named batch, however often that is asked for, and then waits no more', async () => {
		const { id } = await send(forms);
		startTakingIn(world.db, world.by('ailsa'), place(), id, { name: 'Wave', identifiersChecked: false });
		const done = await takeIn(id, 'Wave again');
		await takeIn(id, 'And again');
		expect(done.step).toBe('done');
		expect(staff().recordCount).toBe(5);
		expect(listBatches(world.db, staff().key)).toMatchObject([
			{ name: 'Wave', way: 'file', format: 'microsoft-forms', records: 3, answers: 5, by: 'Ailsa' }
		]);
		expect(listStaged(world.db, staff().key)).toEqual([]);
		expect(listStagedFolders(folder)).toEqual([]);
		expect(world.told().map(({ verb }) => verb)).toEqual(['import-begun', 'answers-imported']);
	});

	test('with rows of an earlier import leaves those out, and has nothing to take in where all are known', async () => {
		await takeIn((await send(forms)).id);
		const more = await send(`${forms}\r\n4,2026-04-01 09:00,2026-04-01 09:05,anonymous,,Yes,`);
		expect(more).toMatchObject({
			step: 'dry-run',
			run: { records: 1, duplicates: { count: 3 }, ready: true }
		});
		await takeIn(more.id);
		expect(staff().recordCount).toBe(6);
		expect(await send(forms)).toMatchObject({
			step: 'dry-run',
			run: { records: 0, ready: false },
			same: { name: 'Second wave' }
		});
	});

	test('with a fault names its row and column, and nothing of it is stored', async () => {
		const broken = await send(forms.replace('anonymous,,No,', 'anonymous,,Perhaps not,'));
		expect(broken.step).toBe('mapping');
		const faulty = await send('reference,S1,S2\nM-1,yes,\nM-2,perhaps,\nM-2,no,\n');
		if (faulty.step === 'dry-run') expect(faulty.run.problems.join('\n')).toMatch(/Row 4.*M-2/);
		expect(faulty.step === 'dry-run' && faulty.run.ready).toBe(false);
		await takeIn(faulty.id);
		expect(staff().recordCount).toBe(2);
	});

	test('that may name somebody is taken in only by who has looked', async () => {
		const found = await send(forms.replace('A quiet room', 'Ask Flora on 0131 496 0000'));
		expect(found).toMatchObject({
			step: 'dry-run',
			run: { identifierCount: 1, problemCount: 1, ready: true }
		});
		expect(JSON.stringify(found)).not.toContain('0131');
		expect(await takeIn(found.id)).toMatchObject({ step: 'dry-run', problem: { code: 'answers-refused' } });
		expect(staff().recordCount).toBe(2);
		expect((await takeIn(found.id, 'Looked at', true)).step).toBe('done');
	});

	test('that would contradict the sample says so and cannot be taken in', async () => {
		world.db.$client.prepare("update samples set design = 'random', frame_size = 4").run();
		expect(await send(forms)).toMatchObject({
			step: 'dry-run',
			run: { ready: false, mismatch: expect.stringContaining('only 4') as string }
		});
	});

	test.each([
		['no table', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]), 'answers.csv', /is a PDF/],
		['wrongly named', forms, 'answers.xlsx', /is named as a workbook, but is none/],
		['empty', '', 'answers.csv', /is empty/]
	])(
		'which is %s is refused with the reason, and nothing of it is kept',
		async (_, content, name, reason) => {
			const refused = await send(content, name);
			expect(refused).toMatchObject({
				step: 'refused',
				problem: { message: expect.stringMatching(reason) as string }
			});
			expect(listStagedFolders(folder)).toEqual([]);
		}
	);
});

describe('a file that is not clear by itself', () => {
	const own = 'Ref,Able or not,Place\nA1,yep,Elgin\nA2,nope,Forres\n';

	test('asks once what its columns and words are; the next with the same headings needs no asking', async () => {
		const first = await send(own);
		expect(first.step).toBe('mapping');
		if (first.step !== 'mapping') return;
		const choose = (chosen: Record<string, string>) => (field: string) => chosen[field] ?? '';
		const columns = { 'column-0': 'reference', 'column-1': 'question:S1', 'column-2': 'stratum' };
		expect(() =>
			receiveMapping(world.db, world.by('ailsa'), place(), first.id, choose({ 'column-0': 'reference' }))
		).toThrow('Look again');
		receiveMapping(world.db, world.by('ailsa'), place(), first.id, choose(columns));
		await jobsUnderWay();
		const words = page(first.id);
		if (words.step !== 'mapping') throw new Error(words.step);
		const [question] = words.form.words;
		expect(question!.words.map(({ found }) => found)).toEqual(['yep', 'nope']);
		const [yep, nope] = question!.words;
		const all = {
			'column-0': 'as-is',
			'column-1': 'as-is',
			'column-2': 'as-is',
			[yep!.name]: 'yes',
			[nope!.name]: 'no'
		};
		receiveMapping(world.db, world.by('ailsa'), place(), first.id, choose(all));
		await jobsUnderWay();
		expect(page(first.id)).toMatchObject({
			step: 'dry-run',
			run: { records: 2, answers: 2, missing: ['S2'] }
		});
		await takeIn(first.id);

		const next = await send('Ref,Able or not,Place\nB1,Yep,Elgin\n');
		expect(next).toMatchObject({ step: 'dry-run', run: { records: 1, ready: true } });
	});
});

describe('a file for a source that asks nothing yet', () => {
	test('gives the draft of an instrument, without the columns that name people, and can be read by it then', async () => {
		const client = world.db.$client;
		const { key } = staff();
		for (const table of ['answers', 'written_answers', 'records'])
			client.prepare(`delete from ${table} where source_id = ?`).run(key);
		client.prepare('update sources set instrument = null where id = ?').run(key);
		const waiting = await send(forms);
		expect(waiting).toMatchObject({ step: 'no-instrument', canMake: true });
		expect(onDisk()).not.toMatch(/Flora|Hamish|isle\.example/);
		beginFromFile(world.db, world.by('ailsa'), place(), waiting.id, []);
		const draft = client.prepare('select draft from instrument_drafts').pluck().get() as string;
		expect(draft).toContain('Do you feel able?');
		expect(draft).not.toMatch(/Flora|Hamish|isle\.example|Email/);

		client.prepare("update sources set instrument = 'isle-staff@1' where id = ?").run(key);
		lookAgain(world.db, place(), waiting.id);
		await jobsUnderWay();
		expect(page(waiting.id)).toMatchObject({
			step: 'dry-run',
			run: {
				records: 3,
				ready: true,
				dropped: [
					{ column: 'Email', values: 3 },
					{ column: 'Name', values: 2 }
				]
			}
		});
	});
});

describe('what waits', () => {
	test('is cleared away after a day, and files that belong to nothing with it', async () => {
		const { id } = await send(forms);
		sweepStaged(world.db, folder, '2026-03-03T09:59:00.000Z');
		expect(page(id).step).toBe('dry-run');
		sweepStaged(world.db, folder, '2026-03-03T10:00:01.000Z');
		expect(() => page(id)).toThrow('There is nothing');
		expect(listStagedFolders(folder)).toEqual([]);
	});

	test('can be given up', async () => {
		const { id } = await send(forms);
		drop(world.db, place(), id);
		expect([listStaged(world.db, staff().key), listStagedFolders(folder)]).toEqual([[], []]);
	});

	test('waits again when Cairn was stopped while it was taken in, and is given up when it was still being read', async () => {
		const { id } = await send(forms);
		world.db.$client.prepare("update staged_imports set state = 'taking-in'").run();
		recoverStaged(world.db, folder);
		expect(page(id)).toMatchObject({ step: 'dry-run', problem: { code: 'stopped' } });
		world.db.$client.prepare("update staged_imports set state = 'reading'").run();
		rmSync(join(folder, 'staged'), { recursive: true });
		recoverStaged(world.db, folder);
		expect(page(id)).toMatchObject({ step: 'refused', problem: { code: 'stopped' } });
	});

	test('is nobody else’s: who does not lead the review sends nothing, and another source does not show it', async () => {
		const { id } = await send(forms);
		expect(() => loadStagedPage(world.db, { ...place(), source: 'files' }, id)).toThrow('There is nothing');
		const form = new FormData();
		form.set('file', new File([forms], 'answers.csv'));
		const request = new Request('http://localhost/', { method: 'POST', body: form });
		await expect(receiveFile(world.db, world.by('magnus'), place(), request)).rejects.toThrow(
			'There is nothing'
		);
	});
});
