/** Reading, storing and tallying 100,000 answers, against a bare insert and a bare loop over as many. */
import BetterSqlite3 from 'better-sqlite3';
import { readAnswersFile } from '#lib/evidence/answers-file.ts';
import { parseInstrument } from '#lib/evidence/instrument.ts';
import { importAnswers } from '#lib/server/commands/import-answers.ts';
import { importReview } from '#lib/server/commands/import-review.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { operator } from '#lib/server/access/actor.ts';
import { openCairn } from '#lib/server/open-cairn.ts';
import { measureSource } from '#lib/server/queries/measures.ts';
import { findSource } from '#lib/server/queries/sources.ts';
import { figure, runs, scratchFolder, time } from './stopwatch.ts';

const records = 6250;
const questionCount = 20;
const scratch = scratchFolder();
const words = ['yes', 'partly', 'no', 'not recorded', ''];
const at = '2026-01-01T00:00:00.000Z';

const instrument = parseInstrument({
	id: 'bench',
	edition: '1',
	title: 'Twenty questions',
	questions: Array.from({ length: questionCount }, (_, index) => ({
		code: `Q${index + 1}`,
		wording: `Question ${index + 1}`,
		type: 'yes-partly-no',
		positive: ['yes'],
		elements: ['1.1']
	}))
});
const cells = Array.from({ length: records }, (_, record) =>
	Array.from({ length: questionCount }, (_, question) => words[(record * 7 + question * 3) % 5]!)
);
const text = [
	['reference', ...instrument.questions.map((question) => question.code)].join(','),
	...cells.map((row, record) => [`R-${record + 1}`, ...row].join(','))
].join('\n');
const answered = cells.flat().filter((cell) => cell !== '').length;

const review = (source: string) => ({
	format: 'cairn-review',
	version: 1,
	review: {
		id: 'bench',
		kind: 'self-evaluation',
		title: 'Bench',
		partnership: 'S37000028',
		from: '2026-01-01',
		to: '2026-01-31',
		frameworks: ['sds-standards@2021'],
		quantityScale: 'care-inspectorate-quantity@2019',
		evaluationScale: 'care-inspectorate-evaluation@six-point'
	},
	instruments: [instrument],
	sources: [
		{
			id: source,
			kind: 'case-file-reading',
			title: 'Bench',
			instrument: 'bench@1',
			sample: { design: 'random', howDrawn: 'Made up.' },
			heardFrom: 'Nobody'
		}
	]
});

function preparedCairn() {
	const db = openCairn(scratch.next(), at);
	importReview(db, review('files'), { actor: operator, at });
	return db;
}

/** The least that any import must do: insert the same number of rows of the same shape, fifty at a time. */
function bareInsert(): number {
	return time(
		() => {
			const client = new BetterSqlite3(`${scratch.next()}.sqlite`);
			client.pragma('journal_mode = WAL');
			client.pragma('synchronous = FULL');
			client.exec(
				'create table answers (source_id integer, question integer, record integer, reading integer, value integer, primary key (source_id, question, record, reading)) without rowid'
			);
			return client;
		},
		(client) => {
			const insert = client.prepare(
				`insert into answers values ${Array.from({ length: 50 }, () => '(1,?,?,1,?)').join(',')}`
			);
			client.transaction(() => {
				for (let start = 0; start + 50 <= answered; start += 50)
					insert.run(
						...Array.from({ length: 50 }, (_, index) => start + index).flatMap((index) => [
							index % questionCount,
							Math.floor(index / questionCount),
							index % 3
						])
					);
			})();
			client.close();
		}
	);
}

/** The least that any tally must do: look at each answer once. */
function bareLoop(): number {
	const codes = Int8Array.from(cells.flat(), (cell) => words.indexOf(cell));
	return time(
		() => new Map<number, number>(),
		(counts) => {
			for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
		}
	);
}

const insert = bareInsert();
const loop = bareLoop();
const read = time(
	() => undefined,
	() => readAnswersFile(text, instrument)
);
const imported = time(preparedCairn, (db) =>
	importAnswers(db, { review: 'bench', source: 'files', text, actor: operator, at })
);
const filled = preparedCairn();
importAnswers(filled, { review: 'bench', source: 'files', text, actor: operator, at });
const tallied = time(
	() => findSource(filled, 'bench', 'files'),
	(source) => measureSource(filled, source, 'care-inspectorate-quantity@2019')
);
filled.$client.close();
const readyFolder = scratch.next();
openCairn(readyFolder, at).$client.close();
const bareOpen = time(
	() => undefined,
	() => openDatabase(readyFolder).$client.close()
);
const readyOpen = time(
	() => undefined,
	() => openCairn(readyFolder, at).$client.close()
);
scratch.remove();

console.log(`${answered.toLocaleString('en-GB')} answers in ${records.toLocaleString('en-GB')} records; median of ${runs} runs
${figure('bare insert of as many rows', insert, insert, 'bare insert')}
${figure('read and check the CSV', read, insert, 'bare insert')}
${figure('import: read, check, store', imported, insert, 'bare insert')}
${figure('bare loop over as many answers', loop, loop, 'bare loop')}
${figure('tally and derive the measures from the database', tallied, loop, 'bare loop')}
${figure('open a ready database', bareOpen, bareOpen, 'bare open')}
${figure('open Cairn ready, documents checked', readyOpen, bareOpen, 'bare open')}
memory at the end: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB`);
