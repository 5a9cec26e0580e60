/** How an expected problem becomes an answer on the web: its own status and its sentence, instead of a fault of ours. */
import { error } from '@sveltejs/kit';
import { Problem } from './problems.ts';

/** Gives what `ask` returns. A Problem that it throws is answered with its status and its sentence. */
export function answered<Answer>(ask: () => Answer): Answer {
	try {
		return ask();
	} catch (problem) {
		if (problem instanceof Problem)
			error(problem.status, { message: problem.message, instead: problem.instead ?? undefined });
		throw problem;
	}
}
