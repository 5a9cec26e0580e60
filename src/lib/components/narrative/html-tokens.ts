/**
 * Reads HTML as a row of tags and texts, without making a page of it: nothing of it is ever run, loaded or shown. It
 * is for what people paste, which need not be well formed; anything that is no tag is text.
 */

export type HtmlToken =
	| { kind: 'open'; name: string; attributes: ReadonlyMap<string, string> }
	| { kind: 'close'; name: string }
	| { kind: 'text'; text: string };

/** What stands in these is no text of the page, whatever it looks like. */
const raw = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'noembed', 'noframes']);

const tagName = /<(\/?)([a-z][^\s/>]*)/iy;
const attribute = /[\s/]*([^\s=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?/y;

export function* htmlTokens(html: string): Generator<HtmlToken> {
	let at = 0;
	while (at < html.length) {
		const next = html.indexOf('<', at);
		const end = next < 0 ? html.length : next;
		if (end > at) yield { kind: 'text', text: decoded(html.slice(at, end)) };
		if (next < 0) return;
		if (html.startsWith('<!--', next)) {
			at = after(html, '-->', next + 4);
			continue;
		}
		if (html[next + 1] === '!' || html[next + 1] === '?') {
			at = after(html, '>', next);
			continue;
		}
		tagName.lastIndex = next;
		const tag = tagName.exec(html);
		if (!tag) {
			yield { kind: 'text', text: '<' };
			at = next + 1;
			continue;
		}
		const name = tag[2]!.toLowerCase();
		const { attributes, end: tagEnd } = readAttributes(html, tagName.lastIndex);
		at = tagEnd;
		if (tag[1] === '/') yield { kind: 'close', name };
		else if (raw.has(name)) at = after(html, '>', endOfRaw(html, name, at));
		else yield { kind: 'open', name, attributes };
	}
}

function readAttributes(html: string, from: number): { attributes: Map<string, string>; end: number } {
	const attributes = new Map<string, string>();
	let at = from;
	for (;;) {
		attribute.lastIndex = at;
		const found = attribute.exec(html);
		if (!found) break;
		at = attribute.lastIndex;
		const name = found[1]!.toLowerCase();
		if (!attributes.has(name)) attributes.set(name, decoded(found[2] ?? found[3] ?? found[4] ?? ''));
	}
	return { attributes, end: after(html, '>', at) };
}

/** The place after the next such words; the end where there are none. */
function after(html: string, words: string, from: number): number {
	const found = html.indexOf(words, from);
	return found < 0 ? html.length : found + words.length;
}

function endOfRaw(html: string, name: string, from: number): number {
	const close = /<\/([a-z]+)/gi;
	close.lastIndex = from;
	for (let found = close.exec(html); found; found = close.exec(html))
		if (found[1]!.toLowerCase() === name) return found.index;
	return html.length;
}

const named: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	ndash: '–',
	mdash: '—',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
	hellip: '…',
	bull: '•',
	middot: '·',
	pound: '£',
	euro: '€',
	deg: '°',
	frac12: '½',
	times: '×',
	eacute: 'é',
	egrave: 'è',
	agrave: 'à',
	ograve: 'ò',
	ugrave: 'ù',
	igrave: 'ì'
};

function decoded(text: string): string {
	return text.replace(
		/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{1,7}));/gi,
		(whole, hex, number, name) => {
			if (name !== undefined) return named[name as string] ?? whole;
			const code = hex === undefined ? Number(number) : Number.parseInt(hex as string, 16);
			return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
		}
	);
}
