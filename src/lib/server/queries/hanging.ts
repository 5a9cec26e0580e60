/** Reads what hangs on the standards and the change map for whoever looks: what is shared and asked, and the last release. */
import type { National } from '#lib/pages/national-picture.ts';
import type { Shared } from '#lib/pages/hanging.ts';
import type { Actor } from '../access/actor.ts';
import { may } from '../access/may.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { listDocuments } from './documents.ts';
import { listPublished, toLines } from './entries.ts';
import { newestRelease } from './releases.ts';
import { listTopics } from './topics.ts';
import { worldOf } from './world.ts';

/** Of the actor's world, newest first; nothing for who is not a member: these pages are open to everybody. */
export function listShared(db: Database, actor: Actor): Shared {
	if (!may(actor, 'see-practice', installation).yes) return { entries: [], topics: [] };
	return {
		entries: toLines(db, actor, listPublished(db, actor)).map(
			({ id, kind, title, whose, publisher, elements }) => ({
				...{ id, kind, title, whose, publisher, elements }
			})
		),
		topics: listTopics(db, actor).map(({ id, title, whose, closedAt, answers, elements }) => ({
			...{ id, title, whose, closedAt, answers, elements }
		}))
	};
}

/** The newest release of the actor's world; null without one, or for who may not see it. */
export function findNational(db: Database, actor: Actor): National | null {
	if (!may(actor, 'see-releases', installation).yes) return null;
	const newest = newestRelease(db, actor);
	const [scale] = listDocuments(db, 'readiness');
	if (!newest || !scale) return null;
	return {
		number: newest.number,
		release: newest.release,
		stages: scale.howWell.map(({ name }) => name)
	};
}

/** Whether anything that is made up stands among it: the pages of the example say so. */
export const isInvented = (actor: Actor, { entries, topics }: Shared, national: National | null): boolean =>
	worldOf(actor) === 'example' &&
	(national !== null || topics.length > 0 || entries.some(({ whose }) => whose !== null));

/** Whether the actor may share something, or ask all others. */
export const joinsIn = (actor: Actor): boolean => may(actor, 'join-in', installation).yes;
