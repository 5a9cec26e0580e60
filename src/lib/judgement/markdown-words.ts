/**
 * What of a Markdown text is words to be read, and what is not: code, addresses, tags, marks and front matter. The
 * rest is blanked out, so that every word keeps its place in the file.
 */

/** The text as long as it was, with spaces where there are no words to read. Line ends stay. */
export function markdownWords(markdown: string): string {
	let words = blankLines(markdown);
	words = blank(words, comments(words));
	words = blank(words, codeSpans(words));
	for (const pattern of patterns) words = words.replace(pattern, spaces);
	return words;
}

// Lengths are bounded, so that no text takes much longer than another.
const patterns = [
	// The address and title of a link or picture; the words of it stay.
	/\]\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,500})?\)/g,
	/\]\[[^[\]\n]{0,500}\]/g,
	/^ {0,3}\[[^[\]\n]{1,500}\]:[^\n]*/gm,
	/<\/?[a-z][^<>]{0,2000}>/gi,
	/\b(?:https?|ftp|mailto):[^\s<>]+/gi,
	// Bold, italic and struck out; a mark before a sign that is meant as it stands.
	/\*+|~~+|(?<!\w)_+|_+(?!\w)/g,
	/\\(?=[!-/:-@[-`{-~])/g
];

const spaces = (part: string) => part.replace(/[^\r\n]/g, ' ');

function blank(text: string, ranges: [start: number, end: number][]): string {
	let read = 0;
	let left = '';
	for (const [start, end] of ranges) {
		left += text.slice(read, start) + spaces(text.slice(start, end));
		read = end;
	}
	return left + text.slice(read);
}

/** Front matter and blocks of code, which are told line by line. */
function blankLines(markdown: string): string {
	const front =
		/^\uFEFF?(---|\+\+\+)[ \t]*\r?\n(?:[\s\S]*?\r?\n)?\1[ \t]*(?=\r?\n|$)/.exec(markdown)?.[0] ?? '';
	let fence: string | null = null;
	let afterBlank = true;
	let inIndented = false;
	let inList = false;
	const lines = markdown
		.slice(front.length)
		.split(/(?<=\n)/)
		.map((line) => {
			const mark = /^ {0,3}(?:[>*+-] {0,3}|\d{1,9}[.)] {0,3})*(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
			if (fence !== null) {
				if (mark?.startsWith(fence) && line.trim().endsWith(mark)) fence = null;
				return spaces(line);
			}
			if (mark) {
				fence = mark;
				return spaces(line);
			}
			const isBlank = line.trim() === '';
			const isIndented = /^(?: {4}| {0,3}\t)/.test(line) && !isBlank;
			if (!isBlank && !isIndented) inList = /^ {0,3}(?:[*+-]|\d{1,9}[.)])\s/.test(line);
			// What is indented below an item of a list belongs to the item.
			inIndented = isIndented && !inList && (afterBlank || inIndented);
			afterBlank = isBlank;
			return inIndented ? spaces(line) : line;
		});
	return spaces(front) + lines.join('');
}

function comments(text: string): [number, number][] {
	const ranges: [number, number][] = [];
	for (let at = text.indexOf('<!--'); at >= 0;) {
		const end = text.indexOf('-->', at + 4);
		if (end < 0) break;
		ranges.push([at, end + 3]);
		at = text.indexOf('<!--', end + 3);
	}
	return ranges;
}

/** From a run of backticks to the next run of the same length in the same paragraph. */
function codeSpans(text: string): [number, number][] {
	const ranges: [number, number][] = [];
	const runs = [...text.matchAll(/`+|\n[ \t\r]*(?=\n)/g)];
	const next = new Map<string, number>();
	// From the end, so that each run knows the nearest of its length behind it.
	const closing = runs.map(() => -1);
	for (let at = runs.length - 1; at >= 0; at -= 1) {
		const run = runs[at]![0];
		if (run.startsWith('\n')) next.clear();
		else {
			closing[at] = next.get(run) ?? -1;
			next.set(run, at);
		}
	}
	for (let at = 0; at < runs.length; at += 1) {
		const end = closing[at]!;
		if (end < 0) continue;
		ranges.push([runs[at]!.index, runs[end]!.index + runs[end]![0].length]);
		at = end;
	}
	return ranges;
}
