/** Words put in between an amount and its group: “most (18 of 24) tenants”, “few, if any, lessons”. */
import { at, type Token } from './sentences.ts';
import { endsGroup } from './word-lists.ts';

const longestAside = 16;

const asides =
	/^(?:if|but|though|although|perhaps|by|including|particularly|especially|mainly|notably|even|such|like|among|as|however|indeed|too|at|in|for|with|unlike|therefore|also)$/;

/** The place after words put in between amount and group: “most (18 of 24) tenants”, “few, if any, lessons”. */
export function afterAside(tokens: readonly Token[], from: number): number {
	if (at(tokens, from).lower === 'if' && at(tokens, from + 1).lower === 'any') return from + 2;
	const open = at(tokens, from).text;
	if (!/^[(,–—]$/.test(open)) return from;
	if (open === ',' && !asides.test(at(tokens, from + 1).lower) && at(tokens, from + 1).kind !== 'number')
		return from;
	const close = open === '(' ? ')' : open;
	for (let place = from + 1; place < from + longestAside; place += 1) {
		if (at(tokens, place).text !== close) continue;
		const { lower, kind } = at(tokens, place + 1);
		return kind === 'word' && (lower === 'of' || lower === 'who' || !endsGroup(lower)) ? place + 1 : from;
	}
	return from;
}
