/** Saves a table of figures over the one that is there. */
import { and, eq } from 'drizzle-orm';
import type { SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { figures } from '../db/schema/voices.ts';
import { findFigureRow, keptFigure, whyFigureClosed } from '../queries/figures.ts';
import { findReviewResource } from '../queries/resources.ts';
import { figureText } from './add-figure.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { checkedFigure, type FigureTexts } from './figure-texts.ts';
import { saveOver, type SaveAsked } from './save-over.ts';

/** Throws a Problem: not-found for what is not there or not the actor's to write; form-invalid, field by field. */
export function saveFigure(
	db: Database,
	by: By,
	asked: SaveAsked & FigureTexts & { review: string; source: string; figure: string }
): SaveResult {
	const { review, source, figure } = asked;
	return change(db, by, { action: 'open-evidence', of: () => findReviewResource(db, review) }, (note) => {
		const row = findFigureRow(db, review, source, figure);
		const closed = whyFigureClosed(db, review, row);
		if (closed) return { closed };
		const { texts, values } = checkedFigure(db, review, asked);
		const kept = keptFigure(db, row);
		const write = (version: number) => {
			db.update(figures)
				.set({ ...values, version, changedBy: authorOf(by.actor), changedAt: by.at })
				.where(and(eq(figures.sourceId, row.sourceId), eq(figures.slug, figure)))
				.run();
			note({
				verb: 'figure-saved',
				review,
				subject: source,
				facts: { version, figure },
				before: figureText(kept.texts as FigureTexts),
				after: figureText(texts)
			});
		};
		return saveOver(kept, texts, asked, write, by.at);
	});
}
