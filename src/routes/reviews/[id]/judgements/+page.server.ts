import { dayOf } from '#lib/pages/times.ts';
import { rateComponent } from '#lib/server/commands/rate-component.ts';
import { loadComponentPage } from '#lib/server/queries/component-page.ts';
import { loadReadinessTable } from '#lib/server/queries/readiness-table.ts';
import { loadThemeLines } from '#lib/server/queries/review-pages.ts';
import { findReview } from '#lib/server/queries/reviews.ts';
import { listKeptChecks } from '#lib/server/queries/self-checks.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor, at }, params, url }) => {
	const today = dayOf(at);
	const review = params.id;
	const judged = answered(() => findReview(db, review).kind === 'self-evaluation');
	const readiness = judged
		? loadReadinessTable(db, actor, { review, today, filters: url.searchParams.get('show') })
		: null;
	const selfChecks = listKeptChecks(db, review).map(({ code, title, result }) => ({
		...{ code, title, open: result.open },
		lookAt: result.lookAt.length
	}));
	if (!readiness)
		return { readiness: null, component: null, selfChecks, ...answered(() => loadThemeLines(db, review)) };
	const code = url.searchParams.get('component');
	return {
		readiness,
		selfChecks,
		component: code === null ? null : answered(() => loadComponentPage(db, actor, { review, code, today })),
		themes: [],
		steps: []
	};
};

export const actions: Actions = {
	rate: async ({ locals, params, request }) => {
		const form = await request.formData();
		return refused(form, () =>
			rateComponent(locals.db, locals, {
				review: params.id,
				element: textOf(form, 'element'),
				of: textOf(form, 'of') === 'howDoWeKnow' ? 'howDoWeKnow' : 'howWell',
				step: textOf(form, 'step'),
				from: textOf(form, 'from')
			})
		);
	}
};
