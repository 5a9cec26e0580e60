/** What became of a text: what was added to it and what was left out, word by word, in one reading. */
import { markDifferences, type MarkedRun } from './text-differences.ts';

export type ChangedRun = { text: string; kind: 'kept' | 'added' | 'left out' };

/**
 * The later text with what is new in it, and what the earlier one had besides at the place where it stood. The kept
 * and added runs together are the later text; with those left out in place of the added ones, it is the earlier.
 */
export function changedRuns(before: string, now: string): ChangedRun[] {
	const { theirs, mine } = markDifferences(before, now);
	const runs: ChangedRun[] = [];
	const add = (text: string, kind: ChangedRun['kind']) => {
		const last = runs.at(-1);
		if (last?.kind === kind) last.text += text;
		else runs.push({ text, kind });
	};
	const [old, recent] = [wordsOf(theirs), wordsOf(mine)];
	let [from, to] = [0, 0];
	while (from < old.length || to < recent.length)
		if (old[from]?.marked) add(old[from++]!.text, 'left out');
		else if (recent[to]?.marked) add(recent[to++]!.text, 'added');
		else {
			// The same word in both; the space after it may differ, and that of the later text stands.
			if (recent[to]) add(recent[to]!.text, 'kept');
			from += 1;
			to += 1;
		}
	return runs;
}

const wordsOf = (runs: readonly MarkedRun[]): MarkedRun[] =>
	runs.flatMap(({ text, marked }) =>
		(text.match(/\n|[^\s]+[^\S\n]*|[^\S\n]+/g) ?? []).map((word) => ({ text: word, marked }))
	);
