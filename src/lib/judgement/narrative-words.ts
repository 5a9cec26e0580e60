/** The words of a narrative as one text, in which phrases are found by their place, and what is done to a phrase. */
import type { MeasureLink, NarrativeBlock, NarrativeDocument, TextLine } from './narrative-document.ts';
import { isSameLink, linesOf, lineText, plainParagraphs, tidyDocument } from './narrative-text.ts';
import { textOfParagraphs } from './written-text.ts';

/** Words from `start` up to `end` that are tied to a measure. */
export type TiedWords = { start: number; end: number; measure: MeasureLink };

/** What stands between two lines in the text. */
const between = textOfParagraphs(['', '']).length;

/** The text that the quantity check reads: all lines, with a free line between each two. */
export const wordsOf = (document: NarrativeDocument): string => textOfParagraphs(plainParagraphs(document));

/**
 * The same with blanks in the place of quotations: what others said in their own words is not checked, and every
 * other phrase stands where it stood.
 */
export function ownWordsOf({ blocks }: NarrativeDocument): string {
	return textOfParagraphs(
		blocks.flatMap((block) =>
			linesOf(block).map((line) =>
				block.kind === 'quotation' ? ' '.repeat(lineText(line).length) : lineText(line)
			)
		)
	);
}

/** The ties of a document, by their places in its words. */
export function tiesOf({ blocks }: NarrativeDocument): TiedWords[] {
	const ties: TiedWords[] = [];
	let at = 0;
	for (const line of blocks.flatMap(linesOf)) {
		for (const { text, measure } of line) {
			const last = ties.at(-1);
			const end = at + text.length;
			if (measure && last?.end === at && isSameLink(last.measure, measure)) last.end = end;
			else if (measure) ties.push({ start: at, end, measure });
			at = end;
		}
		at += between;
	}
	return ties;
}

/** The document with other words in the place of a phrase; they are tied and set as its beginning was. */
export function withWords(
	document: NarrativeDocument,
	start: number,
	end: number,
	words: string
): NarrativeDocument {
	let put = false;
	return changed(document, start, end, (run) => {
		if (put) return [];
		put = true;
		return [{ ...run, text: words }];
	});
}

/** The document with a phrase tied to a measure. */
export function withTie(
	document: NarrativeDocument,
	start: number,
	end: number,
	measure: MeasureLink
): NarrativeDocument {
	return changed(document, start, end, (run) => [{ ...run, measure }]);
}

type Change = (run: TextLine[number]) => TextLine;

function changed(
	{ blocks }: NarrativeDocument,
	start: number,
	end: number,
	change: Change
): NarrativeDocument {
	let at = 0;
	const next = (line: TextLine): TextLine => {
		const runs = line.flatMap((run) => {
			const [from, to] = [start - at, end - at].map((place) => Math.max(0, Math.min(run.text.length, place)));
			at += run.text.length;
			if (from === to) return [run];
			const part = (text: string) => (text === '' ? [] : [{ ...run, text }]);
			return [
				...part(run.text.slice(0, from)),
				...change({ ...run, text: run.text.slice(from, to) }),
				...part(run.text.slice(to))
			];
		});
		at += between;
		return runs;
	};
	return tidyDocument({
		blocks: blocks.map((block): NarrativeBlock => {
			if (block.kind === 'list') return { ...block, items: block.items.map(next) };
			if (block.kind === 'quotation') return { ...block, paragraphs: block.paragraphs.map(next) };
			return { ...block, runs: next(block.runs) };
		})
	});
}
