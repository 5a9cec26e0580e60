/** Walks a review through its stages, so that it can be issued: what is missing on the way is made up. */
import { findFramework, elementsOfKind } from '#lib/frameworks/lookup.ts';
import { sectionElements } from '#lib/reports/derive-input.ts';
import type { By } from '#lib/server/commands/append-event.ts';
import { issueReview } from '#lib/server/commands/issue-review.ts';
import { moveStage } from '#lib/server/commands/move-stage.ts';
import type { Database } from '#lib/server/db/open.ts';
import { findings, judgements } from '#lib/server/db/schema/conclusions.ts';
import { readiness } from '#lib/server/db/schema/judging.ts';
import { listDocuments } from '#lib/server/queries/documents.ts';
import { findReviewRow } from '#lib/server/queries/plan.ts';
import { stageOf } from '#lib/server/queries/stages.ts';
import { nextStage } from '#lib/judgement/stages.ts';

/** Gives every theme an agreed evaluation and a finding, or every component a stage, where it has none yet. */
export function judgeTheRest(db: Database, by: By, review: string): void {
	const row = findReviewRow(db, review);
	const framework = findFramework(listDocuments(db, 'framework'), row.frameworks[0]!)!;
	const authorship = { changedBy: by.actor.kind === 'person' ? by.actor.id : 'operator', changedAt: by.at };
	const components = row.kind === 'self-evaluation' ? elementsOfKind(framework, 'core-component') : [];
	for (const { code: element } of components)
		db.insert(readiness)
			.values({ reviewId: review, element, howWell: 2, words: 'Begun in two teams.', ...authorship })
			.onConflictDoNothing()
			.run();
	if (components.length > 0) return;
	for (const [position, { code: element }] of sectionElements(framework).entries()) {
		db.insert(judgements)
			.values({ reviewId: review, element, step: 4, reason: 'Strengths, and things to mend.', ...authorship })
			.onConflictDoNothing()
			.run();
		db.insert(findings)
			.values({
				...{ reviewId: review, slug: `made-up-${element.toLowerCase()}`, position: 100 + position, element },
				...{ direction: 'strength' as const, weight: 'ordinary' as const, elements: [] },
				...{ heading: 'Made up', text: 'People are heard.', ...authorship }
			})
			.onConflictDoNothing()
			.run();
	}
}

/** Leaves the review at the last stage before it is issued. `by`: its lead. */
export function walkToChecking(db: Database, by: By, review: string): void {
	judgeTheRest(db, by, review);
	for (;;) {
		const from = stageOf(findReviewRow(db, review));
		const to = nextStage(from);
		if (to === null || to === 'issued') return;
		moveStage(db, by, { review, from, to, words: '' });
	}
}

/** What issuing asks for besides: each review takes what is asked of its kind, and leaves the rest. */
export const toIssue = { sure: true, role: 'Chief officer', words: 'We have read it and agree.' };

export function walkToIssue(db: Database, by: By, review: string): void {
	walkToChecking(db, by, review);
	issueReview(db, by, { review, ...toIssue });
}
