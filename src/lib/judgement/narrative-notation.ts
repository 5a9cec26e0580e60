/**
 * A narrative document as text that can be written by hand, where no editor is at hand: `## heading`, `### smaller
 * heading`, `- item`, `1. item`, `> quotation`, `**bold**`, and `[most](files/C6 49 of 60)` for a phrase tied to a
 * measure. Nothing is lost on the way there and back; a sign that is meant as itself stands after `\`.
 */
import type { NarrativeBlock, NarrativeDocument, TextLine, TextRun } from './narrative-document.ts';
import { lineText, linesOf, tidyDocument } from './narrative-text.ts';

/** The document as text: a free line between blocks, none between the lines of a list or quotation. */
export function writeNotation(document: NarrativeDocument): string {
	return tidyDocument(document)
		.blocks.map((block) =>
			linesOf(block)
				.map((line, index) => `${markOf(block, index)}${inlineNotation(line, block.kind === 'paragraph')}`)
				.join('\n')
		)
		.join('\n\n');
}

function markOf(block: NarrativeBlock, index: number): string {
	if (block.kind === 'heading') return block.level === 1 ? '## ' : '### ';
	if (block.kind === 'quotation') return '> ';
	if (block.kind === 'list') return block.ordered ? `${index + 1}. ` : '- ';
	return '';
}

/** What a line begins with that is not a paragraph. */
const marks = {
	heading: /^(#{1,6})\s+(.*)$/,
	quotation: /^>\s?(.*)$/,
	bullet: /^[-*•]\s+(.*)$/,
	number: /^\d{1,3}[.)]\s+(.*)$/
};
const beginsAsMark = (text: string) => Object.values(marks).some((mark) => mark.test(text));

const questionInAddress = (question: string) =>
	encodeURIComponent(question.toWellFormed()).replace(
		/[()*!'~]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16)}`
	);

function inlineNotation(line: TextLine, atStart: boolean): string {
	const linkLike = lineText(line).includes('](');
	let written = '';
	let bold = false;
	for (const run of line) {
		if (!!run.bold !== bold) written += '**';
		bold = !!run.bold;
		const words = escaped(run.text, linkLike || !!run.measure);
		if (!run.measure) written += words;
		else {
			const { source, question, said } = run.measure;
			const address = `${source}/${questionInAddress(question)} ${said.positive} of ${said.base}`;
			written += `[${words}](${address})`;
		}
	}
	if (bold) written += '**';
	if (!atStart || !beginsAsMark(written)) return written;
	return /^\d/.test(written) ? written.replace(/[.)]/, '\\$&') : `\\${written}`;
}

/** A star is one of a pair only beside another, or at the edge of its run; brackets matter where a link may be seen. */
function escaped(text: string, brackets: boolean): string {
	return text
		.replace(/\\/g, '\\\\')
		.replace(/^\*|\*$|\*(?=\*)|(?<=\*)\*/g, '\\*')
		.replace(brackets ? /[[\]]/g : /(?!)/g, '\\$&');
}

/** The document that a text stands for, in its one form. Every line is a block, an item, or a line of a quotation. */
export function readNotation(text: string): NarrativeDocument {
	const blocks: NarrativeBlock[] = [];
	let free = true;
	for (const raw of text.split(/\r\n?|[\n\u0085\u2028\u2029]/)) {
		const line = raw.trim();
		if (line !== '') addLine(blocks, line, free);
		free = line === '';
	}
	return tidyDocument({ blocks });
}

/** `free`: whether the line before was empty, so that a quotation begins anew. */
function addLine(blocks: NarrativeBlock[], line: string, free: boolean): void {
	const last = blocks.at(-1);
	const heading = marks.heading.exec(line);
	const quoted = marks.quotation.exec(line)?.[1];
	const bullet = marks.bullet.exec(line)?.[1];
	const item = bullet ?? marks.number.exec(line)?.[1];
	if (heading)
		blocks.push({ kind: 'heading', level: heading[1]!.length <= 2 ? 1 : 2, runs: readInline(heading[2]!) });
	else if (quoted !== undefined) {
		const runs = readInline(quoted);
		if (last?.kind === 'quotation' && !free) last.paragraphs.push(runs);
		else blocks.push({ kind: 'quotation', paragraphs: [runs] });
	} else if (item !== undefined)
		blocks.push({ kind: 'list', ordered: bullet === undefined, items: [readInline(item)] });
	else blocks.push({ kind: 'paragraph', runs: readInline(line) });
}

/** What may stand after a backslash as itself. */
const isSign = /[!-/:-@[-`{-~•]/;
const asItself = /\\([!-/:-@[-`{-~•])/g;
const link = /\[((?:\\.|[^[\]\\])*)\]\(([a-z0-9-]+)\/([^\s()]+) (\d{1,9}) of (\d{1,9})\)/y;

/** Bold words lie between two pairs of stars; a pair that stands alone is two stars. */
function readInline(line: string): TextRun[] {
	const runs: TextRun[] = [];
	let bold = false;
	let words = '';
	const end = (measure?: TextRun['measure'], text = words) => {
		if (text !== '') runs.push({ text, ...(bold && { bold }), ...(measure && { measure }) });
		if (!measure) words = '';
	};
	for (let at = 0; at < line.length; at += 1) {
		link.lastIndex = at;
		const found = line[at] === '[' ? link.exec(line) : null;
		const measure = found && measureOf(found);
		if (line[at] === '\\' && isSign.test(line[at + 1] ?? '')) words += line[(at += 1)];
		else if (line.startsWith('**', at) && (bold || pairFollows(line, at + 2))) {
			end();
			bold = !bold;
			at += 1;
		} else if (measure) {
			end();
			end(measure, found[1]!.replace(asItself, '$1'));
			at += found[0].length - 1;
		} else words += line[at];
	}
	end();
	return runs;
}

const pairFollows = (line: string, from: number) =>
	/^(?:\\[^]|\*(?!\*)|[^*\\]|\\$)*\*\*/.test(line.slice(from));

function measureOf([, , source, address, positive, base]: RegExpExecArray): TextRun['measure'] | null {
	const said = { positive: Number(positive), base: Number(base) };
	if (said.positive > said.base) return null;
	try {
		const question = decodeURIComponent(address!);
		return question.length <= 300 ? { source: source!, question, said } : null;
	} catch {
		return null;
	}
}
