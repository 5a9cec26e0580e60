/** What somebody who is signed in finds at the start: their reviews, what waits for them, and what to do next. */
import type { ReviewLine } from '#lib/pages/review-lines.ts';
import type { Person } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import { may } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { commentsAddress } from '#lib/pages/review-addresses.ts';
import { counted } from '#lib/reports/review-words.ts';
import { listOwnAssignments } from './assignments.ts';
import { listMentions } from './comments.ts';
import { countUnread } from './messages.ts';
import { loadOwnCommunity, type OwnCommunity } from './own-community.ts';
import { listOwnReading } from './given-records.ts';
import { listOwnReminders } from './own-reminders.ts';
import { listOwn as listOwnEntries, listWaiting as listSentEntries } from './practice-page.ts';
import { newestRelease, ownPartnerships } from './releases.ts';
import { loadReviewLines } from './review-pages.ts';
import { findOwnAccount, findWaysIn } from './sessions.ts';
import { loadStarting } from './starting.ts';
import { findVisit } from './visits.ts';
import { listVisibleReviews } from './visible-reviews.ts';
import { listWaiting } from './waiting.ts';

export type NextStep = { words: string; href: string };

export type OwnStart = {
	name: string;
	reviews: Pick<ReviewLine, 'id' | 'title' | 'kind' | 'partnership' | 'period'>[];
	/** Lists of records that were given to them to read, of reviews that they see nothing else of; null: none yet. */
	reading: { review: string; title: string; of: string | null; href: string | null }[];
	next: NextStep[];
	community: OwnCommunity | null;
};

/** `at`: the time now, ISO 8601. */
export function loadOwnStart(db: Database, person: Person, at: string): OwnStart {
	const reading = readingLists(db, person);
	const reviews = loadReviewLines(db, person)
		.filter(({ example }) => person.demo || !example)
		.map(({ id, title, kind, partnership, period }) => ({ id, title, kind, partnership, period }));
	return {
		name: person.name,
		reviews,
		reading: reading.filter(({ review }) => !reviews.some(({ id }) => id === review)),
		next: nextSteps(db, person, at, reading),
		community: loadOwnCommunity(db, person)
	};
}

const readingLists = (db: Database, person: Person): OwnStart['reading'] =>
	listOwnReading(db, person).flatMap(({ review, title, given }): OwnStart['reading'] =>
		given.length === 0
			? [{ review, title, of: null, href: null }]
			: given.map(({ source, title: of }) => ({
					review,
					title,
					of,
					href: `/reviews/${review}/evidence/${source}/read`
				}))
	);

function nextSteps(db: Database, person: Person, at: string, reading: OwnStart['reading']): NextStep[] {
	const { duties, memberships } = listWaiting(db, person.id, at);
	const questions = duties.length + memberships.length;
	const given = reading.filter((each): each is typeof each & { href: string } => each.href !== null);
	const account = findOwnAccount(db, person.id);
	const administrator = may(person, 'see-administration', installation).yes;
	const steps: (NextStep | false)[] = [
		questions > 0 && {
			words: questions === 1 ? 'Answer an invitation' : `Answer ${questions} invitations`,
			href: '/account/waiting'
		},
		...listOwnReminders(db, person, at),
		...saidTo(db, person),
		...messagesTo(db, person),
		...sentToEditors(db, person),
		...returnedEntries(db, person),
		...listOwnAssignments(db, person, at).map(({ name, title, href, dueWords, overdue }) => ({
			words: `${name}, in “${title}”${dueWords ? `, by ${dueWords}` : ''}${overdue ? ': overdue' : ''}`,
			href
		})),
		...given.map(({ of, href }) => ({
			words:
				given.length === 1
					? 'Read the records that were given to you'
					: `Read the records that were given to you: ${of}`,
			href
		})),
		administrator && { words: 'Invite people and give them roles', href: '/admin/organisations' },
		...besideOthers(db, person),
		loadStarting(db, person).organisations.length > 0 && { words: 'Start a review', href: '/reviews/new' },
		account?.secondFactor === false &&
			findWaysIn(db, person.id).password && {
				words: 'Turn on a second factor for your account',
				href: '/account/second-factor'
			}
	];
	return steps.filter((step) => step !== false);
}

/** Where one's partnership stands in the newest release. */
function besideOthers(db: Database, person: Person): NextStep[] {
	const [own] = ownPartnerships(db, person);
	const newest = may(person, 'see-releases', installation).yes ? newestRelease(db, person) : null;
	if (!own || !newest) return [];
	return [{ words: `See ${own.name} beside others, in “${newest.title}”`, href: '/compare' }];
}

/** What was said to somebody in reviews that they have not opened since. */
function saidTo(db: Database, person: Person): NextStep[] {
	return listVisibleReviews(db, person, 'see-comments').flatMap(({ id, title }) => {
		const since = findVisit(db, id, person.id)?.nowAt ?? '';
		const said = listMentions(db, person, id, since).length;
		if (said === 0) return [];
		const words = `Read ${counted(said, 'comment')} to you in “${title}”`;
		return [{ words, href: `${commentsAddress(id)}?to=me` }];
	});
}

/** What was sent to the editors and none of them has read, for those who are one. */
function sentToEditors(db: Database, person: Person): NextStep[] {
	if (!may(person, 'edit-practice', installation).yes) return [];
	const sent = listSentEntries(db, person).length;
	if (sent === 0) return [];
	const words = `Read ${sent === 1 ? '1 entry' : `${sent} entries`} sent to the editors of practice`;
	return [{ words, href: '/practice/editing' }];
}

/** What an editor returned to one's organisations, with what is to be mended. */
const returnedEntries = (db: Database, person: Person): NextStep[] =>
	listOwnEntries(db, person)
		.filter(({ returned }) => returned)
		.map(({ id, title }) => ({
			words: `Mend “${title}”, which an editor returned`,
			href: `/practice/${id}`
		}));

/** What other organisations wrote to one's own and nobody there has opened. */
function messagesTo(db: Database, person: Person): NextStep[] {
	const unread = countUnread(db, person);
	return unread === 0
		? []
		: [{ words: `Read ${counted(unread, 'message')} from other organisations`, href: '/practice/messages' }];
}
