/** The elements that an entry may serve, as a form lists them, and by their codes. */
import type { Framework } from '#lib/frameworks/framework.ts';
import { branchOf, locateElement } from '#lib/frameworks/lookup.ts';
import { elementChoices } from '#lib/pages/element-choices.ts';
import type { ElementChoice } from '#lib/pages/find-choices.ts';
import type { Database } from '../db/open.ts';
import { listDocuments } from './documents.ts';

type Option = { value: string; label: string };

export type EntryChoices = { standards: Option[]; changes: Option[]; themes: Option[] };

/** What is asked after most first. */
const order = ['sds-standards', 'sds-change-map', 'thematic-review', 'implementation-drivers'];

/** The newest edition of each framework. */
export function newestFrameworks(db: Database): Framework[] {
	const all = listDocuments(db, 'framework');
	const place = ({ id }: Framework) => (order.includes(id) ? order.indexOf(id) : order.length);
	return all
		.filter(({ id, edition }) => !all.some((other) => other.id === id && other.edition > edition))
		.sort((a, b) => place(a) - place(b));
}

/** Every element that may be served, in the order of the frameworks. */
export function listServable(db: Database): ElementChoice[] {
	const newest = newestFrameworks(db);
	return elementChoices(
		newest,
		newest.map(({ id, edition }) => `${id}@${edition}`)
	);
}

/** Those that are listed to be ticked; what is below them is written as codes. */
export function loadEntryChoices(db: Database): EntryChoices {
	const of = (kinds: readonly string[]): Option[] =>
		newestFrameworks(db)
			.flatMap(({ elements }) => elements)
			.filter(({ kind }) => kinds.includes(kind))
			.map(({ code, label, title, text }) => ({
				value: code,
				label: `${code}. ${shortened(label ? text : title)}`
			}));
	return { standards: of(['standard']), changes: of(['outcome', 'change']), themes: of(['theme']) };
}

const shortened = (text: string) => (text.length > 100 ? `${text.slice(0, 97).trimEnd()}…` : text);

/** The codes of an element and of all below it; null for one that is not there. */
export function branchCodes(db: Database, code: string): ReadonlySet<string> | null {
	const place = locateElement(newestFrameworks(db), code);
	return place ? new Set(branchOf(place.framework, code).map((element) => element.code)) : null;
}
