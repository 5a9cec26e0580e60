/** The page of an entry: what it says, what it serves, what others say to it, and what whoever looks may do with it. */
import { asc, eq, and } from 'drizzle-orm';
import { careGroups, entryParts, geographyWords, kindWords, stageWords } from '#lib/practice/entry-parts.ts';
import { sizeWords } from '#lib/pages/attachments-page.ts';
import { servedElements } from '#lib/pages/served-elements.ts';
import { dayOf } from '#lib/pages/times.ts';
import { longDate } from '#lib/reports/dates.ts';
import { authorOf, type Actor } from '../access/actor.ts';
import { may } from '../access/may.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { entryFiles, usefulMarks } from '../db/schema/community.ts';
import { notFound } from '../problems.ts';
import { countUseful, entryResource, findEntryRow, organisationNames, type EntryRow } from './entries.ts';
import { newestFrameworks } from './entry-choices.ts';
import { listRemarks } from './remarks.ts';
import { findSharedAbout } from './shared-about.ts';
import { worldOf } from './world.ts';
import { isOwnOf } from './writing-for.ts';

/** Whoever wrote it, or changed it last by sending it, does not publish it: somebody else has read it then. */
export const mayPublish = ({ writtenBy, changedBy }: EntryRow, author: string): boolean =>
	writtenBy !== author && changedBy !== author;

/** Throws a not-found Problem. The guard has asked whether the actor sees it. */
export function loadEntryPage(db: Database, actor: Actor, id: string) {
	const row = findEntryRow(db, id);
	const about = `entry:${id}`;
	const shared = findSharedAbout(db, actor, about);
	const joins = may(actor, 'join-in', installation).yes && shared !== null;
	const ownOrganisation = isOwnOf(db, actor, row.organisationId);
	const part = (name: string) => row.texts[name] ?? '';
	return {
		id,
		kind: row.kind,
		kindWord: kindWords[row.kind].one,
		title: row.title,
		whose: row.organisationId === null ? null : (organisationNames(db).get(row.organisationId) ?? null),
		published:
			row.publishedAt === null || row.state !== 'published' ? null : longDate(dayOf(row.publishedAt)),
		parts: entryParts[row.kind]
			.filter(({ name }) => name !== 'link' && part(name) !== '')
			.map(({ name, label, rows }) => ({ name, label, text: part(name), short: rows === 1 })),
		link: row.kind === 'resource' ? part('link') || null : null,
		run:
			row.kind === 'test-of-change' && (row.points ?? []).length > 0
				? { points: row.points ?? [], target: row.target, measure: part('measure') }
				: null,
		serves: servedElements(newestFrameworks(db), row.elements),
		geography: row.geography === null ? null : geographyWords[row.geography],
		careGroups: careGroups.filter(({ value }) => row.careGroups.includes(value)).map(({ label }) => label),
		stage: row.stage === null ? null : stageWords[row.stage]!,
		links: row.links,
		files: listEntryFiles(db, id),
		namedIn: row.namedIn,
		contact:
			row.contact && joins && !ownOrganisation && row.organisationId !== null
				? `/practice/messages/new?about=${encodeURIComponent(about)}`
				: null,
		useful: {
			count: countUseful(db, worldOf(actor)).get(about) ?? 0,
			mine: isMarked(db, actor, about),
			may: joins && !ownOrganisation
		},
		remarks: shared === null ? [] : listRemarks(db, actor, about),
		joins,
		standing: standingOf(db, actor, row)
	};
}

/** How it stands and what can be done, for its writers and for editors; null for whoever only reads it. */
function standingOf(db: Database, actor: Actor, row: EntryRow) {
	const resource = entryResource(row);
	const writes = may(actor, 'change-entry', resource).yes;
	const edits = may(actor, 'review-entry', resource).yes;
	if (!writes && !edits) return null;
	const { state, editorWords, version } = row;
	const withdrawn = row.withdrawnAt !== null;
	const open = !withdrawn && (state === 'draft' || state === 'returned');
	const out = !withdrawn && (state === 'sent' || state === 'published');
	return {
		state,
		withdrawn,
		version,
		editorWords: state === 'returned' || state === 'draft' ? editorWords : '',
		change: writes && open,
		send: writes && open,
		takeBack: writes && out,
		putAway: writes && open,
		restore: writes && withdrawn,
		return: edits && out,
		publish: edits && state === 'sent' && !withdrawn && mayPublish(row, authorOf(actor)),
		/** An editor who wrote it waits for another. */
		ownEdit: edits && state === 'sent' && !withdrawn && !mayPublish(row, authorOf(actor))
	};
}

function isMarked(db: Database, actor: Actor, about: string): boolean {
	const own = and(eq(usefulMarks.about, about), eq(usefulMarks.personId, authorOf(actor)));
	return db.select({ at: usefulMarks.at }).from(usefulMarks).where(own).get() !== undefined;
}

export function listEntryFiles(db: Database, entry: string) {
	return db
		.select({ id: entryFiles.id, title: entryFiles.title, name: entryFiles.fileName, size: entryFiles.size })
		.from(entryFiles)
		.where(eq(entryFiles.entryId, entry))
		.orderBy(asc(entryFiles.addedAt), asc(entryFiles.id))
		.all()
		.map(({ id, title, name, size }) => ({
			id,
			title,
			what: `${name.slice(name.lastIndexOf('.') + 1).toUpperCase()}, ${sizeWords(size)}`
		}));
}

/** The file as it is served. Throws a not-found Problem. */
export function loadEntryFile(db: Database, entry: string, id: string) {
	const one = and(eq(entryFiles.id, id), eq(entryFiles.entryId, entry));
	const file = db.select().from(entryFiles).where(one).get();
	if (!file) throw notFound('file', id);
	return file;
}
