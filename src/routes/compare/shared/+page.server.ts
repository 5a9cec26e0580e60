import { listOwnShared } from '#lib/server/queries/sharing-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ shared: listOwnShared(locals.db, locals.actor) });
