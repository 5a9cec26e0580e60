/** What partnerships share, as it is looked through: searched, narrowed down, a page at a time. */
import { asc, eq, inArray, and, isNull } from 'drizzle-orm';
import { kindWords, stateWords } from '#lib/practice/entry-parts.ts';
import { countChoices, fitting, pageOf, type Sought } from '#lib/practice/find-entries.ts';
import type { MarkedWords } from '#lib/practice/marked-words.ts';
import { dayAndTime } from '#lib/pages/times.ts';
import { servedElements, type ServedGroup } from '#lib/pages/served-elements.ts';
import type { Actor } from '../access/actor.ts';
import { may } from '../access/may.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { entries } from '../db/schema/community.ts';
import {
	entryResource,
	listPublished,
	organisationNames,
	toLines,
	type EntryLine,
	type EntryRow
} from './entries.ts';
import { branchCodes, listServable, loadEntryChoices, newestFrameworks } from './entry-choices.ts';
import { searchShared } from './shared-search.ts';
import { worldOf } from './world.ts';
import { listWritingFor } from './writing-for.ts';

export type PracticeLine = Omit<EntryLine, 'organisation'> & {
	/** What was found, or the beginning of what is written. */
	snippet: MarkedWords;
	serves: ServedGroup[];
};

export function loadPracticePage(db: Database, actor: Actor, sought: Sought) {
	const hits = searchShared(db, 'entry', sought.words);
	const published = listPublished(db, actor);
	const found = hits === null ? published : inOrderOf(hits, published);
	const branch = sought.element === null ? null : (branchCodes(db, sought.element) ?? new Set<string>());
	const { shown, page, pages } = pageOf(fitting(found, sought, branch), sought.page);
	const snippets = new Map(hits?.map(({ id, snippet }) => [id, snippet]));
	const frameworks = newestFrameworks(db);
	// The id of an organisation is no business of a page that only names it.
	const lines = toLines(db, actor, shown).map(({ organisation: _, ...line }, index): PracticeLine => ({
		...line,
		snippet: snippets.get(line.id) ?? beginning(shown[index]!),
		serves: servedElements(frameworks, line.elements)
	}));
	return {
		lines,
		total: fitting(found, sought, branch).length,
		published: published.length,
		page,
		pages,
		choices: countChoices(found, sought, branch),
		elements: elementOptions(db, sought.element),
		shares: listWritingFor(db, actor).length > 0,
		/** How many wait for an editor, for those who are one. */
		waiting: may(actor, 'edit-practice', installation).yes ? listWaiting(db, actor).length : null,
		own: listOwn(db, actor)
	};
}

function inOrderOf(hits: readonly { id: string }[], rows: readonly EntryRow[]): EntryRow[] {
	const byId = new Map(rows.map((row) => [row.id, row]));
	return hits.flatMap(({ id }) => byId.get(id) ?? []);
}

/** Letters of a text that is shown in a list. */
const shownLetters = 180;

/** The first words of the part that says most. */
function beginning({ kind, texts }: EntryRow): MarkedWords {
	const part = { practice: 'did', resource: 'purpose', 'test-of-change': 'aim' }[kind];
	const text = (texts[part] ?? '').replace(/\s+/g, ' ');
	const cut = text.length > shownLetters ? `${text.slice(0, shownLetters).replace(/\s\S*$/, '')} …` : text;
	return cut === '' ? [] : [{ text: cut, found: false }];
}

/** Standards, changes and themes; and what was asked for by a link, if it is another. */
function elementOptions(db: Database, asked: string | null) {
	const { standards, changes, themes } = loadEntryChoices(db);
	const listed = [...standards, ...changes, ...themes];
	const other = listServable(db).find(
		({ code }) => code === asked && !listed.some(({ value }) => value === code)
	);
	return other
		? [...listed, { value: other.code, label: `${other.code} ${other.text.slice(0, 90)}` }]
		: listed;
}

/** What waits for an editor of this world: sent first is looked at first. */
export function listWaiting(db: Database, actor: Actor) {
	return listStanding(db, actor, ['sent']);
}

/** What was returned and not sent again. */
export function listReturned(db: Database, actor: Actor) {
	return listStanding(db, actor, ['returned']);
}

function listStanding(db: Database, actor: Actor, states: readonly EntryRow['state'][]) {
	const names = organisationNames(db);
	return db
		.select()
		.from(entries)
		.where(
			and(
				inArray(entries.state, [...states]),
				isNull(entries.withdrawnAt),
				eq(entries.example, worldOf(actor) === 'example')
			)
		)
		.orderBy(asc(entries.changedAt), asc(entries.id))
		.all()
		.filter((row) => may(actor, 'review-entry', entryResource(row)).yes)
		.map((row) => ({
			id: row.id,
			title: row.title,
			kind: kindWords[row.kind].one,
			whose: names.get(row.organisationId ?? '') ?? '',
			when: dayAndTime(row.changedAt),
			words: row.editorWords
		}));
}

/** What one's organisations have begun and not published, or put away. */
export function listOwn(db: Database, actor: Actor) {
	const ids = listWritingFor(db, actor).map(({ id }) => id);
	return db
		.select()
		.from(entries)
		.where(inArray(entries.organisationId, ids))
		.orderBy(asc(entries.changedAt), asc(entries.id))
		.all()
		.filter((row) => row.state !== 'published' && may(actor, 'change-entry', entryResource(row)).yes)
		.map(({ id, title, state, withdrawnAt }) => ({
			id,
			title,
			state: withdrawnAt === null ? stateWords[state] : 'Withdrawn',
			/** By an editor, with words: it waits for its writers. */
			returned: withdrawnAt === null && state === 'returned'
		}));
}
