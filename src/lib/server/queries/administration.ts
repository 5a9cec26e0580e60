/** What an administrator looks after, each as a link with a line of how it stands. */
import { count, desc, inArray } from 'drizzle-orm';
import { dayOf } from '#lib/pages/times.ts';
import { longDate } from '#lib/reports/dates.ts';
import type { Actor } from '../access/actor.ts';
import { may } from '../access/may.ts';
import { kindWords } from '../access/role-words.ts';
import { installation } from '../access/resource.ts';
import { backupsFolder, listBackups } from '../backup/kept-backups.ts';
import type { Database } from '../db/open.ts';
import { events } from '../db/schema/trail.ts';
import { keptFolder } from '../project-root.ts';
import { countPeople, listOrganisations, type ListedOrganisation } from './organisations.ts';
import { listDrafts } from './release-drafts.ts';
import { listReleasesOf } from './releases.ts';
import { findSetting } from './settings.ts';

export type AdministrationLine = { href: string; name: string; state: string };

/** `at`: the time now, ISO 8601. */
export function loadAdministration(db: Database, actor: Actor, at: string): AdministrationLine[] {
	const organisations = listOrganisations(db, actor, at);
	const host = may(actor, 'look-after-installation', installation).yes;
	return [
		...(host ? [organisationsLine(db, organisations)] : organisations.map(organisationLine)),
		{ href: '/admin/audit', name: 'Audit trail', state: trailState(db, host ? null : organisations) },
		...(host
			? [
					{ href: '/admin/releases', name: 'Releases', state: releasesState(db) },
					{ href: '/admin/backups', name: 'Backups', state: backupState() },
					{
						href: '/admin/retention',
						name: 'Retention',
						state: retentionState(db)
					}
				]
			: [])
	];
}

/** Somebody who belongs to several organisations, or has several roles in one, is one person. */
function organisationsLine(db: Database, organisations: readonly ListedOrganisation[]): AdministrationLine {
	const people = countPeople(
		db,
		organisations.map(({ id }) => id)
	);
	const links = organisations.reduce((total, each) => total + each.waiting, 0);
	const state = `${counted(organisations.length, 'organisation')}, ${countedPeople(people)}${waiting(links)}`;
	return { href: '/admin/organisations', name: 'Organisations and people', state };
}

const organisationLine = ({
	id,
	name,
	kind,
	people,
	waiting: links
}: ListedOrganisation): AdministrationLine => ({
	href: `/admin/organisations/${id}`,
	name: `People of ${name}`,
	state: `${kindWords[kind]} with ${countedPeople(people)}${waiting(links)}`
});

const waiting = (links: number) => (links === 0 ? '' : `; ${counted(links, 'link')} not used yet`);
const countedPeople = (number: number) => (number === 1 ? '1 person' : `${number} people`);
const counted = (number: number, of: string) => `${number} ${of}${number === 1 ? '' : 's'}`;

/** `only`: the organisations whose events count; null for all. */
function trailState(db: Database, only: readonly ListedOrganisation[] | null): string {
	const own = only
		? inArray(
				events.organisation,
				only.map(({ id }) => id)
			)
		: undefined;
	const total = db.select({ events: count() }).from(events).where(own).get()?.events ?? 0;
	const last = db.select({ at: events.at }).from(events).where(own).orderBy(desc(events.id)).get();
	return last ? `${counted(total, 'event')}, the last on ${longDate(last.at.slice(0, 10))}` : 'No events yet';
}

function backupState(): string {
	const [newest, ...others] = listBackups(backupsFolder(keptFolder()));
	if (!newest) return 'None yet';
	return `${counted(others.length + 1, 'backup')}, the newest of ${longDate(newest.at.slice(0, 10))}, verified`;
}

function releasesState(db: Database): string {
	const waiting = listDrafts(db).filter(({ state }) => state === 'made').length;
	const toLookAt = waiting === 0 ? '' : `; ${counted(waiting, 'release')} to be looked at`;
	const [newest] = listReleasesOf(db, 'real');
	if (!newest) return `None published yet${toLookAt}`;
	return `Release ${newest.number} was published on ${longDate(dayOf(newest.publishedAt))}${toLookAt}`;
}

function retentionState(db: Database): string {
	const years = findSetting(db, 'retention-years');
	return typeof years === 'number'
		? `Records and free text are erased ${counted(years, 'year')} after a review was issued`
		: 'Nothing is erased by itself';
}
