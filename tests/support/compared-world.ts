/**
 * A served Cairn in which two releases are published: somebody of partnership A who lies low on positive risk, somebody
 * of a national body, and what one of the named partnerships shared. All of it is invented but for the codes.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCairn } from '#lib/server/open-cairn.ts';
import type { Database } from '#lib/server/db/open.ts';
import { entries } from '#lib/server/db/schema/community.ts';
import { releases } from '#lib/server/db/schema/comparing.ts';
import { listPlaces } from '#lib/server/queries/partnerships.ts';
import { comparedRelease, type Member } from './compared-release.ts';
import { addOrganisation, addPerson } from './people.ts';
import { serveCairn } from './served.ts';

export const password = 'six geese a-laying';

export type ComparedWorld = {
	address: string;
	folder: string;
	members: Member[];
	/** Ids of people: a member, a lead in a partnership that shares nothing, a member of the national body. */
	people: { mairi: string; ewan: string; nell: string };
	stop: () => Promise<void>;
};

/** Real partnerships in the places of those of the release, by name; the last of all share nothing. */
function membersOf(db: Database): { sharing: Member[]; silent: Member } {
	const places = listPlaces(db, 'real').map(({ code, name, family }) => ({ code, name, family }));
	return { sharing: places.slice(0, 24), silent: places[30]! };
}

export async function serveCompared(): Promise<ComparedWorld> {
	const folder = mkdtempSync(join(tmpdir(), 'cairn-compared-'));
	const db = openCairn(folder, new Date().toISOString());
	const { sharing, silent } = publishCompared(db);
	const organisation = ({ code, name }: Member, id: string) =>
		addOrganisation(db, { id, kind: 'partnership', name, partnership: code });
	addOrganisation(db, { id: 'host', kind: 'national-body', name: 'The national body', host: true });
	organisation(sharing[0]!, 'ours');
	organisation(sharing[8]!, 'strong');
	organisation(silent, 'silent');
	const people = {
		mairi: await addPerson(db, {
			...{ name: 'Màiri Grant', email: 'mairi@example.org', password },
			memberships: [{ organisation: 'ours', role: 'community-member' }]
		}),
		ewan: await addPerson(db, {
			...{ name: 'Ewan Reid', email: 'ewan@example.org' },
			memberships: [{ organisation: 'silent', role: 'partnership-lead' }]
		}),
		nell: await addPerson(db, {
			...{ name: 'Nell Hume', email: 'nell@example.org' },
			memberships: [{ organisation: 'host', role: 'community-member' }]
		})
	};
	await addPerson(db, {
		...{ name: 'Iain Ross', email: 'iain@example.org' },
		memberships: [{ organisation: 'strong', role: 'partnership-lead' }]
	});
	shareRiskTalks(db, 'strong');
	db.$client.close();
	const served = await serveCairn({ CAIRN_DATA: folder });
	return {
		address: served.address,
		folder,
		members: sharing,
		people,
		stop: async () => {
			await served.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Publishes both releases in a database with the documents; gives whose they are. */
export function publishCompared(db: Database): { sharing: Member[]; silent: Member } {
	const members = membersOf(db);
	const among = members.sharing;
	const first = comparedRelease({ year: 0, among });
	const second = comparedRelease({ year: 1, among }, [first.grounds]);
	for (const [at, { release, grounds }] of [first, second].entries()) {
		const { title, from, to } = release;
		const document = JSON.stringify(release);
		const digest = createHash('sha256').update(document).digest('hex');
		db.insert(releases)
			.values({
				...{ number: at + 1, example: false, title, from, to, digest, document },
				grounds: JSON.stringify(grounds),
				...{ publishedBy: 'operator', publishedAt: `${2025 + at}-05-01T09:00:00.000Z` }
			})
			.run();
	}
	return members;
}

/** Puts practice on component 8.3 there, published, of an organisation. */
export function shareRiskTalks(db: Database, organisationId: string): void {
	const at = new Date().toISOString();
	db.insert(entries)
		.values({
			...{
				id: `risk-talks-${organisationId}`,
				kind: 'practice',
				organisationId,
				title: 'Talking over risk in pairs'
			},
			...{ texts: { did: 'We talk risks over in pairs.' }, links: [], elements: ['8.3'], careGroups: [] },
			...{ contact: true, state: 'published', writtenBy: 'operator', publishedAt: at },
			...{ changedBy: 'operator', changedAt: at }
		})
		.run();
}
