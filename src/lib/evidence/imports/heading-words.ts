/** How headings and wordings are compared: what survey tools do to them is undone first. */

/** `Q_412_Were you told…`: how one layout of SmartSurvey names its columns. */
const smartPrefix = /^q_\d+_/i;
/** “1. ”, “Q3) ”, “Question 4: ”, “Q5 ”. A number without a mark after it belongs to the wording. */
const numbering =
	/^(?:q(?:uestion)?[\s.]*)?\d{1,3}[a-z]?\s*[.):\]–-]\s*|^q(?:uestion)?[\s.]*\d{1,3}[a-z]?\s+/i;
const markup = /<\/?[a-z][^<>]{0,200}>|&(?:nbsp|amp|quot|#39);/gi;

/** Letters and digits alone, in lower case, without accents or numbering; one space between words. */
export function plainHeading(heading: string): string {
	const bare = heading.slice(0, 2_000).replace(markup, ' ').replace(smartPrefix, '');
	return lettersOnly(bare.replace(/^[\s\u200b\ufeff*]+/, '').replace(numbering, ''));
}

/** As above, with the numbering. */
export function lettersOnly(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff'’‘]/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** `what helped most2` is the second column of that name: tools number the titles that are there more than once. */
export function repeatedHeading(plain: string): { base: string; nth: number } | null {
	const match = /^(.*\D)(\d{1,2})$/.exec(plain);
	if (!match || Number(match[2]) < 2) return null;
	return { base: match[1]!.trim(), nth: Number(match[2]) };
}

/** How alike two texts are, from 0 to 1: the share of their pairs of letters that they have in common (Dice). */
export function likeness(a: LetterPairs, b: LetterPairs): number {
	if (a.count === 0 || b.count === 0) return 0;
	let common = 0;
	const [small, large] = a.pairs.size <= b.pairs.size ? [a, b] : [b, a];
	for (const [pair, count] of small.pairs) common += Math.min(count, large.pairs.get(pair) ?? 0);
	return (2 * common) / (a.count + b.count);
}

export type LetterPairs = { pairs: ReadonlyMap<string, number>; count: number };

/** Prepared once for each text, since each is compared with many. */
export function letterPairs(plain: string): LetterPairs {
	const pairs = new Map<string, number>();
	const text = ` ${plain.slice(0, 400)} `;
	for (let at = 0; at + 1 < text.length; at += 1) {
		const pair = text.slice(at, at + 2);
		pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
	}
	return { pairs, count: plain === '' ? 0 : text.length - 1 };
}

/** Below this, two texts are not close enough to be proposed as the same; nor when another is nearly as close. */
const closeEnough = 0.78;
const clearlyCloser = 0.04;

/** The one that is close to `plain` and clearly closer than every other; null where there is none. */
export function closest<Candidate>(
	plain: string,
	candidates: readonly { pairs: LetterPairs; candidate: Candidate }[]
): Candidate | null {
	const own = letterPairs(plain);
	let [best, second] = [0, 0];
	let found: Candidate | null = null;
	for (const { pairs, candidate } of candidates) {
		const like = likeness(own, pairs);
		if (like > best) [best, second, found] = [like, best, candidate];
		else if (like > second) second = like;
	}
	return best >= closeEnough && best - second >= clearlyCloser ? found : null;
}
