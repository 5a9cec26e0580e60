/** What of an entry is searched: its title, and everything that is written about it. */
import type { EntryKind } from './entry-kinds.ts';
import { careGroups, entryParts, notStated } from './entry-parts.ts';

type Searched = {
	kind: EntryKind;
	title: string;
	texts: Readonly<Record<string, string>>;
	links: readonly { title: string }[];
	careGroups: readonly string[];
};

/** Not searched: addresses, and what says nothing of what it is about. */
const left = ['link', 'licence', 'year'];

/** Its parts in the order in which they are read, on one line. */
export function searchedText(entry: Searched): { title: string; body: string } {
	const written = entryParts[entry.kind]
		.filter(({ name }) => !left.includes(name))
		.map(({ name }) => entry.texts[name] ?? '');
	const groups = careGroups.filter(({ value }) => entry.careGroups.includes(value)).map(({ label }) => label);
	const body = [...written, ...entry.links.map(({ title }) => title), groups.join(', ')];
	const lines = body
		.map((text) => text.replace(/\s+/g, ' ').trim())
		.filter((text) => text !== '' && text !== notStated);
	return { title: entry.title, body: lines.join(' · ') };
}
