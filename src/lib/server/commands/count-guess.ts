/**
 * Counts guesses at a password or a code. Counted are guesses at one account from one address together: who guesses
 * from elsewhere locks nobody out. The count tells the trail nothing; a refused sign-in does.
 */
import { and, count, eq, gt, lte } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { guesses } from '../db/schema/people.ts';

export const mostGuesses = 10;
export const guessMinutes = 5;

/** Whether one more guess may be made, of `most`; if so it is counted. `key`: see sign-in/guess-key.ts. */
export function takeGuess(db: Database, key: string, at: string, most = mostGuesses): boolean {
	const now = new Date(at);
	const counted = new Date(now.getTime() - guessMinutes * 60_000);
	return db.transaction(
		() => {
			db.delete(guesses).where(lte(guesses.at, counted)).run();
			if (guessesMade(db, key, at) >= most) return false;
			db.insert(guesses).values({ key, at: now }).run();
			return true;
		},
		{ behavior: 'immediate' }
	);
}

/** How many count at a time. */
export function guessesMade(db: Database, key: string, at: string): number {
	const counted = new Date(Date.parse(at) - guessMinutes * 60_000);
	return db
		.select({ guesses: count() })
		.from(guesses)
		.where(and(eq(guesses.key, key), gt(guesses.at, counted)))
		.get()!.guesses;
}

/** A right one wipes the slate. */
export function forgetGuesses(db: Database, key: string): void {
	db.delete(guesses).where(eq(guesses.key, key)).run();
}
