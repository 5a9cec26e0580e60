/** How an expected problem becomes an answer on the web: its own status and its sentence, instead of a fault of ours. */
import { error, fail, type ActionFailure } from '@sveltejs/kit';
import type { Refusal } from '#lib/pages/refusal.ts';
import { FormProblem, NamesProblem, Problem } from './problems.ts';

/** Gives what `ask` returns. A Problem that it throws is answered with its status and its sentence. */
export function answered<Answer>(ask: () => Answer): Answer {
	try {
		return ask();
	} catch (problem) {
		if (problem instanceof Problem) showProblem(problem);
		throw problem;
	}
}

/**
 * For a form action: gives what `ask` returns. A Problem that it throws becomes the refusal that the form shows, with
 * all that was written; only what is not there (or not theirs to see) is answered by the page for that.
 * `named`: which form of the page it is, where there are several.
 */
export async function refused<Answer>(
	form: FormData,
	ask: () => Answer | Promise<Answer>,
	named: string | null = null
): Promise<Answer | ActionFailure<Refusal>> {
	try {
		return await ask();
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		if (problem.status === 404) showProblem(problem);
		const fields = problem instanceof FormProblem ? problem.fields : {};
		return fail(problem.status, {
			form: named,
			problem: problem.message,
			details: problem instanceof FormProblem ? [] : problem.details,
			fields,
			values: writtenIn(form),
			...(problem instanceof NamesProblem && {
				confirm: JSON.stringify(problem.found.map(({ words }) => words))
			})
		});
	}
}

function showProblem(problem: Problem): never {
	error(problem.status, {
		message: problem.message,
		instead: problem.instead ?? undefined,
		...(problem.code === 'link-over' && { linkOver: true })
	});
}

/** What is never sent back to the page. */
const secret = /password|code|secret|token/i;

/** The texts of a form by name; several values of one name (choices) with spaces between. */
export function writtenIn(form: FormData): Record<string, string> {
	const written: Record<string, string> = {};
	for (const name of new Set(form.keys())) {
		if (secret.test(name)) continue;
		const texts = form.getAll(name).filter((value) => typeof value === 'string');
		if (texts.length > 0) written[name] = texts.join(' ');
	}
	return written;
}

/** One text field of a form without space around it; empty where it was not sent. */
export function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim() : '';
}
