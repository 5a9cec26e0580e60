import { reviewPlace } from '#lib/components/review-place.ts';
import { aboutOf } from '#lib/components/about-page.ts';
import { allowedIn } from '#lib/server/queries/allowed.ts';
import { loadComments } from '#lib/server/queries/comments.ts';
import { listGivenTo } from '#lib/server/queries/given-records.ts';
import { loadReviewFrame } from '#lib/server/queries/review-pages.ts';
import { findErasedNotice } from '#lib/server/queries/retention.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, params, route }) => {
	const { review, themes } = answered(() => loadReviewFrame(locals.db, params.id));
	const may = allowedIn(locals.db, locals.actor, params.id);
	const about = aboutOf(route.id, params, review.kind);
	return {
		comments: about === null ? null : loadComments(locals.db, locals.actor, params.id, about),
		place: reviewPlace(
			review,
			{
				review: may.seeReview,
				plan: may.seePlan,
				moderation: may.seeModeration,
				history: may.seeHistory
			},
			may.seeReview ? [] : listGivenTo(locals.db, locals.actor, params.id)
		),
		notice: review.notice,
		review: { id: review.id, title: review.title, kind: review.kind },
		may,
		erased: findErasedNotice(locals.db, params.id),
		themeCodes: themes.map(({ code }) => code)
	};
};
