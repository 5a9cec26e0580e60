/**
 * Taking in a file of 100,000 responses to 30 questions, as it is done for a page: read, understood and looked through
 * in one process, taken in by another; against the least that must be done, parsing the text and inserting the rows.
 */
import { spawn, spawnSync } from 'node:child_process';
import BetterSqlite3 from 'better-sqlite3';
import Papa from 'papaparse';
import { operator } from '#lib/server/access/actor.ts';
import { importReview } from '#lib/server/commands/import-review.ts';
import { openCairn } from '#lib/server/open-cairn.ts';
import { addOrganisation, addPerson, sessionCookie } from '../../tests/support/people.ts';
import { figure, scratchFolder } from './stopwatch.ts';

const responses = 100_000;
const questionCount = 30;
const words = [
	'Strongly agree',
	'Agree',
	'Neither agree nor disagree',
	'Disagree',
	'Strongly disagree',
	'',
	"Don't know"
];
const wording = (number: number) => `Statement ${number}: people decide for themselves`;
const at = new Date().toISOString();

const text = [
	['ID', 'Start time', 'Completion time', 'Email', 'Name']
		.concat(Array.from({ length: questionCount }, (_, index) => wording(index + 1)))
		.join(','),
	...Array.from({ length: responses }, (_, row) =>
		[
			row + 1,
			'01/03/2026 09:00:00',
			'01/03/2026 09:05:00',
			`person${row}@example.org`,
			`Person ${row}`,
			...Array.from({ length: questionCount }, (_, index) => words[(row * 7 + index * 3) % words.length]!)
		].join(',')
	)
].join('\r\n');

const scratch = scratchFolder();
const folder = scratch.next();

/** The least that must be done: parse the text, and insert as many rows of the same shape. */
function bare(): number {
	const start = performance.now();
	const { data } = Papa.parse<string[]>(text);
	const client = new BetterSqlite3(`${scratch.next()}.sqlite`);
	client.pragma('journal_mode = WAL');
	client.pragma('synchronous = FULL');
	client.exec(
		'create table answers (source_id integer, question integer, record integer, reading integer, value integer, primary key (source_id, question, record, reading)) without rowid'
	);
	const insert = client.prepare(
		`insert into answers values ${Array.from({ length: 50 }, () => '(1,?,?,1,?)').join(',')}`
	);
	client.transaction(() => {
		for (let question = 0; question < questionCount; question += 1)
			for (let row = 0; row + 50 < data.length; row += 50)
				insert.run(...Array.from({ length: 50 }, (_, index) => [question, row + index, 1]).flat());
	})();
	client.close();
	return performance.now() - start;
}

/** The server's folder with a review, its survey and the person who leads it; gives the Cookie header of that person. */
async function prepare(): Promise<string> {
	const db = openCairn(folder, at);
	addOrganisation(db, { id: 'bench', kind: 'scrutiny-body', name: 'Bench', host: true });
	importReview(db, bundle, { actor: operator, at, organisation: 'bench' });
	const person = await addPerson(db, {
		name: 'Bench',
		email: 'bench@example.org',
		memberships: [{ organisation: 'bench', role: 'lead-inspector' }]
	});
	db.$client.close();
	return sessionCookie(folder, person);
}

const bundle = {
	format: 'cairn-review',
	version: 1,
	review: {
		id: 'bench',
		kind: 'thematic-review',
		title: 'Bench',
		partnership: 'S37000028',
		from: '2026-01-01',
		to: '2026-01-31',
		frameworks: ['thematic-review@2019'],
		quantityScale: 'care-inspectorate-quantity@2019',
		evaluationScale: 'care-inspectorate-evaluation@six-point'
	},
	instruments: [
		{
			id: 'bench',
			edition: '1',
			title: 'Thirty statements',
			questions: Array.from({ length: questionCount }, (_, index) => ({
				code: `S${index + 1}`,
				wording: wording(index + 1),
				type: 'agreement',
				positive: ['strongly agree', 'agree']
			}))
		}
	],
	sources: [
		{
			id: 'staff',
			kind: 'staff-survey',
			title: 'Survey',
			instrument: 'bench@1',
			sample: { design: 'self-selected', asked: responses, howDrawn: 'Made up.' },
			heardFrom: 'Nobody'
		}
	]
};

const cookie = await prepare();
const server = spawn(process.execPath, ['scripts/serve.mjs'], {
	env: { ...process.env, PORT: '0', ORIGIN: '', CAIRN_DATA: folder, CAIRN_LOG: 'silent' },
	stdio: ['ignore', 'pipe', 'inherit']
});
const address = await new Promise<string>((resolve) =>
	server.stdout.on('data', (said) => {
		const line = /^(https?:\/\/\S+)$/m.exec(String(said));
		if (line) resolve(line[1]!);
	})
);
const imports = '/reviews/bench/evidence/staff/import';
const ask = (path: string, init: RequestInit = {}) =>
	fetch(new URL(path, address), {
		redirect: 'manual',
		...init,
		headers: { cookie, origin: address, accept: 'text/html' }
	});

/** Megabytes: of the server, and of the process that works for it; the most that was seen. */
const most = { server: 0, child: 0 };
function lookAtMemory(): void {
	const megabytes = (...which: string[]) => {
		const { stdout } = spawnSync('ps', ['-o', 'rss=', ...which], { encoding: 'utf8' });
		return Math.max(0, ...stdout.split('\n').map(Number)) / 1024;
	};
	most.server = Math.max(most.server, megabytes('-p', String(server.pid)));
	most.child = Math.max(most.child, megabytes('--ppid', String(server.pid)));
}

/** Waits until a page answers as wanted, asking an ordinary page all the while; gives how long each of those took. */
async function until(path: string, isThere: (status: number, page: string) => boolean): Promise<number[]> {
	const times: number[] = [];
	for (;;) {
		for (let turn = 0; turn < 5; turn += 1) {
			const start = performance.now();
			await (await ask('/standards')).text();
			times.push(performance.now() - start);
		}
		lookAtMemory();
		const answer = await ask(path);
		if (isThere(answer.status, await answer.text())) return times;
	}
}

const least = bare();
const quiet: number[] = [];
for (let turn = 0; turn < 200; turn += 1) {
	const start = performance.now();
	await (await ask('/standards')).text();
	quiet.push(performance.now() - start);
}
lookAtMemory();
const before = most.server;

const form = new FormData();
form.set('file', new File([text], 'answers.csv'));
const began = performance.now();
const sent = await ask(imports, { method: 'POST', body: form });
const staged = sent.headers.get('location');
if (staged === null) throw new Error(`The file was not taken: ${sent.status} ${await sent.text()}`);
const uploaded = performance.now() - began;
const reading = await until(staged, (_, page) => page.includes('Look before it is taken in'));
const read = performance.now() - began - uploaded;
const second = performance.now();
await ask(`${staged}?/takeIn`, { method: 'POST', body: new URLSearchParams({ name: 'Bench' }) });
const saving = until(staged, (status) => status === 303);
const storing = await saving;
const stored = performance.now() - second;
server.kill();
scratch.remove();

const p95 = (times: number[]) => times.sort((a, b) => a - b)[Math.floor((times.length - 1) * 0.95)]!;
const worst = (times: number[]) => Math.max(...times);
const all = [...reading, ...storing];
console.log(`
${responses.toLocaleString('en-GB')} responses to ${questionCount} questions, ${(text.length / 1e6).toFixed(0)} MB, sent as a file
${figure('bare: parse the text, insert as many rows', least, least, 'bare')}
${figure('sent', uploaded, least, 'bare')}
${figure('read, understood and looked through', read, least, 'bare')}
${figure('taken in', stored, least, 'bare')}
${figure('all together', uploaded + read + stored, least, 'bare')}
${figure('a page, nothing else going on: 95 of 100', p95(quiet), p95(quiet), 'quiet')}
${figure('a page meanwhile: 95 of 100', p95([...all]), p95(quiet), 'quiet')}
${figure('a page meanwhile: the slowest', worst(all), p95(quiet), 'quiet')}
most memory: the server ${most.server.toFixed(0)} MB (${before.toFixed(0)} before), the process for the file ${most.child.toFixed(0)} MB`);
