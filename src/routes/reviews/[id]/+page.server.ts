import { listAssignments } from '#lib/server/queries/assignments.ts';
import { loadReviewOverview } from '#lib/server/queries/review-pages.ts';
import { loadTasks } from '#lib/server/queries/review-tasks.ts';
import { loadSinceVisit } from '#lib/server/queries/since-visit.ts';
import { loadStage } from '#lib/server/queries/stages.ts';
import { findLast } from '#lib/server/queries/last-review.ts';
import { listTeam } from '#lib/server/queries/team.ts';
import { maySee } from '#lib/server/queries/visible-reviews.ts';
import { listToLookAt } from '#lib/server/queries/to-look-at.ts';
import { visitReview } from '#lib/server/visit.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const { db, actor, at } = locals;
	const { id } = params;
	const overview = answered(() => loadReviewOverview(db, id));
	const seesPlan = maySee(db, actor, id, 'see-plan');
	// Noted first: what is new is told from the visit before this one.
	visitReview(db, actor, id, at);
	return {
		overview,
		stage: loadStage(db, id),
		tasks: loadTasks(db, actor, id, overview, at),
		last: findLast(db, actor, id),
		toLookAt: listToLookAt(db, actor, id),
		since: loadSinceVisit(db, actor, id, at),
		me: actor.kind === 'person' ? actor.id : null,
		team: seesPlan ? listTeam(db, id).filter(({ standing }) => standing === 'confirmed') : [],
		assignments: seesPlan ? listAssignments(db, id, at.slice(0, 10)) : []
	};
};
