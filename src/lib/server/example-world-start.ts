/**
 * Brings the example world in beside the serving, on a machine for trying Cairn out: a piece at a time with a pause after
 * each, so that pages answer meanwhile and show what is there. What a stop leaves out is brought in at the next start.
 */
import { exampleWorldSteps } from './commands/load-example-world.ts';
import type { Database } from './db/open.ts';
import { log, tellFault } from './log.ts';

/** Milliseconds of work, at least a piece, and of rest after it, in which what has come in is answered. */
const work = 15;
const rest = 5;

/** `clock`: the time now, ISO 8601. Returns what ends it. */
export function startExampleWorld(db: Database, clock: () => string): () => void {
	const steps = exampleWorldSteps(db, clock());
	let waiting: NodeJS.Timeout;
	const step = () => {
		const until = performance.now() + work;
		try {
			while (performance.now() < until) if (steps.next().done) return log.info('the example world is here');
			waiting = setTimeout(step, rest);
		} catch (error) {
			// Nothing else needs it: whoever tries Cairn out has the rest.
			log.error({ fault: tellFault(error) }, 'the example world could not be brought in');
		}
	};
	waiting = setTimeout(step, rest);
	return () => clearTimeout(waiting);
}
