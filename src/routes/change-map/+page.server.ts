import { describeChangeMap } from '#lib/pages/change-page.ts';
import { loadLibrary } from '#lib/server/queries/library.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
	map: describeChangeMap(loadLibrary(locals.db, locals.actor))
});
