import { listStandards } from '#lib/pages/standard-page.ts';
import { loadLibrary } from '#lib/server/queries/library.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => listStandards(loadLibrary(locals.db, locals.actor));
