/** Finds what an address is about, as far as it matters to who may: null for what is not there. */
import { and, eq, ne, sql } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import type { ResourceName } from '../access/policies.ts';
import {
	installation,
	type ConversationResource,
	type EntryResource,
	type RecordResource,
	type Resource,
	type ReviewResource,
	type TopicResource
} from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { readied } from '../db/readied.ts';
import { entries, messages, topics } from '../db/schema/community.ts';
import { records, sources } from '../db/schema/evidence.ts';
import { givenRecords } from '../db/schema/memberships.ts';
import { organisations } from '../db/schema/organisations.ts';
import { reviews } from '../db/schema/reviews.ts';

/** `params`: those of the route, as in `/reviews/[id]/evidence/[source]`. */
export function findResource(
	db: Database,
	name: ResourceName,
	params: Partial<Record<string, string>>,
	actor: Actor
): Resource | null {
	switch (name) {
		case 'installation':
			return installation;
		case 'review':
			return findReviewResource(db, params.id ?? '');
		case 'record':
			return findRecordResource(db, params.id ?? '', params.source ?? '', params.reference ?? '');
		case 'organisation':
			return findOrganisationResource(db, params.organisation ?? '');
		case 'entry':
			return findEntryResource(db, params.entry ?? '');
		case 'topic':
			return findTopicResource(db, params.topic ?? '');
		case 'conversation':
			return findConversationResource(db, params.conversation ?? '');
		case 'own-account':
			return actor.kind === 'person' ? { kind: 'person', id: actor.id } : null;
	}
}

const reviewWithId = readied((db) =>
	db
		.select()
		.from(reviews)
		.where(eq(reviews.id, sql.placeholder('id')))
		.prepare()
);
/** The organisation of a partnership, unless it is that of the review. `example`: as it is kept, 0 or 1. */
const partnershipApart = readied((db) =>
	db
		.select({ id: organisations.id })
		.from(organisations)
		.where(
			and(
				eq(organisations.kind, 'partnership'),
				eq(organisations.partnership, sql.placeholder('partnership')),
				eq(organisations.example, sql.placeholder('example')),
				ne(organisations.id, sql.placeholder('own'))
			)
		)
		.prepare()
);

export function findReviewResource(db: Database, id: string): ReviewResource | null {
	const row = reviewWithId(db).get({ id });
	return row ? toResource(db, row) : null;
}

function toResource(db: Database, row: typeof reviews.$inferSelect): ReviewResource {
	const { partnership, example } = row;
	const under = partnershipApart(db).get({
		partnership,
		example: Number(example),
		own: row.organisationId ?? ''
	});
	return {
		kind: 'review',
		id: row.id,
		reviewKind: row.kind,
		organisation: row.organisationId,
		// Of a self-evaluation nobody else is under review.
		underReview: row.kind === 'thematic-review' ? (under?.id ?? null) : null,
		example,
		draftShared: row.draftSharedAt !== null,
		issued: row.issuedAt !== null,
		withdrawn: row.withdrawnAt !== null
	};
}

export function findRecordResource(
	db: Database,
	reviewId: string,
	sourceSlug: string,
	reference: string
): RecordResource | null {
	const review = findReviewResource(db, reviewId);
	if (!review) return null;
	const record = db
		.select({ source: sources.id, number: records.number })
		.from(records)
		.innerJoin(sources, eq(sources.id, records.sourceId))
		.where(
			and(eq(sources.reviewId, reviewId), eq(sources.slug, sourceSlug), eq(records.reference, reference))
		)
		.get();
	if (!record) return null;
	const given = db
		.select({ person: givenRecords.personId })
		.from(givenRecords)
		.where(and(eq(givenRecords.sourceId, record.source), eq(givenRecords.record, record.number)))
		.all();
	return { kind: 'record', review, givenTo: given.map(({ person }) => person) };
}

export function findOrganisationResource(db: Database, id: string): Resource | null {
	const found = db.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, id)).get();
	return found ? { kind: 'organisation', id: found.id } : null;
}

export function findEntryResource(db: Database, id: string): EntryResource | null {
	const row = db.select().from(entries).where(eq(entries.id, id)).get();
	if (!row) return null;
	const { organisationId: organisation, example, state, withdrawnAt } = row;
	return { kind: 'entry', id, organisation, example, state, withdrawn: withdrawnAt !== null };
}

export function findTopicResource(db: Database, id: string): TopicResource | null {
	const row = db.select().from(topics).where(eq(topics.id, id)).get();
	if (!row) return null;
	const { example, writtenBy: openedBy, withdrawnAt } = row;
	return { kind: 'topic', id, example, openedBy, withdrawn: withdrawnAt !== null };
}

/** `id`: that of its first message. */
export function findConversationResource(db: Database, id: string): ConversationResource | null {
	const first = db
		.select({ from: messages.fromOrganisation, to: messages.toOrganisation, example: organisations.example })
		.from(messages)
		.innerJoin(organisations, eq(organisations.id, messages.toOrganisation))
		.where(eq(messages.id, id))
		.get();
	return first ? { kind: 'conversation', id, example: first.example, between: [first.from, first.to] } : null;
}
