/** What of an entry is searched: its title, and everything that is written about it. */
import type { EntryKind } from './entry-kinds.ts';
import { careGroups, entryParts } from './entry-parts.ts';

type Searched = {
	kind: EntryKind;
	title: string;
	texts: Readonly<Record<string, string>>;
	links: readonly { title: string }[];
	careGroups: readonly string[];
};

/** Its parts in the order in which they are read; an address is not read, so it is not searched. */
export function searchedText(entry: Searched): { title: string; body: string } {
	const written = entryParts[entry.kind]
		.filter(({ name }) => name !== 'link')
		.map(({ name }) => entry.texts[name] ?? '');
	const groups = careGroups.filter(({ value }) => entry.careGroups.includes(value)).map(({ label }) => label);
	const body = [...written, ...entry.links.map(({ title }) => title), groups.join(', ')];
	return { title: entry.title, body: body.filter((text) => text !== '').join('\n') };
}
