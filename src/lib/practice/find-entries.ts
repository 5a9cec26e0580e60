/** Finding among what is shared: what is asked for in an address, what fits it, how many fit each further choice. */
import { entryKinds, geographies, type EntryKind, type Geography } from './entry-kinds.ts';
import { careGroups, geographyWords, kindWords, stageWords } from './entry-parts.ts';

/** Empty, or null, where nothing is asked. */
export type Sought = {
	words: string;
	kind: EntryKind | null;
	/** Code of an element; what serves something below it fits too. */
	element: string | null;
	geography: Geography | null;
	careGroup: string | null;
	stage: number | null;
	/** Counted from 1. */
	page: number;
};

type Found = {
	kind: EntryKind;
	elements: readonly string[];
	geography: Geography | null;
	careGroups: readonly string[];
	stage: number | null;
};

export type Choice = { value: string; label: string; count: number };
export type Choices = Record<'kind' | 'geography' | 'careGroup' | 'stage', Choice[]>;

export const entriesOnPage = 20;

/** What an address asks for (`?q=…&kind=…`); what it cannot mean is not asked. `get`: of its search parameters. */
export function readSought(get: (name: string) => string | null): Sought {
	const one = <Value extends string>(name: string, among: readonly Value[]) =>
		among.find((value) => value === get(name)) ?? null;
	const stage = one('stage', ['0', '1', '2', '3', '4']);
	const element = get('element')?.trim() ?? '';
	const page = Number(get('page'));
	return {
		words: (get('q') ?? '').trim().slice(0, 500),
		kind: one('kind', entryKinds),
		element: /^[A-Za-z0-9.-]{1,30}$/.test(element) ? element : null,
		geography: one('geography', geographies),
		careGroup: one(
			'group',
			careGroups.map(({ value }) => value)
		),
		stage: stage === null ? null : Number(stage),
		page: Number.isInteger(page) && page > 1 && page < 10_000 ? page : 1
	};
}

/** The address that asks for it again, on another page. */
export function soughtQuery(sought: Sought, page: number): string {
	const asked: [string, string | null][] = [
		['q', sought.words],
		['kind', sought.kind],
		['element', sought.element],
		['geography', sought.geography],
		['group', sought.careGroup],
		['stage', sought.stage === null ? null : String(sought.stage)],
		['page', page > 1 ? String(page) : null]
	];
	return asked.flatMap(([name, value]) => (value ? `${name}=${encodeURIComponent(value)}` : [])).join('&');
}

/** Whether anything is asked for besides a page. */
export const isSought = (sought: Sought): boolean => soughtQuery(sought, 1) !== '';

/** `branch`: codes of the element that is asked for and of all below it; null where none is. */
export function fitting<Entry extends Found>(
	entries: readonly Entry[],
	sought: Sought,
	branch: ReadonlySet<string> | null
): Entry[] {
	return entries.filter(
		(entry) =>
			(sought.kind === null || entry.kind === sought.kind) &&
			(branch === null || entry.elements.some((code) => branch.has(code))) &&
			(sought.geography === null || entry.geography === sought.geography) &&
			(sought.careGroup === null || entry.careGroups.includes(sought.careGroup)) &&
			(sought.stage === null || entry.stage === sought.stage)
	);
}

/** How many would fit each choice of one filter, with all others as they are. */
export function countChoices(
	entries: readonly Found[],
	sought: Sought,
	branch: ReadonlySet<string> | null
): Choices {
	const among = (changed: Partial<Sought>) => fitting(entries, { ...sought, ...changed }, branch).length;
	return {
		kind: entryKinds.map((kind) => ({ value: kind, label: kindWords[kind].many, count: among({ kind }) })),
		geography: geographies.map((geography) => ({
			value: geography,
			label: geographyWords[geography],
			count: among({ geography })
		})),
		careGroup: careGroups.map(({ value, label }) => ({ value, label, count: among({ careGroup: value }) })),
		stage: stageWords.map((label, stage) => ({ value: String(stage), label, count: among({ stage }) }))
	};
}

/** The part of a list that stands on a page, and how many pages there are; a page beyond the last is the last. */
export function pageOf<Each>(
	all: readonly Each[],
	page: number
): { shown: Each[]; page: number; pages: number } {
	const pages = Math.max(1, Math.ceil(all.length / entriesOnPage));
	const at = Math.min(page, pages);
	return { shown: all.slice((at - 1) * entriesOnPage, at * entriesOnPage), page: at, pages };
}
