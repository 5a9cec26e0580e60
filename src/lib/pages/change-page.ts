/** What the change map and the page of one change say: the published words, and the components that support them. */
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import {
	childrenOf,
	crosswalkLinks,
	elementsOfKind,
	findElement,
	pathToTop
} from '#lib/frameworks/lookup.ts';
import { referenceOf } from '#lib/frameworks/source.ts';
import type { QuotedFrom } from './framework-source.ts';
import { newestEdition, quotedFrom } from './framework-source.ts';
import type { AskedIn, FrameworkShelf, ProposedLink } from './standard-page.ts';
import { askedAbout, proposedLinks } from './standard-page.ts';

export type ChangeEntry = {
	code: string;
	text: string;
	components: number;
	/** Their codes. */
	supportedBy: string[];
	questions: number;
	/** How many of the components belong to each standard, in the order of the standards. */
	perStandard: { standard: string; count: number }[];
};

export type ChangeMapPage = {
	columns: { code: string; title: string; outcomes: string[]; changes: ChangeEntry[] }[];
	involvement: { title: string; text: string } | null;
	/** The evidence that the implementation plan means to draw on. */
	evidence: { text: string; items: string[] } | null;
	components: number;
	links: number;
	standards: string[];
	from: QuotedFrom;
};

export type ChangePage = {
	code: string;
	text: string;
	column: string;
	outcomes: string[];
	/** The components that support it, under their standards. */
	standards: { code: string; title: string; components: ProposedLink[] }[];
	asked: AskedIn[];
	previous: { code: string; text: string } | null;
	next: { code: string; text: string } | null;
	from: QuotedFrom;
};

/** The whole map in its newest edition. */
export function describeChangeMap(shelf: FrameworkShelf): ChangeMapPage {
	const map = newestEdition(shelf.frameworks, 'sds-change-map');
	const standards = elementsOfKind(newestEdition(shelf.frameworks, 'sds-standards'), 'standard');
	const involvement = map.elements.find(({ kind, parent }) => kind === 'outcome' && parent === null);
	const evidence = map.elements.find(({ kind }) => kind === 'checklist');
	const linked = elementsOfKind(map, 'change').flatMap(({ code }) => supporting(shelf, map, code));
	return {
		columns: elementsOfKind(map, 'column').map(({ code, title }) => ({
			code,
			title,
			outcomes: childrenOf(map, code, 'outcome').map(({ text }) => text),
			changes: childrenOf(map, code, 'change').map((change) => entryOf(shelf, map, standards, change))
		})),
		involvement: involvement ? { title: involvement.title, text: involvement.text } : null,
		evidence: evidence
			? { text: evidence.text, items: childrenOf(map, evidence.code, 'item').map(({ text }) => text) }
			: null,
		components: new Set(linked.map(({ code }) => code)).size,
		links: linked.length,
		standards: standards.map(({ code }) => code),
		from: quotedFrom(map)
	};
}

/** The page of one change of the newest edition; undefined when there is no such change. */
export function describeChange(shelf: FrameworkShelf, code: string): ChangePage | undefined {
	const map = newestEdition(shelf.frameworks, 'sds-change-map');
	const change = findElement(map, code);
	if (change?.kind !== 'change') return undefined;
	const changes = elementsOfKind(map, 'change');
	const at = changes.indexOf(change);
	const column = pathToTop(map, code).at(-1);
	const links = supporting(shelf, map, code);
	const standards = elementsOfKind(newestEdition(shelf.frameworks, 'sds-standards'), 'standard');
	return {
		code,
		text: change.text,
		column: column?.title ?? '',
		outcomes: column ? childrenOf(map, column.code, 'outcome').map(({ text }) => text) : [],
		standards: standards
			.map(({ code, title }) => ({
				code,
				title,
				components: links.filter((link) => standardOf(link.code) === code)
			}))
			.filter(({ components }) => components.length > 0),
		asked: askedAbout(shelf, code),
		previous: worded(changes[at - 1]),
		next: worded(changes[at + 1]),
		from: quotedFrom(map)
	};
}

function entryOf(
	shelf: FrameworkShelf,
	map: Framework,
	standards: readonly Element[],
	change: Element
): ChangeEntry {
	const links = supporting(shelf, map, change.code);
	return {
		code: change.code,
		text: change.text,
		components: links.length,
		supportedBy: links.map((link) => link.code),
		questions: askedAbout(shelf, change.code).length,
		perStandard: standards.map(({ code }) => ({
			standard: code,
			count: links.filter((link) => standardOf(link.code) === code).length
		}))
	};
}

/** The components linked to a change, in the order of the standards. */
function supporting(shelf: FrameworkShelf, map: Framework, code: string): ProposedLink[] {
	const links = crosswalkLinks(shelf.crosswalks, referenceOf(map), code);
	return proposedLinks(
		shelf,
		links.filter(({ crosswalk }) => crosswalk.id === 'components-changes')
	);
}

function standardOf(component: string): string | undefined {
	return component.split('.')[0];
}

function worded(change: Element | undefined): { code: string; text: string } | null {
	return change ? { code: change.code, text: change.text } : null;
}
