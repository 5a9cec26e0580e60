/** The improvement actions that somebody is reminded of, in all reviews that they see. */
import { and, eq, isNull } from 'drizzle-orm';
import { remindersOf, reminderWords } from '#lib/improvement/reminders.ts';
import { dayOf } from '#lib/pages/times.ts';
import type { Person } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { actions } from '../db/schema/improving.ts';
import { listActions } from './actions.ts';
import { maySee } from './visible-reviews.ts';

export type OwnReminder = { words: string; href: string };

/** What is overdue or due within 30 days, the longest overdue first. `at`: the time now, ISO 8601. */
export function listOwnReminders(db: Database, person: Person, at: string): OwnReminder[] {
	const own = db
		.select({ review: actions.reviewId, slug: actions.slug })
		.from(actions)
		.where(and(eq(actions.ownerPerson, person.id), isNull(actions.withdrawnAt)))
		.all();
	const reviews = [...new Set(own.map(({ review }) => review))].filter((review) =>
		maySee(db, person, review, 'work-on-actions')
	);
	return reviews
		.flatMap((review) => {
			const mine = own.filter((each) => each.review === review).map(({ slug }) => slug);
			const theirs = listActions(db, review).filter(({ id }) => mine.includes(id));
			return remindersOf(theirs, dayOf(at)).map((reminder) => ({ review, reminder }));
		})
		.filter(({ reminder }) => reminder.why === 'overdue' || reminder.why === 'due-soon')
		.sort((a, b) => a.reminder.days! - b.reminder.days!)
		.map(({ review, reminder }) => ({
			words: `${reminder.title}: ${reminderWords(reminder)}`,
			href: `/reviews/${review}/plan-of-action/${reminder.action}`
		}));
}
