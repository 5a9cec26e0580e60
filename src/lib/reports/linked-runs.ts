/** Finds the numbers in a text that its evidence carries, so that each leads to the answers behind it. */
import type { MeasureInPlace } from './derive-input.ts';
import type { Run } from './report.ts';

const kOfN = /(\d[\d,]*) of (?:the )?(\d[\d,]*)/g;

/**
 * The runs of a text. “57 of 60” becomes a number that can be followed when exactly such a measure is linked;
 * any other “k of n” stays plain text.
 */
export function linkedRuns(text: string, measures: readonly MeasureInPlace[]): Run[] {
	const runs: Run[] = [];
	let end = 0;
	for (const match of text.matchAll(kOfN)) {
		const [positive, base] = [match[1]!, match[2]!].map((digits) => Number(digits.replaceAll(',', '')));
		const found = measures.find(({ measure }) => measure.positive === positive && measure.base === base);
		if (!found) continue;
		if (match.index > end) runs.push({ text: text.slice(end, match.index) });
		runs.push({ text: match[0], measure: found.key });
		end = match.index + match[0].length;
	}
	if (end < text.length || runs.length === 0) runs.push({ text: text.slice(end) });
	return runs;
}
