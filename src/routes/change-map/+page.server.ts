import { loadMapPage } from '#lib/server/queries/living-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => loadMapPage(locals.db, locals.actor);
