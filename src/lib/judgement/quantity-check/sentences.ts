/**
 * A text cut into sentences of words, numbers and signs, each with its place. Marks of Markdown are left out, so that
 * a phrase is read alike in plain and in bold; a list item, a heading and a cell of a table are sentences of their own.
 */

export type Token = {
	kind: 'word' | 'number' | 'mark';
	text: string;
	/** In small letters, with straight apostrophes. */
	lower: string;
	start: number;
	end: number;
	/** The value of a number in figures: 1,200 is 1200. NaN where it is no single number: 1.2.3. */
	value: number;
};

export type Sentence = {
	tokens: Token[];
	/** Sentences of one paragraph have the same number. */
	paragraph: number;
	question: boolean;
};

const nothing: Token = { kind: 'mark', text: '', lower: '', start: -1, end: -1, value: NaN };

/** The token at a place of a sentence; beyond its ends one without text. */
export const at = (tokens: readonly Token[], index: number): Token => tokens[index] ?? nothing;

const piece = /\p{L}[\p{L}\p{M}\d]*(?:['’‑-][\p{L}\p{M}\d]+)*|\d+(?:[.,]\d+)*|\n|\S/gu;
const unseen = new Set(['*', '_', '`', '~', '[', ']', '\\', '\u200b', '\ufeff']);
const listItem = /^[ \t]*(?:[-*+•◦▪‣·–—]|\d{1,3}[.)]|[a-z][.)]|\([a-z0-9]\))[ \t]+/;
const startsApart = /^[ \t]*(?:#{1,6}[ \t]|>|\|)/;
const shortenings = new Set('no p pp para paras dr mr mrs ms st vs approx fig cf al incl dept'.split(' '));
const thousands = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** A line that is shorter and ends without a stop is a heading rather than the first line of what follows. */
const shortLine = 60;

/** What never ends is cut, so that the work on a text grows with its length and no faster. */
const mostTokens = 250;

/** The sentences of a text, in order. Runs through the text once. */
export function sentencesOf(text: string): Sentence[] {
	const sentences: Sentence[] = [];
	let tokens: Token[] = [];
	let paragraph = 0;
	const close = (question = false) => {
		if (tokens.length > 0) sentences.push({ tokens, paragraph, question });
		tokens = [];
	};
	let before = '';
	let blank = false;
	let offset = 0;
	for (const line of text.split('\n')) {
		if (line.trim() === '') {
			// The break of a page in the middle of a sentence is none of the text.
			blank = true;
			offset += line.length + 1;
			continue;
		}
		const goesOn = /^\s*\p{Ll}/u.test(line) && !listItem.test(line);
		if (
			startsApart.test(line) ||
			startsApart.test(before) ||
			listItem.test(line) ||
			(blank && !goesOn) ||
			isHeading(before, line)
		) {
			close();
			paragraph += 1;
		}
		blank = false;
		const item = listItem.exec(line)?.[0].length ?? 0;
		for (const token of tokensOf(line, item, offset)) {
			if (token.text === '|' || token.text === '\t') close();
			else tokens.push(token);
			if (tokens.length === mostTokens || endsSentence(token, tokens, text)) close(token.text === '?');
		}
		before = line;
		offset += line.length + 1;
	}
	close();
	return sentences;
}

function* tokensOf(line: string, from: number, offset: number): Generator<Token> {
	let inAddress = false;
	for (const match of line.matchAll(line.includes('\t') ? pieceOrTab : piece)) {
		const { 0: found, index } = match;
		if (index < from) continue;
		// The address of a link in Markdown is no part of the text.
		if (found === '(' && line[index - 1] === ']') inAddress = true;
		if (!inAddress && !unseen.has(found) && !(found === '#' && index < 7)) yield token(found, index + offset);
		if (found === ')') inAddress = false;
	}
}

const pieceOrTab = /\p{L}[\p{L}\p{M}\d]*(?:['’‑-][\p{L}\p{M}\d]+)*|\d+(?:[.,]\d+)*|\t|\S/gu;

function token(text: string, start: number): Token {
	const kind = /^\d/.test(text) ? 'number' : /^[\p{L}½¼¾⅓⅔⅕⅖⅗⅘⅛]/u.test(text) ? 'word' : 'mark';
	const lower = kind === 'word' ? text.toLowerCase().replaceAll('’', "'").replaceAll('‑', '-') : text;
	return {
		kind,
		text,
		lower,
		start,
		end: start + text.length,
		value: kind === 'number' ? valueOf(text) : NaN
	};
}

const valueOf = (figures: string): number =>
	thousands.test(figures) ? Number(figures.replaceAll(',', '')) : Number(figures);

function isHeading(before: string, line: string): boolean {
	const trimmed = before.trim();
	return (
		trimmed.length > 0 &&
		trimmed.length < shortLine &&
		/^\s*\p{Lu}/u.test(line) &&
		!/[.,;:!?’'”"–-]$/.test(trimmed)
	);
}

function endsSentence({ text, end }: Token, tokens: readonly Token[], whole: string): boolean {
	// “… to ‘Do they know?’ was yes” goes on behind the quotation.
	if (text === '!' || text === '?') return !/^[”’"']\s+\p{Ll}/u.test(whole.slice(end, end + 4));
	if (text !== '.') return false;
	const last = at(tokens, tokens.length - 2);
	const initial = last.kind === 'word' && last.text.length === 1 && last.end === end - 1;
	return !initial && !shortenings.has(last.lower) && /^[\s"'’”)\]*_]|^$/.test(whole.slice(end, end + 1));
}
