import { worldOf } from '#lib/server/queries/world.ts';
import type { LayoutServerLoad } from './$types';

/** In the example every page here says that what stands on it is made up. */
export const load: LayoutServerLoad = ({ locals }) => ({ invented: worldOf(locals.actor) === 'example' });
