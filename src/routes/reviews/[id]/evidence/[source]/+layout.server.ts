import { findSourcePlace } from '#lib/server/queries/source-place.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, params }) => ({
	sourcePlace: answered(() => findSourcePlace(locals.db, params.id, params.source))
});
