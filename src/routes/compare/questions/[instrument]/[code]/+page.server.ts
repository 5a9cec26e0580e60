import { askedIn } from '#lib/server/compare-request.ts';
import { loadQuestionCompared } from '#lib/server/queries/compare-page.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor }, params: { instrument, code }, url }) => ({
	compared: answered(() => loadQuestionCompared(db, actor, { instrument, code, ...askedIn(url) }))
});
