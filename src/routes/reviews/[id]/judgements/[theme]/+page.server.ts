import { loadThemeAttachments } from '#lib/server/queries/attachments.ts';
import { listWithdrawnFindings } from '#lib/server/queries/findings.ts';
import { loadThemePage } from '#lib/server/queries/review-pages.ts';
import { maySee } from '#lib/server/queries/visible-reviews.ts';
import { answered } from '#lib/server/web-problems.ts';
import { agreeTogether, giveOwn, judgeAgain, staysAsItIs } from '#lib/server/judging-actions.ts';
import { loadJudgingPanel } from '#lib/server/queries/judging-panel.ts';
import { loadStandardJudgement } from '#lib/server/queries/standard-judgement.ts';
import { dayOf } from '#lib/pages/times.ts';
import { findReview } from '#lib/server/queries/reviews.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor, at }, params: { id, theme } }) => ({
	theme: answered(() => loadThemePage(db, actor, id, theme)),
	// Of a standard nothing is judged as a whole.
	panel: answered(() =>
		findReview(db, id).kind === 'thematic-review' ? loadJudgingPanel(db, actor, id, theme) : null
	),
	standard: answered(() => loadStandardJudgement(db, { review: id, code: theme, today: dayOf(at) })),
	attachments: loadThemeAttachments(db, actor, id, theme, at.slice(0, 10)),
	withdrawn: maySee(db, actor, id, 'open-conclusions') ? listWithdrawnFindings(db, id, theme) : []
});

export const actions: Actions = {
	own: giveOwn('theme'),
	agree: agreeTogether('theme'),
	again: judgeAgain('theme'),
	stays: staysAsItIs('theme')
};
