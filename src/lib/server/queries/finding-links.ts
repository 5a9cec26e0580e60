/** Reads what findings rest on, and what there is to choose from. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { deriveLinkChoices, type LinkChoices, type Paper } from '#lib/pages/link-choices.ts';
import type { KeptLink } from '#lib/pages/link-values.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { attachments } from '../db/schema/attachments.ts';
import { links } from '../db/schema/conclusions.ts';
import { loadInput, withoutHidden } from './review-pages.ts';
import { seesOf } from './visible-reviews.ts';

/** What is linked to a finding, in its order, whether or not it still counts. */
export function listKeptLinks(db: Database, reviewId: string, finding: string): KeptLink[] {
	return db
		.select()
		.from(links)
		.where(and(eq(links.reviewId, reviewId), eq(links.finding, finding)))
		.orderBy(asc(links.position))
		.all()
		.map(({ source, question, passage, record, figure, attachment }) => ({
			source,
			...(question !== null && { question }),
			...(passage !== null && { passage }),
			...(record !== null && { record }),
			...(figure !== null && { figure }),
			...(attachment !== null && { attachment })
		}));
}

/** Throws a not-found Problem. */
export function loadLinkChoices(db: Database, actor: Actor, reviewId: string): LinkChoices {
	const input = withoutHidden(db, actor, loadInput(db, reviewId));
	return deriveLinkChoices(input, listPapers(db, reviewId), seesOf(db, actor, reviewId));
}

/** The attachments of a review that count, each in its latest revision. */
function listPapers(db: Database, reviewId: string): Paper[] {
	const rows = db
		.select()
		.from(attachments)
		.where(and(eq(attachments.reviewId, reviewId), isNull(attachments.withdrawnAt)))
		.orderBy(asc(attachments.title))
		.all();
	const replaced = new Set(rows.map(({ replaces }) => replaces));
	return rows
		.filter(({ id }) => !replaced.has(id))
		.map(({ id, title, elements }) => ({ id, title, elements }));
}
