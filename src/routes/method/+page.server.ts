import { describeMethod } from '#lib/pages/method-page.ts';
import { loadLibrary } from '#lib/server/queries/library.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
	method: describeMethod(loadLibrary(locals.db, locals.actor))
});
