import { loadHomeExample } from '#lib/server/queries/home-example.ts';
import { loadOwnStart } from '#lib/server/queries/own-start.ts';
import { isDemo } from '#lib/server/sign-in/settings.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor, at } }) => {
	const example = loadHomeExample(db, actor);
	return {
		example,
		// Who is signed in finds their own start here, and nothing of the example.
		notice: actor.kind === 'person' ? null : (example?.notice ?? null),
		own: actor.kind === 'person' ? loadOwnStart(db, actor, at) : null,
		demo: actor.kind !== 'person' && isDemo()
	};
};
