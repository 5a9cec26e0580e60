/** Where in its clause an amount stands: where the subject stands, or after which word. */
import { at, type Token } from './sentences.ts';
import { clauseOpeners } from './word-lists.ts';

/** An amount that begins its clause can be the subject: at the start, after a comma, a dash or “and”, “that”, “said”. */
export function isSubjectPlace(tokens: readonly Token[], from: number): boolean {
	const { kind, lower, text } = at(tokens, from - 1);
	return kind !== 'word' ? kind === 'mark' && !/^[%£$€/]$/.test(text) : clauseOpeners.has(lower);
}

/** A term that is talked about rather than used: in quotation marks of its own, or after “the term”. */
export function isMentioned(tokens: readonly Token[], from: number, to: number): boolean {
	const [before, after] = [at(tokens, from - 1), at(tokens, to)];
	if (/^["'“‘«]$/.test(before.text) && /^["'”’»]$/.test(after.text)) return true;
	if (/^(?:term|terms|word|words|phrase)$/.test(before.lower)) return true;
	return (
		/^(?:means|mean)$/.test(after.lower) ||
		(after.lower === 'is' && /^(?:written|spelt)$/.test(at(tokens, to + 1).lower))
	);
}
