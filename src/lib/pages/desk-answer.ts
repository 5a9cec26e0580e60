/**
 * What the desk is answered when an answer or a comment comes in. It is kept only over what it was made from; whatever
 * stands against it leaves it with its reader.
 */
import type { NamesSomebody } from './save-answer.ts';

/** `answered`: how many questions have an answer now. */
export type DeskSaved = { saved: { at: string; answered: number } };

export type DeskResult =
	| DeskSaved
	/** What stands there now is not what this was made from: words of the answer, or the text. */
	| { conflict: { now: string } }
	/** Looks as if it named somebody. */
	| { found: NamesSomebody[] }
	/** The record is marked as complete: it is to be reopened first. */
	| { complete: true }
	/** Name of whoever answers this reading already. */
	| { held: string }
	/** The review or the record takes no more changes: why, in a sentence. */
	| { closed: string };

/** What a script gets back besides: a sentence on what is wrong with the answer itself, or that the session ended. */
export type DeskReply = DeskResult | { problem: string } | { signInAgain: true };
