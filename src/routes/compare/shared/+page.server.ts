import { listOwnShared } from '#lib/server/queries/sharing-page.ts';
import { worldOf } from '#lib/server/queries/world.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
	example: worldOf(locals.actor) === 'example',
	shared: listOwnShared(locals.db, locals.actor)
});
