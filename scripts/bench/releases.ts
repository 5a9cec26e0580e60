/**
 * How long a release takes over everything that the example world shares: 32 partnerships, three years, all questions,
 * components, evaluations and recommendations, after three releases that it may not give anything away with.
 */
import { loadExampleWorld } from '#lib/server/commands/load-example-world.ts';
import { openCairn } from '#lib/server/open-cairn.ts';
import { doRelease } from '#lib/server/releases/do-release.ts';
import { figure, median, runs, scratchFolder, time } from './stopwatch.ts';

const at = '2026-01-01T00:00:00.000Z';
const scratch = scratchFolder();
const db = openCairn(scratch.next(), at);
const start = performance.now();
loadExampleWorld(db, at);
const loading = performance.now() - start;

const answers = db.$client.prepare('select count(*) from answers').pluck().get() as number;
const counted = time(
	() => db.$client.prepare('select source_id, question, value, count(*) from answers group by 1, 2, 3'),
	(statement) => void statement.all()
);
const asked = { example: true, title: 'Bench', others: 5, note: '' };
const year = time(
	() => ({ ...asked, from: '2024-04-01', to: '2025-03-31' }),
	(release) => void doRelease(db, release)
);
const all = { ...asked, from: '2022-04-01', to: '2025-03-31' };
let cells = 0;
const whole = median(
	Array.from({ length: runs }, () => {
		const began = performance.now();
		cells = doRelease(db, all).release.cells.length;
		return performance.now() - began;
	})
);
db.$client.close();
scratch.remove();

const baseline = `counting ${answers.toLocaleString('en')} answers`;
console.log(`
a release over 32 partnerships × 3 years, ${cells} questions, components and themes
${figure('of all three years', whole, counted, baseline)}
${figure('of one year', year, counted, baseline)}
${figure('loading the example world with 3 releases', loading, counted, baseline)}`);
