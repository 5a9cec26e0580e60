/**
 * A small world to try commands, queries and pages in: an inspectorate with a thematic review of the isle, the
 * partnership of the isle, another inspectorate, and a person for each role and duty. All of it is invented.
 */
import { operator } from '#lib/server/access/actor.ts';
import type { Actor, Duty, OrganisationKind, Role } from '#lib/server/access/actor.ts';
import type { By } from '#lib/server/commands/append-event.ts';
import { importReview } from '#lib/server/commands/import-review.ts';
import { loadDocuments } from '#lib/server/commands/load-documents.ts';
import { openDatabase, type Database } from '#lib/server/db/open.ts';
import { duties, givenRecords, memberships } from '#lib/server/db/schema/memberships.ts';
import { organisations } from '#lib/server/db/schema/organisations.ts';
import { people } from '#lib/server/db/schema/people.ts';
import { events, eventTexts } from '#lib/server/db/schema/trail.ts';
import { findActor } from '#lib/server/queries/actors.ts';
import { findSource } from '#lib/server/queries/sources.ts';
import { asc, eq } from 'drizzle-orm';
import { awkwardReference, halfBegunReview } from './half-begun-review.ts';

export const review = 'isle-2025';
export const start = '2026-03-02T09:30:00.000Z';

/** Everybody: the role in an organisation, the duty in the review of the isle. */
const cast = {
	ailsa: ['north', 'lead-inspector', 'lead'],
	magnus: ['north', 'inspector', 'judge'],
	rona: ['north', 'inspector', 'file-reader'],
	callum: ['north', 'inspector', 'observer'],
	iain: ['north', 'inspector', null],
	effie: ['isle', 'partnership-lead', null],
	morag: ['isle', 'viewer', null],
	struan: ['south', 'lead-inspector', null]
} as const satisfies Record<string, readonly [string, Role, Duty | null]>;
export type PersonName = keyof typeof cast;

export type ReviewWorld = {
	db: Database;
	actor: (name: PersonName) => Actor;
	by: (name: PersonName, at?: string) => By;
	/** What the trail tells of since the world was made, with its texts. */
	told: () => {
		verb: string;
		subject: string | null;
		person: string | null;
		before: string | null;
		after: string | null;
		reason: string | null;
		facts: object;
	}[];
};

/** `kind`: of the review; a self-evaluation belongs to the partnership of the isle itself. `db`: another database. */
export function reviewWorld(
	kind: 'thematic-review' | 'self-evaluation' = 'thematic-review',
	db: Database = openDatabase(':memory:')
): ReviewWorld {
	loadDocuments(db, start);
	addOrganisation(db, 'north', 'scrutiny-body');
	addOrganisation(db, 'south', 'scrutiny-body');
	addOrganisation(db, 'isle', 'partnership', 'S37000022');
	importReview(
		db,
		{ ...withStaffSurvey, review: { ...halfBegunReview.review, kind } },
		{ actor: operator, at: start, organisation: kind === 'thematic-review' ? 'north' : 'isle' }
	);
	for (const [name, [organisation, role, duty]] of Object.entries(cast))
		addPerson(db, name, organisation, role, duty);
	const files = findSource(db, review, 'files');
	db.insert(givenRecords)
		.values({ sourceId: files.key, record: 1, personId: 'rona', changedBy: 'ailsa', changedAt: start })
		.run();
	const before = db.select({ id: events.id }).from(events).all().length;
	const actor = (name: PersonName) => findActor(db, name)!;
	return {
		db,
		actor,
		by: (name, at = '2026-03-02T10:00:00.000Z') => ({ actor: actor(name), at }),
		told: () =>
			db
				.select({
					verb: events.verb,
					subject: events.subject,
					person: events.person,
					facts: events.facts,
					before: eventTexts.before,
					after: eventTexts.after,
					reason: eventTexts.reason
				})
				.from(events)
				.leftJoin(eventTexts, eq(eventTexts.event, events.id))
				.orderBy(asc(events.id))
				.all()
				.slice(before)
	};
}

/** The words that a member of staff wrote: for judges only. */
export const staffComment = 'Nobody has time for a good conversation.';
export const givenReference = awkwardReference;

const withStaffSurvey = {
	...halfBegunReview,
	instruments: [
		...halfBegunReview.instruments,
		{
			id: 'isle-staff',
			edition: '1',
			title: 'Staff survey',
			unit: { one: 'response', many: 'responses' },
			frameworks: ['thematic-review@2019'],
			questions: [
				{ code: 'S1', wording: 'Do you feel able?', type: 'yes-no', positive: ['yes'], elements: ['T2'] },
				{ code: 'S2', wording: 'What would help?', type: 'text', positive: [] }
			]
		}
	],
	sources: [
		...halfBegunReview.sources,
		{
			id: 'staff',
			kind: 'staff-survey',
			title: 'Staff survey',
			instrument: 'isle-staff@1',
			sample: { design: 'self-selected', asked: 20, howDrawn: 'All staff were asked.' },
			heardFrom: 'Staff',
			records: [
				{ reference: 'S-1', answers: { S1: 'yes', S2: staffComment } },
				{ reference: 'S-2', answers: { S1: 'no' } }
			]
		}
	]
};

function addOrganisation(
	db: Database,
	id: string,
	kind: OrganisationKind,
	partnership: string | null = null
) {
	const row = { id, kind, name: `The ${id}`, partnership, host: id === 'north' };
	db.insert(organisations)
		.values({ ...row, changedBy: 'operator', changedAt: start })
		.run();
}

function addPerson(db: Database, id: string, organisation: string, role: Role, duty: Duty | null) {
	const now = new Date(start);
	const name = id.charAt(0).toUpperCase() + id.slice(1);
	const authorship = { changedBy: 'operator', changedAt: start };
	db.insert(people)
		.values({ id, name, email: `${id}@${organisation}.example`, createdAt: now, updatedAt: now })
		.run();
	db.insert(memberships)
		.values({
			id: `${id}-m`,
			personId: id,
			organisationId: organisation,
			role,
			standing: 'confirmed',
			...authorship
		})
		.run();
	if (duty)
		db.insert(duties)
			.values({ id: `${id}-d`, personId: id, reviewId: review, duty, standing: 'confirmed', ...authorship })
			.run();
}
