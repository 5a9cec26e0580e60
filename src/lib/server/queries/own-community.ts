/** What is new in the community, for the start of somebody who is signed in: what others shared, and open questions. */
import { kindWords } from '#lib/practice/entry-parts.ts';
import { counted } from '#lib/reports/review-words.ts';
import type { Person } from '../access/actor.ts';
import { may } from '../access/may.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { listPublished, toLines } from './entries.ts';
import { listTopics } from './topics.ts';
import { worldOf } from './world.ts';
import { isOwnOf, listWritingFor } from './writing-for.ts';

/** One of a list; `about`: by whose and what it is, in words. */
export type CommunityLine = { title: string; href: string; about: string };
export type OwnCommunity = {
	/** All of it is of the example world. */
	example: boolean;
	shared: CommunityLine[];
	asked: CommunityLine[];
	/** Whether they may share something in the name of an organisation. */
	shares: boolean;
};

/** So many of each, the newest first. */
const most = 3;

/** Null for who is not of the community. */
export function loadOwnCommunity(db: Database, person: Person): OwnCommunity | null {
	if (!may(person, 'see-practice', installation).yes) return null;
	const others = listPublished(db, person).filter(
		({ organisationId }) => organisationId !== null && !isOwnOf(db, person, organisationId)
	);
	const open = listTopics(db, person).filter(({ closedAt }) => closedAt === null);
	return {
		example: worldOf(person) === 'example',
		shares: listWritingFor(db, person).length > 0,
		shared: toLines(db, person, others.slice(0, most)).map(({ id, title, kind, whose }) => ({
			...{ title, href: `/practice/${id}` },
			about: [kindWords[kind].one, whose].filter(Boolean).join(' · ')
		})),
		asked: open.slice(0, most).map(({ id, title, whose, answers }) => ({
			...{ title, href: `/practice/topics/${id}` },
			about: [whose, answers === 0 ? 'no answer yet' : counted(answers, 'answer')].filter(Boolean).join(' · ')
		}))
	};
}
