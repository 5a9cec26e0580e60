/** What an actor may do with a review, as far as its pages show something or leave it out. */
import type { Actor } from '../access/actor.ts';
import { may, type Action } from '../access/may.ts';
import type { Database } from '../db/open.ts';
import { findReviewResource } from './resources.ts';

const asked = {
	seeReview: 'see-review',
	seePlan: 'see-plan',
	seeHistory: 'see-history',
	seeRecords: 'see-records',
	seeGivenRecords: 'see-given-records',
	seeStaffComments: 'see-staff-comments',
	openPlan: 'open-plan',
	editPlan: 'edit-plan',
	arrangeEvidence: 'arrange-evidence',
	openEvidence: 'open-evidence',
	gatherEvidence: 'gather-evidence',
	takeInAnswers: 'take-in-answers',
	adjudicate: 'adjudicate',
	writeConclusions: 'write-conclusions',
	giveJudgement: 'give-judgement',
	agreeJudgement: 'agree-judgement',
	seeModeration: 'see-moderation',
	workOnActions: 'work-on-actions',
	keepSelfCheck: 'keep-self-check',
	moveStage: 'move-stage',
	assignSections: 'assign-sections',
	seeComments: 'see-comments',
	comment: 'comment',
	seeAccuracy: 'see-accuracy',
	checkAccuracy: 'check-accuracy',
	answerAccuracy: 'answer-accuracy',
	seeSharing: 'see-sharing'
} as const satisfies Record<string, Action>;

export type Allowed = Readonly<Record<keyof typeof asked, boolean>>;

/** Nothing is allowed with a review that is not there. */
export function allowedIn(db: Database, actor: Actor, reviewId: string): Allowed {
	const resource = findReviewResource(db, reviewId);
	return Object.fromEntries(
		Object.entries(asked).map(([name, action]) => [
			name,
			resource !== null && may(actor, action, resource).yes
		])
	) as Allowed;
}
