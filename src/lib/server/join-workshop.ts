/**
 * Lets people into a workshop by its code, which somebody who is not in the room must not find by trying. People in one
 * room come from one address: only codes that are wrong are counted, and a few more than for a password.
 */
import { readCode } from '#lib/judgement/workshop.ts';
import { guessMinutes, guessesMade, takeGuess } from './commands/count-guess.ts';
import type { Database } from './db/open.ts';
import { FormProblem, Problem } from './problems.ts';
import { findWorkshop, type OpenWorkshop } from './queries/workshops.ts';

/** Wrong codes from one address in five minutes. */
const mostWrong = 30;

/**
 * `key`: see sign-in/guess-key.ts; `at`: the time now. Throws a Problem: form-invalid for a wrong code, in the same words
 * whether or not there ever was such a workshop; asked-too-often after many of them, for a right one too.
 */
export function letIn(db: Database, key: string, written: string, at: string): OpenWorkshop {
	if (guessesMade(db, key, at) >= mostWrong)
		throw new Problem(
			'asked-too-often',
			`Too many wrong codes came from here. Wait ${guessMinutes} minutes, then try again.`
		);
	const code = readCode(written);
	const workshop = code === null ? null : findWorkshop(db, code, at);
	if (workshop) return workshop;
	if (code !== null) takeGuess(db, key, at, mostWrong);
	throw new FormProblem({
		code: 'No workshop with this code is open. Look at the big screen: it has six letters and figures.'
	});
}
