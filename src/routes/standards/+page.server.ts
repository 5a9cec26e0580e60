import { loadStandardsPage } from '#lib/server/queries/living-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => loadStandardsPage(locals.db, locals.actor);
