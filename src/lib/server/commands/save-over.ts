/**
 * How written text is saved over what stands there, in every command that saves any: only from the version that it
 * was written from, only when it names nobody, and only when there is still something to change.
 */
import type { Kept, SaveResult, Written } from '#lib/pages/save-answer.ts';
import { identifiersIn } from './refuse-identifiers.ts';

/** What every save brings along. */
export type SaveAsked = {
	/** The version that the text was written from; 0 where nothing had been written yet. */
	version: number;
	/** What looks like an identifier and was confirmed by its writer as naming nobody. */
	confirmed?: readonly string[];
};

/**
 * Decides what becomes of `written`, tidied already, where `kept` stands now. `write` stores it as the given version
 * and notes the event; it is called only when nothing stands against it. Text that is there already is neither
 * written nor noted again, whatever version it was written from: a save that is sent twice was saved once.
 * `looked`: the texts to look through for identifiers, where they are not the written ones.
 */
export function saveOver(
	kept: Kept,
	written: Written,
	{ version, confirmed = [] }: SaveAsked,
	write: (version: number) => void,
	at: string,
	looked: { now: Written; kept: Written } = { now: written, kept: kept.texts }
): SaveResult {
	if (Object.entries(written).every(([field, text]) => kept.texts[field] === text))
		return { saved: { version: kept.version, at: kept.at } };
	if (version !== kept.version) return { conflict: kept };
	const found = identifiersIn(looked.now, looked.kept);
	if (found.some(({ words }) => !confirmed.includes(words))) return { found };
	write(kept.version + 1);
	return { saved: { version: kept.version + 1, at } };
}
