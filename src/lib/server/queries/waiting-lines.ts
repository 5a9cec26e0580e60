/** What waits for a person's yes or no, as questions on a page. */
import type { WaitingLine } from '#lib/pages/waiting-line.ts';
import type { Actor } from '../access/actor.ts';
import { aDuty, aRole, dutyWords } from '../access/role-words.ts';
import type { Database } from '../db/open.ts';
import { listWaiting } from './waiting.ts';

/** Empty for whoever is not signed in. `at`: the time now, ISO 8601. */
export function listWaitingLines(db: Database, actor: Actor, at: string): WaitingLine[] {
	if (actor.kind !== 'person') return [];
	const { duties, memberships } = listWaiting(db, actor.id, at);
	return [
		...duties.map(({ id, duty, title, from, organisation }) => ({
			kind: 'duty' as const,
			id,
			asked: `Will you be ${aDuty(duty)} of “${title}” (${from.slice(0, 4)})?`,
			by: organisation && `${organisation} asks: ${aDuty(duty)} ${dutyWords[duty].is}.`
		})),
		...memberships.map(({ id, role, organisation }) => ({
			kind: 'membership' as const,
			id,
			asked: `Will you be ${aRole(role)} of ${organisation} as well?`,
			by: null
		}))
	];
}
