/** Small words in front of an amount that make it more or less, or doubtful: “slightly less than”, “not quite”. */
import { at, type Token } from './sentences.ts';

const hedgePhrases = [
	'no more than|no fewer than|no less than|by no means|in excess of|as many as|as few as|more or less',
	'next to|short of|more than|less than|fewer than|at least|at most|up to|close to|upwards of|not quite|not that|not very|a little|a bit|just about',
	'not|just|only|almost|nearly|virtually|practically|around|about|roughly|approximately|over|under|above|below|well',
	'slightly|significantly|considerably|substantially|much|far|very|relatively|comparatively|fairly|quite|so|too|such',
	'hardly|barely|scarcely|marginally|somewhat|rather|clearly|easily|fully|exactly|near|extremely|effectively|precious|remarkably|surprisingly|worryingly|disappointingly'
]
	.flatMap((line) => line.split('|'))
	.map((phrase) => phrase.split(' '));
/** By their first word; the longer stand before the shorter. */
const hedgesByFirst = new Map<string, string[][]>();
for (const phrase of hedgePhrases)
	hedgesByFirst.set(phrase[0]!, [...(hedgesByFirst.get(phrase[0]!) ?? []), phrase]);
const mostHedges = 4;

/** Hedges from a place on; each as it is said. */
export function readHedges(tokens: readonly Token[], from: number): { hedges: string[]; to: number } {
	const hedges: string[] = [];
	let to = from;
	while (hedges.length < mostHedges) {
		const known = hedgesByFirst.get(at(tokens, to).lower) ?? [];
		const phrase = known.find((words) => words.every((word, index) => at(tokens, to + index).lower === word));
		if (!phrase) break;
		hedges.push(phrase.join(' '));
		to += phrase.length;
	}
	return { hedges, to };
}

/** The words with which hedges begin. */
export const hedgeBeginnings: readonly string[] = [...hedgesByFirst.keys()];
