/**
 * What a save of written text answers. Nothing is ever overwritten: a save made from an older version gets both texts
 * back; one that may name somebody, or comes when there is nothing left to change, leaves the text with its writer.
 */
import type { Refusal } from './refusal.ts';

/** Texts of a form by the names of its fields. */
export type Written = Readonly<Record<string, string>>;

/** What stands there now, of which version, by whom and since when (ISO 8601). */
export type Kept = { texts: Written; version: number; by: string; at: string };

/** Something in a field that may name somebody; `words` as it stands in the text. */
export type NamesSomebody = { field: string; kind: string; words: string };

/** `version` is the one to save on next. */
export type Saved = { saved: { version: number; at: string } };

export type SaveResult =
	| Saved
	| { conflict: Kept }
	| { found: NamesSomebody[] }
	/** The thing is issued, withdrawn or gone: what happened, in a sentence. */
	| { closed: string };

/** What an editor's form gets back: what was written stands beside everything but success. */
export type SaveAnswer =
	| Saved
	| ((Exclude<SaveResult, Saved> | Pick<Refusal, 'problem' | 'fields'>) & { values: Written })
	/** The session ended: sign in again, then save once more. */
	| { signInAgain: true };
