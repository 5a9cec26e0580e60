/** Clears away files that were sent and not taken in within a day: at the start of the server, and once an hour. */
import type { Database } from './db/open.ts';
import { recoverStaged, sweepStaged } from './imports/staged-work.ts';
import { log } from './log.ts';

const hour = 60 * 60_000;

/** `clock`: the time now, ISO 8601. Returns what ends it. */
export function startStagedSchedule(db: Database, folder: string, clock: () => string): () => void {
	const sweep = () => {
		try {
			sweepStaged(db, folder, clock());
		} catch (error) {
			log.error(
				{ code: (error as NodeJS.ErrnoException).code },
				'files that expired could not be cleared away'
			);
		}
	};
	recoverStaged(db, folder);
	sweep();
	const hourly = setInterval(sweep, hour).unref();
	return () => clearInterval(hourly);
}
