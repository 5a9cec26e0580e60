/**
 * Markup that cannot be broken by what is put into it. Everything between the braces of an `markup` template is
 * escaped, unless it is markup made by `markup` itself; this is the only place where reports escape anything.
 */

const marked: unique symbol = Symbol('markup');

/** Markup that may stand as it is. */
export type Markup = { readonly [marked]: string };

export type Content = string | number | null | undefined | Markup | readonly Content[];

const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** Characters that HTML does not allow in a document. */
// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Template tag: escapes what is put in, in text and in quoted attributes alike. */
export function markup(strings: TemplateStringsArray, ...contents: Content[]): Markup {
	const text = strings.reduce((whole, part, index) => whole + markupOf(contents[index - 1]) + part);
	return { [marked]: text };
}

/** Markup from a function that is known to escape, such as the quantity strip. */
export function trustedMarkup(text: string): Markup {
	return { [marked]: text };
}

/** The markup as text. */
export function markupText(markup: Markup): string {
	return markup[marked];
}

function markupOf(content: Content): string {
	if (content === null || content === undefined) return '';
	if (typeof content === 'number') return String(content);
	if (typeof content === 'string')
		return content.replace(forbidden, '').replace(/[&<>"']/g, (sign) => entities[sign]!);
	if (Array.isArray(content)) return content.map(markupOf).join('');
	return (content as Markup)[marked];
}
