/** What people judge by themselves, before they see what others judged: an evaluation of a theme, a stage of a component. */
import type { Perspective } from './perspectives.ts';

/** One person's judgement of one element. */
export type OwnJudgement = {
	/** Id of who gave it, and their name. */
	person: string;
	name: string;
	/** Evaluation 1 to 6, or how well 0 to 4. */
	step: number;
	/** Of a component only, 0 to 4; null where it was not said. */
	howDoWeKnow: number | null;
	reason: string;
	/** From where they see the work, as it was when they judged; null in a thematic review. */
	perspective: Perspective | null;
	/** ISO 8601. */
	at: string;
	version: number;
};

/** `Ailsa Munro` → `AM`; one letter for a name of one word. */
export function initialsOf(name: string): string {
	const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
	const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
	return ends.map((word) => [...word][0]!.toUpperCase()).join('') || '?';
}
