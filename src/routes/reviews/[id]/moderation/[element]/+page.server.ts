import { agreeTogether, giveOwn, judgeAgain, staysAsItIs } from '#lib/server/judging-actions.ts';
import { loadJudgingPanel } from '#lib/server/queries/judging-panel.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor }, params: { id, element } }) => ({
	panel: answered(() => loadJudgingPanel(db, actor, id, element))
});

export const actions: Actions = {
	own: giveOwn('element'),
	agree: agreeTogether('element'),
	again: judgeAgain('element'),
	stays: staysAsItIs('element')
};
