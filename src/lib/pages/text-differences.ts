/** Where two texts differ, word by word, so that both can be shown side by side with the differences marked. */

export type MarkedRun = { text: string; marked: boolean };
export type MarkedTexts = { theirs: MarkedRun[]; mine: MarkedRun[] };

/**
 * Beyond this many pairs of words the texts are too different, or too long, to compare word by word within the time
 * of a page: then all that stands between their common beginning and end is marked.
 */
const mostPairs = 4_000_000;

/** Both texts in runs that together are the whole text; marked is what the other text does not have. */
export function markDifferences(theirs: string, mine: string): MarkedTexts {
	const [a, b] = [wordsOf(theirs), wordsOf(mine)];
	let start = 0;
	while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
	let end = 0;
	while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
	const common = longestCommon(a.slice(start, a.length - end), b.slice(start, b.length - end));
	const within = (words: string[], kept: ReadonlySet<number>) =>
		runsOf(words, (at) => at < start || at >= words.length - end || kept.has(at - start));
	return { theirs: within(a, common.a), mine: within(b, common.b) };
}

/** Words, each with the space that follows it; a line end is a word of its own. */
function wordsOf(text: string): string[] {
	return text.match(/\n|[^\s]+[^\S\n]*|[^\S\n]+/g) ?? [];
}

/** The places, in each list, of a longest sequence of words that both have in the same order. */
function longestCommon(a: readonly string[], b: readonly string[]): { a: Set<number>; b: Set<number> } {
	const found = { a: new Set<number>(), b: new Set<number>() };
	if (a.length * b.length > mostPairs) return found;
	const width = b.length + 1;
	const lengths = new Uint32Array((a.length + 1) * width);
	for (let i = a.length - 1; i >= 0; i -= 1)
		for (let j = b.length - 1; j >= 0; j -= 1)
			lengths[i * width + j] =
				a[i]!.trimEnd() === b[j]!.trimEnd()
					? lengths[(i + 1) * width + j + 1]! + 1
					: Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
	for (let i = 0, j = 0; i < a.length && j < b.length;)
		if (a[i]!.trimEnd() === b[j]!.trimEnd()) {
			found.a.add(i++);
			found.b.add(j++);
		} else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1;
		else j += 1;
	return found;
}

function runsOf(words: readonly string[], isCommon: (at: number) => boolean): MarkedRun[] {
	const runs: MarkedRun[] = [];
	words.forEach((text, at) => {
		const marked = !isCommon(at);
		const last = runs.at(-1);
		if (last?.marked === marked) last.text += text;
		else runs.push({ text, marked });
	});
	return runs;
}
