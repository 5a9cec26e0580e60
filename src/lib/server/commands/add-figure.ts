/** Adds a small table of performance data to a source. */
import { count, eq } from 'drizzle-orm';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { figures } from '../db/schema/voices.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSource } from '../queries/sources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { checkedFigure, type FigureTexts } from './figure-texts.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

/**
 * Returns its id. Throws a Problem: not-found for what is not there, closed, or not the actor's; form-invalid, also
 * for words that may name somebody and were not confirmed.
 */
export function addFigure(
	db: Database,
	by: By,
	asked: FigureTexts & { review: string; source: string; confirmed?: readonly string[] }
): string {
	const { review, confirmed } = asked;
	return change(db, by, { action: 'gather-evidence', of: () => findReviewResource(db, review) }, (note) => {
		const { key, id: source } = findSource(db, review, asked.source);
		const { texts, values } = checkedFigure(db, review, asked);
		refuseIdentifiers(texts, confirmed);
		const position = db.select({ rows: count() }).from(figures).where(eq(figures.sourceId, key)).get()!.rows;
		const slug = String(position + 1);
		db.insert(figures)
			.values({ ...values, sourceId: key, slug, position, changedBy: authorOf(by.actor), changedAt: by.at })
			.run();
		note({
			verb: 'figure-added',
			review,
			subject: source,
			facts: { figure: slug },
			after: figureText(texts)
		});
		return slug;
	});
}

/** As the trail keeps it. */
export const figureText = ({ title, unit, period, origin, table }: FigureTexts): string =>
	`${title} (${unit}, ${period}; ${origin})\n\n${table}`;
