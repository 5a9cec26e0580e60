/**
 * The people whom one press signs in on a machine for trying Cairn out. They are of the example world alone, have no
 * password, and are made at the first press.
 */
import { randomUUID } from 'node:crypto';
import { and, asc, eq, like, not } from 'drizzle-orm';
import { authorOf, cairn, type Duty, type Role } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { records, sources } from '../db/schema/evidence.ts';
import { givenRecords } from '../db/schema/memberships.ts';
import { people } from '../db/schema/people.ts';
import { reviews } from '../db/schema/reviews.ts';
import { exampleOrganisations } from '../example-world.ts';
import { change } from './change.ts';
import { putDuty, putMembership } from './put-membership.ts';

type DemoPerson = { name: string; organisation: string; role: Role; duties: readonly Duty[] };

const { partnership, inspectorate, member, sharing, nationalBody } = exampleOrganisations;

export const demoPeople = {
	lead: {
		name: 'Lead of the example partnership',
		organisation: partnership.id,
		role: 'partnership-lead',
		duties: []
	},
	inspector: {
		name: 'Lead inspector of the example',
		organisation: inspectorate.id,
		role: 'lead-inspector',
		duties: ['lead', 'judge']
	},
	reader: {
		name: 'Reader of example files',
		organisation: inspectorate.id,
		role: 'inspector',
		duties: ['file-reader']
	},
	community: {
		name: 'Community of Practice member in Strathgarnock',
		organisation: member.id,
		role: 'community-member',
		duties: []
	},
	partner: {
		name: 'Lead in Glenmavick',
		organisation: sharing.id,
		role: 'partnership-lead',
		duties: []
	},
	editor: {
		name: 'Editor of the example community',
		organisation: nationalBody.id,
		role: 'editor',
		duties: []
	}
} as const satisfies Record<string, DemoPerson>;

export type DemoName = keyof typeof demoPeople;

/** How many records of case files the reader is given: those that are read already, and some for a second reading. */
const given = { read: 10, second: 2 };

/** Returns the id of the person, made now or before. */
export function addDemoPerson(db: Database, at: string, as: DemoName): string {
	return putInvented(db, at, `${as}@demo.example`, demoPeople[as]);
}

/** Somebody who leads in an invented partnership, in whose name it shares what it shares; nobody signs in as them. */
export function addInventedLead(
	db: Database,
	at: string,
	{ id, name }: { id: string; name: string }
): string {
	const lead = { name: `Lead in ${name}`, organisation: id, role: 'partnership-lead', duties: [] } as const;
	return putInvented(db, at, `lead@${id}.example`, lead);
}

function putInvented(db: Database, at: string, email: string, invented: DemoPerson): string {
	const by = { actor: cairn, at };
	const { name, organisation, role, duties } = invented;
	return db.transaction(
		() => {
			const kept = db.select({ id: people.id }).from(people).where(eq(people.email, email)).get();
			if (kept) return kept.id;
			return change(db, by, { action: 'look-after-installation', of: () => installation }, (note) => {
				const person = randomUUID();
				const now = new Date(at);
				db.insert(people)
					.values({ id: person, name, email, demo: true, createdAt: now, updatedAt: now })
					.run();
				note({ verb: 'person-added', organisation, subject: person, facts: { role, demo: true } });
				putMembership(db, by, { person, organisation, role }, 'confirmed');
				for (const review of duties.length > 0 ? listWorkedExamples(db) : [])
					for (const duty of duties) {
						putDuty(db, by, { person, review, duty }, 'confirmed');
						note({ verb: 'duty-confirmed', organisation, review, subject: person, facts: { duty } });
						if (duty !== 'file-reader') continue;
						const count = giveFirstFiles(db, at, review, person);
						note({ verb: 'records-given', organisation, review, subject: person, facts: { count } });
					}
				return person;
			});
		},
		{ behavior: 'immediate' }
	);
}

/** Not the many of the invented partnerships, which are there to be compared and not to be worked on. */
function listWorkedExamples(db: Database): string[] {
	return db
		.select({ id: reviews.id })
		.from(reviews)
		.where(and(eq(reviews.example, true), not(like(reviews.partnership, 'X%'))))
		.all()
		.map(({ id }) => id);
}

function giveFirstFiles(db: Database, at: string, review: string, person: string): number {
	const files = db
		.select({ source: sources.id, number: records.number })
		.from(records)
		.innerJoin(sources, eq(sources.id, records.sourceId))
		.where(and(eq(sources.reviewId, review), eq(sources.kind, 'case-file-reading')))
		.orderBy(asc(sources.position), asc(records.number))
		.limit(given.read + given.second)
		.all();
	for (const [place, { source, number }] of files.entries())
		db.insert(givenRecords)
			.values({
				sourceId: source,
				record: number,
				personId: person,
				// Nothing of the example is changed by trying the desk on these: what counts is the first reading.
				reading: place < given.read ? 1 : 2,
				changedBy: authorOf(cairn),
				changedAt: at
			})
			.run();
	return files.length;
}
