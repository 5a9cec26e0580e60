/** The way of a release in the making, as the server sees it: begun, under way, done or failed; left and come back to. */
import { cairn, type Person } from '../access/actor.ts';
import type { By } from '../commands/append-event.ts';
import { beginRelease, beginReleaseAgain, type ReleaseAsked } from '../commands/begin-release.ts';
import { dropRelease } from '../commands/drop-release.ts';
import { failRelease } from '../commands/fail-release.ts';
import { keepReleaseStep } from '../commands/keep-release-step.ts';
import { makeRelease } from '../commands/make-release.ts';
import type { Database } from '../db/open.ts';
import { log } from '../log.ts';
import { listDrafts } from '../queries/release-drafts.ts';
import { runMaker, type RunningMaker } from './run-maker.ts';

const underWay = new Map<string, RunningMaker & { settled: Promise<void> }>();

/** Resolves when no release is being made any more. */
export async function releasesUnderWay(): Promise<void> {
	while (underWay.size > 0) await Promise.all([...underWay.values()].map(({ settled }) => settled));
}

/** Begins it and returns its id at once, while it is being made. Throws a Problem as `beginRelease` does. */
export function startRelease(db: Database, by: By, folder: string, asked: ReleaseAsked): string {
	const draft = beginRelease(db, by, asked);
	work(db, by, folder, draft);
	return draft;
}

/** Throws a Problem as `beginReleaseAgain` does. */
export function startReleaseAgain(db: Database, by: By, folder: string, draft: string): void {
	beginReleaseAgain(db, by, { draft });
	work(db, by, folder, draft);
}

/** Gives it up, also while it is being made. Throws a Problem as `dropRelease` does. */
export function giveUpRelease(db: Database, by: By, draft: string): void {
	dropRelease(db, by, { draft });
	underWay.get(draft)?.stop();
}

function work(db: Database, { actor }: By, folder: string, draft: string): void {
	const running = runMaker({ folder, draft }, (step) => {
		if (db.$client.open) keepReleaseStep(db, draft, step);
	});
	const author = actor.kind === 'person' ? { author: actor } : {};
	const settled = running.outcome.then((kept) => {
		underWay.delete(draft);
		// The server is ending: the next one finds it as it was left.
		if (!db.$client.open) return;
		settle(db, { actor: cairn, at: new Date().toISOString(), ...author }, draft, kept);
	});
	underWay.set(draft, { ...running, settled });
}

function settle(
	db: Database,
	by: By & { author?: Person },
	draft: string,
	kept: Parameters<typeof makeRelease>[2]['kept'] | null
): void {
	try {
		if (kept) makeRelease(db, by, { draft, kept });
		else failRelease(db, by, { draft, problem: endedEarly });
	} catch (error) {
		log.error({ code: (error as NodeJS.ErrnoException).code }, 'a release that was made could not be kept');
		failRelease(db, by, { draft, problem: 'What was made could not be kept. Make it again.' });
	}
}

const endedEarly = 'The work ended before it was done, and nothing of it was kept. Make it again.';
const cutShort =
	'Cairn was stopped while this release was being made. Nothing of it was kept. Make it again.';

/** At the start of the server: what the last one left under way is not made by anybody any more. */
export function recoverReleases(db: Database, at: string): void {
	for (const { id, state } of listDrafts(db))
		if (state === 'making') failRelease(db, { actor: cairn, at }, { draft: id, problem: cutShort });
}
