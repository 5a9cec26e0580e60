/** Saves what is written about a source: what it is called, who was heard, how they were drawn, when, whose. */
import { eq } from 'drizzle-orm';
import { sampleMismatch } from '#lib/measures/sample-mismatch.ts';
import type { SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { samples, sources } from '../db/schema/evidence.ts';
import { FormProblem } from '../problems.ts';
import { findReviewResource } from '../queries/resources.ts';
import { countSourceRecords, findSourceRow, keptSource, whySourceClosed } from '../queries/source-editor.ts';
import { refuseTitle } from './add-source.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { saveOver, type SaveAsked } from './save-over.ts';
import { checkedSource, type SourceTexts } from './source-texts.ts';

/** What the form of its kind has no field for stays as it is. */
export type SourceAsked = SaveAsked & Partial<SourceTexts> & { review: string; source: string };

/**
 * Of a sample that Cairn drew, the design and the size of the frame stay as they were drawn. Throws a Problem:
 * not-found for what is not there or what the actor may not arrange; form-invalid, field by field, also for a sample
 * that contradicts the records there are.
 */
export function saveSource(db: Database, by: By, asked: SourceAsked): SaveResult {
	const { review, source: slug } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'open-plan', of }, (note) => {
		const { row, sample: drawn } = findSourceRow(db, review, slug);
		const closed = whySourceClosed(db, row);
		if (closed) return { closed };
		const kept = keptSource(db, row, drawn);
		const { design, frameSize } = kept.texts;
		const written = { ...kept.texts, ...asked, ...(drawn.drawn && { design, frameSize }) };
		const { texts, source, sample } = checkedSource(written);
		// The sizes of strata belong to a stratified sample and go with it.
		const strata = sample.design === 'stratified' ? drawn.strata : null;
		const mismatch = sampleMismatch({ ...sample, strata }, countSourceRecords(db, row.id));
		if (mismatch) throw new FormProblem({ frameSize: mismatch });
		const others = db.select().from(sources).where(eq(sources.reviewId, review)).all();
		if (texts.title !== kept.texts.title)
			refuseTitle(
				texts.title,
				others.filter(({ id }) => id !== row.id)
			);
		const write = (version: number) => {
			db.update(sources)
				.set({ ...source, version, changedBy: authorOf(by.actor), changedAt: by.at })
				.where(eq(sources.id, row.id))
				.run();
			db.update(samples)
				.set({ ...sample, strata })
				.where(eq(samples.sourceId, row.id))
				.run();
			const [before, after] = [said(kept.texts), said(texts)];
			note({ verb: 'source-saved', review, subject: slug, facts: { version }, before, after });
		};
		return saveOver(kept, texts, asked, write, by.at);
	});
}

/** What is written of a source as the trail keeps it. */
const said = (texts: SourceTexts) =>
	Object.values(texts)
		.filter((text) => text !== '')
		.join('\n');
