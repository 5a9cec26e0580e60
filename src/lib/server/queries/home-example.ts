/** Reads the one number of the worked example that the home page follows from a record to an evaluation. */
import { locateElement } from '#lib/frameworks/lookup.ts';
import { deriveHomeExample, type HomeExample } from '#lib/pages/home-example.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { listAnswersTo } from './answers.ts';
import { listEvaluations, listFindings } from './conclusions.ts';
import { findDocument, listDocuments } from './documents.ts';
import { measureSource } from './measures.ts';
import { findReview } from './reviews.ts';
import { listSources } from './sources.ts';
import { maySee } from './visible-reviews.ts';

/** Whether the options were discussed: the heart of self-directed support. */
const shown = { review: 'south-lanarkshire-2018', source: 'assessed-files', question: 'C4' };

/** Null where the actor may not see the example, or it is here without this number. Records only for who sees them. */
export function loadHomeExample(db: Database, actor: Actor): HomeExample | null {
	if (!maySee(db, actor, shown.review)) return null;
	const review = findReview(db, shown.review);
	const summary = listSources(db, shown.review).find(({ id }) => id === shown.source);
	if (!summary || summary.instrument === null) return null;
	const instrument = findDocument(db, 'instrument', summary.instrument);
	const position = instrument.questions.findIndex(({ code }) => code === shown.question);
	const question = instrument.questions[position];
	const measure = measureSource(db, summary, review.quantityScale)[position];
	if (!question || !measure) return null;
	return deriveHomeExample({
		review,
		place: { key: shown, source: { ...summary, records: [] }, instrument, question, measure },
		scale: findDocument(db, 'quantity-scale', review.quantityScale),
		evaluationScale: findDocument(db, 'evaluation-scale', review.evaluationScale),
		records: maySee(db, actor, shown.review, 'see-records') ? listAnswersTo(db, summary.key, position) : [],
		theme: findTheme(db)
	});
}

/** The theme of the first finding that rests on the number, with its evaluation. */
function findTheme(db: Database) {
	const finding = listFindings(db, shown.review).find(({ links }) =>
		links.some(({ source, question }) => source === shown.source && question === shown.question)
	);
	const evaluation = listEvaluations(db, shown.review).find(({ element }) => element === finding?.element);
	const located = evaluation && locateElement(listDocuments(db, 'framework'), evaluation.element);
	return evaluation && located ? { element: located.element, evaluation } : null;
}
