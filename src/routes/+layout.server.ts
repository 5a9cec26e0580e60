import { installation } from '#lib/server/access/resource.ts';
import { may } from '#lib/server/access/may.ts';
import type { LayoutServerLoad } from './$types';

/** Who is here, for the head of every page. */
export const load: LayoutServerLoad = ({ locals: { actor } }) => ({
	person:
		actor.kind === 'person'
			? {
					id: actor.id,
					name: actor.name,
					demo: actor.demo,
					administrator: may(actor, 'see-administration', installation).yes
				}
			: null,
	/** Nobody has an account: the example is open to look round. */
	exploring: actor.kind === 'visitor' && actor.exploring
});
