/** Reads which sections of a review were given to whom, by when, and whether they are done. */
import { and, asc, eq } from 'drizzle-orm';
import { themeAddress } from '#lib/pages/review-addresses.ts';
import type { StageFacts } from '#lib/judgement/stages.ts';
import { longDate } from '#lib/reports/dates.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { people } from '../db/schema/people.ts';
import { assignments } from '../db/schema/staging.ts';
import { findReviewRow } from './plan.ts';
import { loadReviewFrame } from './review-pages.ts';
import { loadStageFacts, stageOf } from './stages.ts';
import { listVisibleReviews } from './visible-reviews.ts';

export type Section = { section: string; name: string; href: string };

/** What of a review can be given to somebody: its plan, its evidence, every theme or standard, its report. */
export function listSections(db: Database, review: string): Section[] {
	const home = `/reviews/${review}`;
	const { themes } = loadReviewFrame(db, review);
	const kind = findReviewRow(db, review).kind === 'thematic-review' ? 'Theme' : 'Standard';
	return [
		{ section: 'plan', name: 'The plan', href: `${home}/plan` },
		{ section: 'evidence', name: 'The evidence', href: `${home}/evidence` },
		...themes.map(({ code, title }) => ({
			section: code,
			name: `${kind} ${code.replace(/^[A-Z]+(?=\d)/, '')}, ${title}`,
			href: themeAddress(review, code)
		})),
		{ section: 'report', name: 'The report', href: `${home}/report` }
	];
}

export type Assignment = Section & {
	id: string;
	person: string;
	who: string;
	/** YYYY-MM-DD, and in words. */
	due: string | null;
	dueWords: string | null;
	done: boolean;
	overdue: boolean;
};

/** By the day on which they are due, those without one last. `today`: YYYY-MM-DD. `person`: only theirs. */
export function listAssignments(db: Database, review: string, today: string, person?: string): Assignment[] {
	const rows = db
		.select({
			id: assignments.id,
			section: assignments.section,
			due: assignments.due,
			person: people.id,
			who: people.name
		})
		.from(assignments)
		.innerJoin(people, eq(people.id, assignments.personId))
		.where(
			and(
				eq(assignments.reviewId, review),
				person === undefined ? undefined : eq(assignments.personId, person)
			)
		)
		.orderBy(asc(people.name), asc(people.id))
		.all();
	if (rows.length === 0) return [];
	const sections = listSections(db, review);
	const facts = loadStageFacts(db, review);
	const stage = stageOf(findReviewRow(db, review));
	return sections
		.flatMap((section) =>
			rows
				.filter((row) => row.section === section.section)
				.map((row): Assignment => {
					const done = stage === 'issued' || isDone(section.section, facts, stage);
					const overdue = !done && row.due !== null && row.due < today;
					const dueWords = row.due === null ? null : longDate(row.due);
					return { ...section, ...row, dueWords, done, overdue };
				})
		)
		.sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : (a.due ?? '9') > (b.due ?? '9') ? 1 : 0));
}

function isDone(section: string, facts: StageFacts, stage: string): boolean {
	if (section === 'plan') return stage !== 'planning';
	if (section === 'evidence') return facts.sources > 0 && facts.sourcesIn === facts.sources;
	if (section === 'report') return false;
	const number = section.replace(/^[A-Z]+(?=\d)/, '');
	const here = [...facts.judged, ...(facts.developing ?? [])].filter(
		({ name }) => name.endsWith(` ${number}`) || name.startsWith(`${number}.`)
	);
	return here.length > 0 && here.every(({ done }) => done);
}

export type OwnAssignment = Assignment & { review: string; title: string };

/** What was given to whoever looks and is not done yet, in every review that they see. `at`: the time now, ISO 8601. */
export function listOwnAssignments(db: Database, actor: Actor, at: string): OwnAssignment[] {
	if (actor.kind !== 'person') return [];
	const mine = db
		.selectDistinct({ review: assignments.reviewId })
		.from(assignments)
		.where(eq(assignments.personId, actor.id))
		.all();
	if (mine.length === 0) return [];
	return listVisibleReviews(db, actor)
		.filter(({ id }) => mine.some(({ review }) => review === id))
		.flatMap(({ id, title }) =>
			listAssignments(db, id, at.slice(0, 10), actor.id)
				.filter(({ done }) => !done)
				.map((assignment) => ({ ...assignment, review: id, title }))
		);
}
