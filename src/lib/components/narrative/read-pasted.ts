/**
 * What was pasted as HTML, as a narrative document: headings, paragraphs, lists, quotations and bold words stay.
 * Everything else of Word, of a mail or of a page is left behind: styles, images, comments, what was deleted with
 * changes tracked. A row of a table becomes a paragraph.
 */
import type {
	MeasureLink,
	NarrativeBlock,
	NarrativeDocument,
	TextRun
} from '#lib/judgement/narrative-document.ts';
import { tidyDocument } from '#lib/judgement/narrative-text.ts';
import { htmlTokens, type HtmlToken } from './html-tokens.ts';

/** What holds for the text within an element and all within it. */
type Frame = {
	name: string;
	bold: boolean;
	/** Nothing within is read, but for the sign of a list that Word writes out. */
	skipped: boolean;
	sign: boolean;
	heading: number | null;
	item: { ordered: boolean } | null;
	/** Quotations with the same one belong together. */
	quotation: object | null;
	cell: boolean;
	measure: MeasureLink | null;
};

type Line = Pick<Frame, 'heading' | 'item' | 'quotation'> & { runs: TextRun[] };

const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const skips = new Set(
	'audio button canvas datalist del head iframe math meter noscript object progress select svg template video xml'.split(
		' '
	)
);
const blocks = new Set(
	'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
		' '
	)
);
/** Elements that end where the next of their kind begins, and what they do not end through. */
const ended: Readonly<Record<string, { ends: string; within: string }>> = {
	p: { ends: 'p', within: 'td th li div blockquote table' },
	li: { ends: 'li', within: 'ul ol' },
	td: { ends: 'td th', within: 'tr table' },
	th: { ends: 'td th', within: 'tr table' },
	tr: { ends: 'tr', within: 'table' }
};
/** Letters, and elements within each other, beyond which nothing is read. */
const most = { letters: 5_000_000, depth: 300 };

const outside: Frame = {
	name: '',
	bold: false,
	skipped: false,
	sign: false,
	heading: null,
	item: null,
	quotation: null,
	cell: false,
	measure: null
};

export function readPasted(html: string): NarrativeDocument {
	const stack: Frame[] = [outside];
	const lines: Line[] = [];
	const wordQuotation = {};
	let line: Line | null = null;
	const frame = () => stack.at(-1)!;
	const end = () => {
		if (line) lines.push(line);
		line = null;
	};
	const add = (text: string) => {
		const { heading, item, quotation, bold, measure } = frame();
		line ??= { heading, item, quotation, runs: [] };
		line.runs.push({
			text,
			...(bold && heading === null && { bold: true as const }),
			...(measure && { measure })
		});
	};
	const close = (name: string, within = '') => {
		const at = stack.findLastIndex((each) => each.name === name || within.split(' ').includes(each.name));
		if (at > 0 && stack[at]!.name === name) stack.length = at;
	};
	const breakLine = (name: string) => {
		if (frame().skipped) return;
		// A row is one paragraph, whatever its cells hold.
		if (name === 'td' || name === 'th') return;
		if (frame().cell && name !== 'tr' && name !== 'table') add(' ');
		else end();
	};

	for (const token of htmlTokens(html.slice(0, most.letters))) {
		if (token.kind === 'text') {
			const of = frame();
			const text = token.text.replace(/[\s\u00a0]+/g, ' ');
			if (of.sign && of.item && text.trim() !== '')
				of.item.ordered ||= /^\s*\(?[0-9a-z]{1,5}[.)]/i.test(text);
			if (!of.skipped && (text !== ' ' || line)) add(text);
		} else if (token.kind === 'close') {
			if (blocks.has(token.name)) breakLine(token.name);
			close(token.name);
		} else {
			const { name } = token;
			const implied = ended[name];
			if (implied) for (const each of implied.ends.split(' ')) close(each, implied.within);
			if (name === 'br' && !frame().skipped) {
				if (frame().item || frame().cell) add(' ');
				else end();
			} else if (blocks.has(name)) breakLine(name);
			if (voids.has(name) || stack.length > most.depth) continue;
			if ((name === 'td' || name === 'th') && line) add(' · ');
			stack.push(frameOf(token, frame(), wordQuotation));
		}
	}
	end();
	return documentOf(lines);
}

function frameOf(
	{ name, attributes }: Extract<HtmlToken, { kind: 'open' }>,
	parent: Frame,
	wordQuotation: object
): Frame {
	const style = (attributes.get('style') ?? '').toLowerCase();
	const kind = attributes.get('class') ?? '';
	const weight = /(?<![-\w])font-weight:\s*(\w+)/.exec(style)?.[1];
	const own: Partial<Frame> = {};
	if (/^h[1-6]$/.test(name)) Object.assign(own, { heading: Number(name[1]), item: null });
	if (/\bMsoTitle\b/.test(kind)) own.heading = 1;
	if (name === 'ul' || name === 'ol') own.item = { ordered: name === 'ol' };
	if (name === 'p' && /mso-list:\s*l\d/.test(style)) own.item = { ordered: false };
	if (name === 'blockquote') own.quotation = parent.quotation ?? {};
	if (/\bMso(?:Intense)?Quote\b/.test(kind)) own.quotation = wordQuotation;
	if (name === 'td' || name === 'th') own.cell = true;
	if (/^(?:b|strong)$/.test(name)) own.bold = true;
	if (weight !== undefined) own.bold = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
	if (name === 'span' && attributes.has('data-source')) own.measure = measureOf(attributes);
	const sign = /mso-list:\s*ignore/.test(style);
	const left =
		sign ||
		skips.has(name) ||
		attributes.has('hidden') ||
		name.startsWith('v:') ||
		/display:\s*none|mso-hide:\s*all|mso-element:\s*comment|mso-special-character:\s*comment/.test(style) ||
		/\b(?:msocom\w*|MsoCommentReference|MsoCommentText)\b/.test(kind);
	return { ...parent, ...own, name, sign: parent.sign || sign, skipped: parent.skipped || left };
}

/** A tie that was copied from a narrative of Cairn. */
function measureOf(attributes: ReadonlyMap<string, string>): MeasureLink | null {
	const [source, question] = [attributes.get('data-source')!, attributes.get('data-question') ?? ''];
	const said = /^(\d{1,9})\/(\d{1,9})$/.exec(attributes.get('data-said') ?? '');
	if (!said || !/^[a-z0-9-]+$/.test(source) || question === '' || question.length > 300) return null;
	const [positive, base] = [Number(said[1]), Number(said[2])];
	return positive > base ? null : { source, question, said: { positive, base } };
}

/** The highest heading that was pasted is one of the first level, all others of the second. */
function documentOf(lines: readonly Line[]): NarrativeDocument {
	const highest = Math.min(...lines.flatMap(({ heading }) => heading ?? []));
	const made: NarrativeBlock[] = [];
	let before: Line | null = null;
	for (const line of lines) {
		const { heading, item, quotation } = line;
		const runs = singleSpaced(line.runs);
		if (runs.every(({ text }) => text.trim() === '')) continue;
		const last = made.at(-1);
		if (item) made.push({ kind: 'list', ordered: item.ordered, items: [runs] });
		else if (heading !== null) made.push({ kind: 'heading', level: heading === highest ? 1 : 2, runs });
		else if (!quotation) made.push({ kind: 'paragraph', runs });
		else if (last?.kind === 'quotation' && before?.quotation === quotation) last.paragraphs.push(runs);
		else made.push({ kind: 'quotation', paragraphs: [runs] });
		before = line;
	}
	return tidyDocument({ blocks: made });
}

/** Spaces on either side of an element are one. */
function singleSpaced(runs: readonly TextRun[]): TextRun[] {
	let open = true;
	return runs.flatMap((run) => {
		const text = open ? run.text.replace(/^ /, '') : run.text;
		open = text === '' ? open : text.endsWith(' ');
		return text === '' ? [] : [{ ...run, text }];
	});
}
