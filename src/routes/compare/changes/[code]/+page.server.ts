import { releaseIn } from '#lib/server/compare-request.ts';
import { loadElementCompared } from '#lib/server/queries/compare-page.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor }, params: { code }, url }) => ({
	compared: answered(() => loadElementCompared(db, actor, { kind: 'changes', code, release: releaseIn(url) }))
});
