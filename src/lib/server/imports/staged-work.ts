/**
 * The way of a file that was sent, as the server sees it: it comes in, is read, waits for somebody to look at it, and
 * is taken in; each step in a process of its own, which can be left alone and come back to.
 */
import { once } from 'node:events';
import { readMappingForm } from '#lib/pages/mapping-form.ts';
import type { By } from '../commands/append-event.ts';
import { forgetExpired, forgetStaged, stepStaged, type StagedProblem } from '../commands/keep-staged.ts';
import { beginInstrument } from '../commands/begin-instrument.ts';
import { notThere } from '../commands/change.ts';
import { saveMapping } from '../commands/save-mapping.ts';
import { stageImport } from '../commands/stage-import.ts';
import type { Database } from '../db/open.ts';
import { FormProblem, Problem } from '../problems.ts';
import { findDocument } from '../queries/documents.ts';
import { findSource } from '../queries/sources.ts';
import { findStaged, listStagedIds, listUnderWay } from '../queries/staged-imports.ts';
import type { ImportJob, Progress } from './import-job.ts';
import { runJob, type Outcome, type RunningJob } from './run-job.ts';
import { readSentForm, type FileSink } from './sent-form.ts';
import { hasStaged, listStagedFolders, readStaged, removeStaged, writeStaged } from './staged-folder.ts';
import type { StagedUnderstanding } from './staged-view.ts';

type StagedJob = Exclude<ImportJob, { kind: 'withdraw' }>;
export type Place = { folder: string; review: string; source: string };

/** As many processes at once as leave room for the pages. */
const mostAtOnce = 4;

type UnderWay = RunningJob & { progress: Progress | null; settled: Promise<void> };
const underWay = new Map<string, UnderWay>();

/** How far the work with a staged import is; null when nothing has been heard. */
export const progressOf = (staged: string): Progress | null => underWay.get(staged)?.progress ?? null;

/** Resolves when no work is under way any more. */
export async function jobsUnderWay(): Promise<void> {
	while (underWay.size > 0) await Promise.all([...underWay.values()].map(({ settled }) => settled));
}

/**
 * Reads the form that a request brings, hands its file on as it comes, and returns the id of the staged import while
 * that is still being read. Throws a Problem: form-invalid without a file; busy; not-found.
 */
export async function receiveFile(db: Database, by: By, place: Place, request: Request): Promise<string> {
	let staged: string | null = null;
	try {
		await readSentForm(request, (field, fileName) => {
			if (field !== 'file' || staged !== null) return () => {};
			if (underWay.size >= mostAtOnce)
				throw new Problem('busy', 'Cairn is reading several files already. Try again in a minute.');
			staged = stageImport(db, by, { review: place.review, source: place.source, fileName });
			return sinkOf(begin(db, { ...place, staged, kind: 'read', fileName }));
		});
	} catch (error) {
		if (staged !== null) drop(db, place, staged);
		throw error;
	}
	if (staged === null) throw new FormProblem({ file: 'Choose a file.' });
	underWay.get(staged)?.input.end();
	return staged;
}

/** A process that has ended takes no more, and says why in its outcome; the request is still read to its end. */
function sinkOf({ input, outcome }: RunningJob): FileSink {
	return async (piece) => {
		if (input.destroyed || input.write(piece)) return;
		await Promise.race([once(input, 'drain').catch(() => {}), outcome]);
	};
}

/**
 * Takes what somebody chose in the form of columns and words, keeps it for the next file with the same headings, and
 * looks at the table again. `chosen`: the value of a field. Throws a Problem: not-found; form-invalid.
 */
export function receiveMapping(
	db: Database,
	by: By,
	place: Place,
	staged: string,
	chosen: (field: string) => string
): void {
	const { folder, review, source: id } = place;
	const source = findSource(db, review, id);
	const understood = readStaged<StagedUnderstanding>(folder, staged, 'understood');
	if (source.instrument === null || !understood || !isOf(db, source.key, staged)) throw notThere();
	const instrument = findDocument(db, 'instrument', source.instrument);
	const read = readMappingForm(understood, instrument, chosen);
	if ('faults' in read) throw new FormProblem(read.faults);
	const { mapping } = read;
	saveMapping(db, by, { review, source: id, headerDigest: understood.headerDigest, mapping });
	writeStaged(folder, staged, 'mapping', mapping);
	lookAgain(db, place, staged);
}

/** Begins the version of an instrument that was made from the file. Throws a Problem as `beginInstrument` does. */
export function beginFromFile(
	db: Database,
	by: By,
	place: Place,
	staged: string,
	confirmed: readonly string[]
): void {
	const { folder, review, source } = place;
	const instrument =
		isOf(db, findSource(db, review, source).key, staged) && readStaged(folder, staged, 'instrument');
	if (!instrument) throw notThere();
	beginInstrument(db, by, { review, source, from: { file: JSON.stringify(instrument) }, confirmed });
}

/** Looks at what was read once more, such as after the source was given its instrument. */
export function lookAgain(db: Database, place: Place, staged: string): void {
	if (stepStaged(db, staged, ['waiting'], { state: 'reading' }))
		begin(db, { ...place, staged, kind: 'check' });
}

export type TakeIn = { name: string; identifiersChecked: boolean };

/** Nothing when it is being taken in already, or was. Throws a Problem not-found. */
export function startTakingIn(db: Database, by: By, place: Place, staged: string, asked: TakeIn): void {
	if (!isOf(db, findSource(db, place.review, place.source).key, staged) || by.actor.kind !== 'person')
		throw notThere();
	if (stepStaged(db, staged, ['waiting'], { state: 'taking-in' }))
		begin(db, { ...place, staged, kind: 'take-in', person: by.actor.id, at: by.at, ...asked });
}

const isOf = (db: Database, key: number, staged: string) => findStaged(db, key, staged) !== null;

/** Gives a file up that is not taken in. */
export function drop(db: Database, { folder, review, source }: Place, staged: string): void {
	if (!isOf(db, findSource(db, review, source).key, staged)) return;
	underWay.get(staged)?.stop();
	forgetStaged(db, staged);
	removeStaged(folder, staged);
}

function begin(db: Database, job: StagedJob): RunningJob {
	let progress: Progress | null = null;
	const running = runJob(job, (heard) => (progress = heard));
	const settled = running.outcome.then((outcome) => {
		underWay.delete(job.staged);
		// The server is ending: the next one finds it as it was left.
		if (db.$client.open) settle(db, job, outcome);
	});
	underWay.set(job.staged, {
		...running,
		settled,
		get progress() {
			return progress;
		}
	});
	return running;
}

function settle(db: Database, { kind, folder, staged }: StagedJob, outcome: Outcome): void {
	if ('done' in outcome) {
		stepStaged(db, staged, ['reading'], { state: 'waiting', ...outcome.done });
		if (kind === 'take-in') removeStaged(folder, staged);
		return;
	}
	const problem = 'refused' in outcome ? outcome.refused : lostWords[outcome.lost];
	if (kind === 'read') {
		stepStaged(db, staged, ['reading'], { state: 'refused', problem });
		removeStaged(folder, staged);
	} else stepStaged(db, staged, ['reading', 'taking-in'], { state: 'waiting', problem });
}

const lost = (message: string): StagedProblem => ({ code: 'stopped', message, details: [] });
const lostWords: Record<'memory' | 'time' | 'stopped', StagedProblem> = {
	memory: lost(
		'This needs more memory than Cairn gives to one file. Divide the file in two and send the parts.'
	),
	time: lost(
		'This took longer than ten minutes, and was given up. Divide the file in two and send the parts.'
	),
	stopped: lost('The work was stopped before its end, and nothing was taken in. Start it again.')
};
const cutShort = lost('Cairn was stopped while it read the file. Send it again.');

/** At the start of the server: what the last one left under way waits again, or is given up where it was not read. */
export function recoverStaged(db: Database, folder: string): void {
	for (const { id } of listUnderWay(db)) {
		const isRead = hasStaged(folder, id, 'table');
		const step = isRead
			? { state: 'waiting' as const, problem: lostWords.stopped }
			: { state: 'refused' as const, problem: cutShort };
		stepStaged(db, id, ['reading', 'taking-in'], step);
	}
}

/** Clears away what has expired, and files that belong to nothing any more. `at`: ISO 8601. */
export function sweepStaged(db: Database, folder: string, at: string): void {
	forgetExpired(db, at);
	const known = listStagedIds(db);
	for (const id of listStagedFolders(folder)) if (!known.has(id)) removeStaged(folder, id);
}
