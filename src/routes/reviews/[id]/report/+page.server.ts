import { listToLookAgain } from '#lib/server/queries/look-again.ts';
import { loadReviewFrame } from '#lib/server/queries/review-pages.ts';
import { maySee } from '#lib/server/queries/visible-reviews.ts';
import { loadReport } from '#lib/server/queries/report.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

/** Evaluations of the draft whose evidence has changed since, for whoever can look at them again. */
function namesToLookAgain({ db, actor }: App.Locals, review: string) {
	if (!maySee(db, actor, review, 'open-conclusions')) return [];
	const { themes } = loadReviewFrame(db, review);
	return listToLookAgain(db, review).map(({ element }) => ({
		code: element,
		title: themes.find(({ code }) => code === element)?.title ?? `Component ${element}`
	}));
}

export const load: PageServerLoad = ({ locals, params }) => ({
	lookAgain: answered(() => namesToLookAgain(locals, params.id)),
	report: answered(() => loadReport(locals.db, params.id, new Date().toISOString().slice(0, 10)))
});
