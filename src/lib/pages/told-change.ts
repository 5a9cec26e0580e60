/** What a change did to a text, as one text to read through: words taken out, words put in, and enough around them. */
import { markDifferences, type MarkedRun } from './text-differences.ts';

export type ChangePiece = { text: string; what: 'kept' | 'removed' | 'added' };

/** Kept words shown on either side of a change. */
const around = 12;

/** Pieces in the order of reading. Long stretches that stayed as they were are cut to what stands around a change. */
export function tellChange(before: string, after: string): ChangePiece[] {
	const { theirs, mine } = markDifferences(before, after);
	return joined(woven(wordsOf(theirs), wordsOf(mine))).map(shortened);
}

type Word = { text: string; marked: boolean };

const wordsOf = (runs: readonly MarkedRun[]): Word[] =>
	runs.flatMap(({ text, marked }) =>
		(text.match(/\n|\S+[^\S\n]*|[^\S\n]+/g) ?? []).map((word) => ({ text: word, marked }))
	);

/** Both texts have the words that are not marked in the same order, so those lead from one change to the next. */
function woven(before: readonly Word[], after: readonly Word[]): ChangePiece[] {
	const pieces: ChangePiece[] = [];
	for (let i = 0, j = 0; i < before.length || j < after.length;) {
		if (before[i]?.marked) pieces.push({ text: before[i++]!.text, what: 'removed' });
		else if (after[j]?.marked) pieces.push({ text: after[j++]!.text, what: 'added' });
		else {
			pieces.push({ text: (after[j] ?? before[i])!.text, what: 'kept' });
			i += 1;
			j += 1;
		}
	}
	return pieces;
}

function joined(pieces: readonly ChangePiece[]): ChangePiece[] {
	const runs: ChangePiece[] = [];
	for (const piece of pieces) {
		const last = runs.at(-1);
		if (last?.what === piece.what) last.text += piece.text;
		else runs.push({ ...piece });
	}
	return runs;
}

function shortened(piece: ChangePiece, index: number, all: readonly ChangePiece[]): ChangePiece {
	if (piece.what !== 'kept') return piece;
	const words = piece.text.match(/\S+\s*|\s+/g) ?? [];
	const [lead, trail] = [index === 0 ? 0 : around, index === all.length - 1 ? 0 : around];
	if (words.length <= lead + trail + 4 || all.length === 1) return piece;
	const text = `${words.slice(0, lead).join('')} … ${trail === 0 ? '' : words.slice(-trail).join('')}`;
	return { ...piece, text: text.replace(/ {2,}/g, ' ') };
}
