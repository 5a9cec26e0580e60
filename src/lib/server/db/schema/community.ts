/** The community's: practice, resources and tests of change that are shared, hot topics, what is said to them, messages. */
import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { entryKinds, entryStates, geographies } from '#lib/practice/entry-kinds.ts';
import { authorship } from './authorship.ts';
import { organisations } from './organisations.ts';
import { people } from './people.ts';
import { reviews } from './reviews.ts';

const example = () => integer('example', { mode: 'boolean' }).notNull().default(false);
const elements = () => text('elements', { mode: 'json' }).$type<string[]>().notNull();

/** Practice, a resource or a test of change. The texts by part, which the kind fixes: practice/entry-parts.ts. */
export const entries = sqliteTable(
	'entries',
	{
		/** Readable, used in addresses. */
		id: text('id').primaryKey(),
		kind: text('kind', { enum: entryKinds }).notNull(),
		/** Whose it is; null for a resource that Cairn was shipped with. */
		organisationId: text('organisation_id').references(() => organisations.id),
		example: example(),
		title: text('title').notNull(),
		texts: text('texts', { mode: 'json' }).$type<Record<string, string>>().notNull(),
		links: text('links', { mode: 'json' }).$type<{ title: string; url: string }[]>().notNull(),
		/** Codes of the standards, components, changes and themes that it serves. */
		elements: elements(),
		geography: text('geography', { enum: geographies }),
		careGroups: text('care_groups', { mode: 'json' }).$type<string[]>().notNull(),
		/** Step of the readiness scale at which it was done, 0 to 4. */
		stage: integer('stage'),
		/** Of a test of change: a value a day, by which its run chart is drawn, and what was aimed at. */
		points: text('points', { mode: 'json' }).$type<{ day: string; value: number }[]>(),
		target: text('target', { mode: 'json' }).$type<number | null>(),
		/** Of a test of change, where it stands in its review: `<review>/<action>/<test>`. */
		sharedFrom: text('shared_from'),
		/** Of a resource, where a source document names it. */
		namedIn: text('named_in', { mode: 'json' }).$type<{ document: string; lines: [number, number] } | null>(),
		/** Others may write to its partnership through Cairn. */
		contact: integer('contact', { mode: 'boolean' }).notNull().default(false),
		state: text('state', { enum: entryStates }).notNull().default('draft'),
		/** What the editor said when it was returned. */
		editorWords: text('editor_words').notNull().default(''),
		writtenBy: text('written_by').notNull(),
		/** ISO 8601, UTC, as is the one below. */
		publishedAt: text('published_at'),
		withdrawnAt: text('withdrawn_at'),
		...authorship()
	},
	(table) => [index('entries_organisation').on(table.organisationId)]
);

export const entryFiles = sqliteTable('entry_files', {
	id: text('id').primaryKey(),
	entryId: text('entry_id')
		.notNull()
		.references(() => entries.id, { onDelete: 'cascade' }),
	title: text('title').notNull(),
	fileName: text('file_name').notNull(),
	/** By its content, not by its name. */
	mediaType: text('media_type').notNull(),
	/** Bytes. */
	size: integer('size').notNull(),
	/** SHA-256, in hexadecimal. */
	digest: text('digest').notNull(),
	bytes: blob('bytes', { mode: 'buffer' }).notNull(),
	addedBy: text('added_by').notNull(),
	/** ISO 8601, UTC. */
	addedAt: text('added_at').notNull()
});

/** A question to everybody; closed with a summary of what was answered. */
export const topics = sqliteTable('topics', {
	/** Readable, used in addresses. */
	id: text('id').primaryKey(),
	organisationId: text('organisation_id').references(() => organisations.id),
	example: example(),
	title: text('title').notNull(),
	text: text('text').notNull(),
	elements: elements(),
	/** Written when it is closed. */
	summary: text('summary').notNull().default(''),
	writtenBy: text('written_by').notNull(),
	/** ISO 8601, UTC, as are the two below. */
	openedAt: text('opened_at').notNull(),
	closedAt: text('closed_at'),
	withdrawnAt: text('withdrawn_at'),
	...authorship()
});

/** What somebody says to an entry, or answers to a topic. */
export const remarks = sqliteTable(
	'remarks',
	{
		id: text('id').primaryKey(),
		/** `entry:<id>` or `topic:<id>`. */
		about: text('about').notNull(),
		organisationId: text('organisation_id').references(() => organisations.id),
		text: text('text').notNull(),
		writtenBy: text('written_by').notNull(),
		/** ISO 8601, UTC, as is the one below. */
		writtenAt: text('written_at').notNull(),
		withdrawnAt: text('withdrawn_at')
	},
	(table) => [index('remarks_about').on(table.about)]
);

/** “Useful to us”: one for each person and entry or topic. */
export const usefulMarks = sqliteTable(
	'useful_marks',
	{
		about: text('about').notNull(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		organisationId: text('organisation_id').references(() => organisations.id),
		/** ISO 8601, UTC. */
		at: text('at').notNull()
	},
	(table) => [primaryKey({ columns: [table.about, table.personId] })]
);

/** From one partnership to another, through Cairn: nobody's address is shown. The first of a conversation names it. */
export const messages = sqliteTable(
	'messages',
	{
		id: text('id').primaryKey(),
		/** Id of the first message of the conversation. */
		conversation: text('conversation').notNull(),
		/** `entry:<id>`, or the code of an element that is asked about. */
		about: text('about').notNull(),
		fromPerson: text('from_person').notNull(),
		fromOrganisation: text('from_organisation')
			.notNull()
			.references(() => organisations.id),
		toOrganisation: text('to_organisation')
			.notNull()
			.references(() => organisations.id),
		text: text('text').notNull(),
		/** ISO 8601, UTC. */
		sentAt: text('sent_at').notNull(),
		readAt: text('read_at')
	},
	(table) => [
		index('messages_to').on(table.toOrganisation),
		index('messages_conversation').on(table.conversation)
	]
);

/** A checklist that a review answered for itself: item code → what was said, with a note. */
export const selfChecks = sqliteTable(
	'self_checks',
	{
		reviewId: text('review_id')
			.notNull()
			.references(() => reviews.id, { onDelete: 'cascade' }),
		/** Code of the checklist, and the edition that it is of: `checklists@2019`. */
		checklist: text('checklist').notNull(),
		edition: text('edition').notNull(),
		answers: text('answers', { mode: 'json' })
			.$type<Record<string, { answer: string; note: string }>>()
			.notNull(),
		words: text('words').notNull().default(''),
		...authorship()
	},
	(table) => [primaryKey({ columns: [table.reviewId, table.checklist] })]
);
