import { listDefinitions } from '#lib/pages/definitions.ts';
import { loadLibrary } from '#lib/server/queries/library.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	listDefinitions(loadLibrary(locals.db, locals.actor).frameworks);
