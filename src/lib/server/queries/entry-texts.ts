/** An entry as its form has it: every field as text, from the row that stands there. */
import { entryParts } from '#lib/practice/entry-parts.ts';
import type { EntryKind } from '#lib/practice/entry-kinds.ts';
import { writeLinks } from '#lib/practice/typed-links.ts';
import { writePoints } from '#lib/practice/typed-points.ts';
import type { Kept } from '#lib/pages/save-answer.ts';
import type { Database } from '../db/open.ts';
import { authorName } from './authors.ts';
import type { EntryRow } from './entries.ts';
import { loadEntryChoices } from './entry-choices.ts';

const everyKind = [
	'title',
	'standards',
	'changes',
	'themes',
	'others',
	'geography',
	'careGroups',
	'stage',
	'links',
	'contact'
] as const;

/** The fields of a kind: its parts, and what is asked of all. What can be chosen severally has spaces between. */
export const entryFieldNames = (kind: EntryKind): string[] => [
	...everyKind,
	...entryParts[kind].map(({ name }) => name),
	...(kind === 'test-of-change' ? ['points', 'target'] : [])
];

export function keptEntry(db: Database, row: EntryRow): Kept {
	const choices = loadEntryChoices(db);
	const among = (options: readonly { value: string }[]) =>
		row.elements.filter((code) => options.some(({ value }) => value === code));
	const served = {
		standards: among(choices.standards),
		changes: among(choices.changes),
		themes: among(choices.themes)
	};
	const listed = Object.values(served).flat();
	const texts: Record<string, string> = {
		title: row.title,
		...Object.fromEntries(entryParts[row.kind].map(({ name }) => [name, row.texts[name] ?? ''])),
		...Object.fromEntries(Object.entries(served).map(([name, codes]) => [name, codes.join(' ')])),
		others: row.elements.filter((code) => !listed.includes(code)).join(' '),
		geography: row.geography ?? '',
		careGroups: row.careGroups.join(' '),
		stage: row.stage === null ? '' : String(row.stage),
		links: writeLinks(row.links),
		contact: row.contact ? 'yes' : 'no'
	};
	if (row.kind === 'test-of-change') {
		texts.points = writePoints(row.points ?? []);
		texts.target = row.target === null ? '' : String(row.target);
	}
	return { texts, version: row.version, by: authorName(db, row.changedBy), at: row.changedAt };
}

/** Why an entry cannot be changed as it stands, in a sentence that says what to do; null while it can. */
export function whyEntryClosed({ state, withdrawnAt }: EntryRow): string | null {
	if (withdrawnAt !== null) return 'This entry was withdrawn. Bring it back to change it.';
	if (state === 'sent') return 'It is with the editors. Take it back to a draft to change it.';
	if (state === 'published')
		return 'It is published, and what others read does not change under them. Take it back to a draft to change it; it is then looked at again.';
	return null;
}
