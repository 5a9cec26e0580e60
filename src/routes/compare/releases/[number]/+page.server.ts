import { loadReleasePage } from '#lib/server/queries/releases-page.ts';
import { worldOf } from '#lib/server/queries/world.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	release: answered(() => loadReleasePage(locals.db, worldOf(locals.actor), Number(params.number)))
});
