/**
 * What a key does at the file-reading desk. Pure: the key, and where the focus is. Keys act on the question that has
 * the focus and nowhere else; in a field where one writes they write.
 */
import { isCannotSay, type DeskAnswer, type DeskKind } from '#lib/pages/desk-page.ts';

export type Pressed = {
	/** As `KeyboardEvent.key`. */
	key: string;
	ctrlKey: boolean;
	altKey: boolean;
	metaKey: boolean;
	/** Whether it is held down. */
	repeat: boolean;
};

export type Focused = {
	/**
	 * On an answer that is chosen; in the field of a date; in a field for text, of an answer or a comment; or on
	 * anything else, such as a link or a button.
	 */
	on: 'choice' | 'date' | 'text' | 'other';
	question: { kind: DeskKind; answers: readonly DeskAnswer[] };
};

export type KeyAction =
	/** Answers with these words and goes on; `''` takes the answer away and stays. */
	| { does: 'answer'; value: string }
	/** Chooses one of several answers, or lets it go, and stays. */
	| { does: 'toggle'; value: string }
	| { does: 'next' }
	| { does: 'undo' }
	| { does: 'comment' };

const letters: Readonly<Record<string, KeyAction>> = {
	n: { does: 'answer', value: 'not applicable' },
	r: { does: 'answer', value: 'not recorded' },
	u: { does: 'undo' },
	c: { does: 'comment' }
};

/** Null: the key does what it does anywhere. */
export function keyAction(pressed: Pressed, { on, question }: Focused): KeyAction | null {
	const { key, ctrlKey, altKey, metaKey, repeat } = pressed;
	if (on === 'other' || altKey || metaKey || repeat) return null;
	if (key === 'Enter' && (on === 'text' ? ctrlKey : !ctrlKey)) return { does: 'next' };
	if (on === 'text' || ctrlKey) return null;
	const letter = letters[key.toLowerCase()];
	if (letter) return letter;
	if (on === 'date') return null;
	if (key === 'Backspace' || key === 'Delete') return { does: 'answer', value: '' };
	const answer = question.answers.find((each) => each.key === key);
	if (!answer) return null;
	return { does: question.kind === 'several' ? 'toggle' : 'answer', value: answer.value };
}

/** The next question without an answer after `from` (-1: from the beginning), going round; null when there is none. */
export function nextBlank(values: readonly string[], from: number): number | null {
	for (let step = 1; step <= values.length; step += 1) {
		const at = (from + step) % values.length;
		if (values[at] === '') return at;
	}
	return null;
}

/** Words of several answers with one of them chosen, or let go, in the order of the question. */
export function toggled(question: Focused['question'], chosen: readonly string[], value: string): string[] {
	const next = new Set(chosen.filter((each) => !isCannotSay(each)));
	if (!next.delete(value)) next.add(value);
	return question.answers.map((answer) => answer.value).filter((answer) => next.has(answer));
}

/** What each key does, as the list of keys says it. */
export const keyList: readonly { keys: string; does: string }[] = [
	{ keys: '1 to 9, 0', does: 'gives the answer with that number; on a scale, the number itself' },
	{ keys: 'N', does: 'answers not applicable' },
	{ keys: 'R', does: 'answers not recorded' },
	{ keys: 'Enter', does: 'goes to the next question without an answer; where you write, hold Ctrl' },
	{ keys: 'U', does: 'undoes the last answer' },
	{ keys: 'Backspace', does: 'takes the answer away' },
	{ keys: 'C', does: 'opens the comment on the question' },
	{ keys: 'Arrow keys', does: 'move among the answers and choose, as in any form' }
];
