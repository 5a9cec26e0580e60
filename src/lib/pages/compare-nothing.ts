/** A page of the comparison on which nothing is compared: why, in one sentence, and where one may go on from it. */
import type { ComparePageKind } from './compare-addresses.ts';
import { findCompared, type AskedElement, type CompareShelf } from './compare-shelf.ts';

export type Nothing = { why: string; links: { name: string; href: string }[] };

type Asking = {
	/** Where the words of the element stand in full. */
	wordsHref: string | null;
	/** Whether one may ask everybody. */
	joins: boolean;
};

/** Throws a TypeError for an element that is not there. */
export function describeNothing(
	shelf: CompareShelf,
	{ kind, code }: AskedElement,
	{ wordsHref, joins }: Asking
): Nothing {
	const found = findCompared(shelf, { kind, code });
	if (!found) throw new TypeError(`No ${kind} ${code}`);
	const element = encodeURIComponent(code);
	const word = words[kind];
	return {
		why: found.element.status === 'in-development' ? inDevelopment(code) : whyOf[kind],
		links: [
			...(wordsHref ? [{ name: `Read the ${word} in full, with what hangs on it`, href: wordsHref }] : []),
			{ name: 'Practice and resources on it', href: `/practice?element=${element}` },
			{ name: 'Questions that others asked, with answers', href: '/practice/topics' },
			...(joins
				? [{ name: `Ask everybody about this ${word}`, href: `/practice/topics/new?element=${element}` }]
				: [])
		]
	};
}

const words: Readonly<Record<ComparePageKind, string>> = {
	standards: 'standard',
	components: 'component',
	themes: 'theme',
	changes: 'change'
};

const inDevelopment = (code: string) =>
	`Standard ${code} is in development: it has no components yet that could be judged, and no question that was shared in this release is on it, so there is nothing to compare.`;

const whyOf: Readonly<Record<ComparePageKind, string>> = {
	standards:
		'No stage of its components and no question on it was shared in this release, so there is nothing to compare.',
	components:
		'Neither its stage nor a question on it was shared in this release, so there is nothing to compare.',
	themes:
		'No evaluation, no recommendation and no question on it was shared in this release, so there is nothing to compare.',
	changes:
		'No stage of the components that support it and no question on it was shared in this release, so there is nothing to compare.'
};
