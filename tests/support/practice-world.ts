/**
 * The small world of reviewing (review-world.ts) with a community around it: another partnership with two members, two
 * editors of a national body, and a partnership and an editor of the example world. All of it is invented.
 */
import type { Actor, OrganisationKind, Role } from '#lib/server/access/actor.ts';
import { addEntry } from '#lib/server/commands/add-entry.ts';
import type { By } from '#lib/server/commands/append-event.ts';
import { publishEntry } from '#lib/server/commands/publish-entry.ts';
import { saveEntry } from '#lib/server/commands/save-entry.ts';
import { sendEntry } from '#lib/server/commands/send-entry.ts';
import type { Database } from '#lib/server/db/open.ts';
import { memberships } from '#lib/server/db/schema/memberships.ts';
import { organisations } from '#lib/server/db/schema/organisations.ts';
import { people } from '#lib/server/db/schema/people.ts';
import { findActor } from '#lib/server/queries/actors.ts';
import { findEntryRow } from '#lib/server/queries/entries.ts';
import { reviewWorld, start, type PersonName } from './review-world.ts';

/** The role in an organisation; those of `glade` and `copse` are of the example world. */
const community = {
	una: ['glen', 'community-member'],
	lorne: ['glen', 'contributor'],
	greer: ['glen', 'viewer'],
	iona: ['body', 'editor'],
	fergus: ['body', 'editor'],
	dara: ['glade', 'partnership-lead'],
	eilidh: ['copse', 'editor']
} as const satisfies Record<string, readonly [string, Role]>;
export type CommunityName = keyof typeof community | PersonName;

const kinds: Record<string, OrganisationKind> = {
	glen: 'partnership',
	body: 'national-body',
	glade: 'partnership',
	copse: 'national-body'
};
const invented = ['glade', 'copse'];

export type PracticeWorld = {
	db: Database;
	actor: (name: CommunityName) => Actor;
	by: (name: CommunityName, at?: string) => By;
	told: ReturnType<typeof reviewWorld>['told'];
};

/** `db`: another database, migrated and empty of organisations. */
export function practiceWorld(db?: Database): PracticeWorld {
	const world = reviewWorld('thematic-review', db);
	for (const [id, kind] of Object.entries(kinds))
		world.db
			.insert(organisations)
			.values({
				...{ id, kind, name: `The ${id}`, example: invented.includes(id) },
				...{ changedBy: 'operator', changedAt: start }
			})
			.run();
	for (const [name, [organisation, role]] of Object.entries(community))
		addMember(world.db, name, organisation, role);
	const actor = (name: CommunityName) => findActor(world.db, name)!;
	return {
		db: world.db,
		actor,
		by: (name, at = '2026-03-02T10:00:00.000Z') => ({ actor: actor(name), at }),
		told: world.told
	};
}

function addMember(db: Database, id: string, organisation: string, role: Role) {
	const now = new Date(start);
	const name = id.charAt(0).toUpperCase() + id.slice(1);
	const demo = invented.includes(organisation);
	db.insert(people)
		.values({ id, name, email: `${id}@${organisation}.example`, demo, createdAt: now, updatedAt: now })
		.run();
	db.insert(memberships)
		.values({
			...{ id: `${id}-m`, personId: id, organisationId: organisation, role, standing: 'confirmed' as const },
			...{ changedBy: 'operator', changedAt: start }
		})
		.run();
}

/** Practice with all that is needed to be sent. */
export const practiceTexts = {
	title: 'Conversations on a walk',
	did: 'Workers offer to hold the first conversation outdoors.',
	forWhom: 'Adults who find an office hard, twelve of them so far.',
	changed: 'More was said about what matters.',
	evidence: 'Nine of twelve said so when asked three weeks later.',
	differently: 'We would tell carers about it earlier.',
	standards: '3 8',
	others: '8.7',
	changes: 'W2',
	geography: 'mostly-rural',
	careGroups: 'mental-health unpaid-carers',
	stage: '3',
	contact: 'yes',
	links: 'Our leaflet, https://glen.example/walk'
};

/** Begins an entry, with any texts changed; gives its id. */
export const beginEntry = (
	world: PracticeWorld,
	name: CommunityName = 'una',
	texts: Partial<Record<string, string>> = {},
	kind = 'practice'
): string => addEntry(world.db, world.by(name), { kind, texts: { ...practiceTexts, ...texts } });

/** Begins, sends and publishes an entry; gives its id. `at`: when it is published. */
export function publishNew(
	world: PracticeWorld,
	name: CommunityName = 'una',
	texts: Partial<Record<string, string>> = {},
	at?: string
): string {
	const entry = beginEntry(world, name, texts);
	sendEntry(world.db, world.by(name), { entry });
	publish(world, entry, name === 'dara' ? 'eilidh' : 'iona', at);
	return entry;
}

export function publish(world: PracticeWorld, entry: string, name: CommunityName, at?: string): void {
	const { version } = findEntryRow(world.db, entry);
	publishEntry(world.db, world.by(name, at), { entry, version });
}

/** Saves an entry from the version that stands there, with any texts changed. */
export const saveAs = (
	world: PracticeWorld,
	name: CommunityName,
	entry: string,
	texts: Partial<Record<string, string>>,
	version = findEntryRow(world.db, entry).version
) => saveEntry(world.db, world.by(name), { entry, version, texts: { ...practiceTexts, ...texts } });
