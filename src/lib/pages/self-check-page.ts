/** The checklists of the older documents as self-checks: what they ask, from which lines, and what they bear on. */
import type { Crosswalk } from '#lib/frameworks/crosswalk.ts';
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import { childrenOf, crosswalkLinks, elementsOfKind, findElement } from '#lib/frameworks/lookup.ts';
import { referenceOf } from '#lib/frameworks/source.ts';
import { askOf } from '#lib/practice/self-check-words.ts';
import { newestEdition } from './framework-source.ts';

type Shelf = { frameworks: readonly Framework[]; crosswalks: readonly Crosswalk[] };

export type SelfCheckLine = {
	code: string;
	title: string;
	items: number;
	/** Rather a list of considerations than of questions. */
	considerations: boolean;
	/** Title and year of the document that it stands in. */
	from: string;
};

export type SelfCheckItem = {
	code: string;
	/** Word for word. */
	text: string;
	/** Where its source gives it a heading of its own, that; else null. */
	heading: string | null;
	/** First and last line of the document. */
	lines: [number, number];
	/** Core components that it is a question to ask oneself about, by a crosswalk that Cairn proposes. */
	components: string[];
};

export type SelfCheckPage = {
	code: string;
	/** `checklists@2019`. */
	edition: string;
	/** Our label for the list; the source gives it none. */
	title: string;
	/** The words that introduce it in its source. */
	text: string;
	question: string;
	considerations: string | null;
	items: SelfCheckItem[];
	from: { title: string; published: string | null; url: string | null; lines: [number, number] };
	licence: Framework['licence'];
};

/** All of the newest edition, in its order. */
export function listSelfChecks(frameworks: readonly Framework[]): SelfCheckLine[] {
	const edition = newestEdition(frameworks, 'checklists');
	return elementsOfKind(edition, 'checklist').map((list) => {
		const { title, published } = publicationOf(edition, list);
		return {
			code: list.code,
			title: list.title,
			items: childrenOf(edition, list.code, 'item').length,
			considerations: askOf(list.code).considerations !== null,
			from: published === null ? title : `${title}, ${published.slice(0, 4)}`
		};
	});
}

/** One of the newest edition, or of another where it is named; undefined where there is none. */
export function describeSelfCheck(
	{ frameworks, crosswalks }: Shelf,
	code: string,
	reference?: string
): SelfCheckPage | undefined {
	const edition = reference
		? frameworks.find((framework) => referenceOf(framework) === reference)
		: newestEdition(frameworks, 'checklists');
	const list = edition && findElement(edition, code);
	if (!edition || list?.kind !== 'checklist') return undefined;
	const { title, published, url } = publicationOf(edition, list);
	return {
		code,
		edition: referenceOf(edition),
		title: list.title,
		text: list.text,
		...askOf(code),
		items: childrenOf(edition, code, 'item').map((item) => ({
			code: item.code,
			text: item.text,
			heading: item.label ? null : item.title,
			lines: item.source.lines,
			components: crosswalkLinks(crosswalks, referenceOf(edition), item.code)
				.filter(({ crosswalk }) => crosswalk.id === 'components-checklists')
				.flatMap(({ code: component }) => component ?? [])
		})),
		from: { title, published, url: url ?? null, lines: list.source.lines },
		licence: edition.licence
	};
}

const publicationOf = ({ source, furtherSources }: Framework, { source: { document } }: Element) =>
	[source, ...furtherSources].find((each) => each.document === document) ?? source;

export type LinkedSelfCheck = { code: string; title: string; items: { text: string; reason: string }[] };

/** The checklists with an item that a crosswalk sets beside any of these core components, with those items. */
export function selfChecksFor(
	{ frameworks, crosswalks }: Shelf,
	components: readonly string[]
): LinkedSelfCheck[] {
	const edition = newestEdition(frameworks, 'checklists');
	const asked = new Set(components);
	return elementsOfKind(edition, 'checklist').flatMap(({ code, title }) => {
		const items = childrenOf(edition, code, 'item').flatMap((item) => {
			const link = crosswalkLinks(crosswalks, referenceOf(edition), item.code).find(
				({ crosswalk, code: component }) =>
					crosswalk.id === 'components-checklists' && component !== null && asked.has(component)
			);
			return link ? [{ text: item.text, reason: link.link.reason ?? '' }] : [];
		});
		return items.length > 0 ? [{ code, title, items }] : [];
	});
}
