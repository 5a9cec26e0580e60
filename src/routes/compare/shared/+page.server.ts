import { listOwnReleased } from '#lib/server/queries/own-released.ts';
import { listOwnShared } from '#lib/server/queries/sharing-page.ts';
import { worldOf } from '#lib/server/queries/world.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor } }) => {
	const shared = listOwnShared(db, actor);
	return {
		example: worldOf(actor) === 'example',
		shared,
		released: shared.length === 0 ? listOwnReleased(db, actor) : []
	};
};
