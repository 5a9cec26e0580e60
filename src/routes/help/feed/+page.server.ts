import { feedColumns } from '#lib/pages/feed-columns.ts';
import { may } from '#lib/server/access/may.ts';
import { installation } from '#lib/server/access/resource.ts';
import { ownAddress } from '#lib/server/secret-link.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => ({
	address: ownAddress(),
	columns: feedColumns,
	makesKeys: actor.kind === 'person' && may(actor, 'use-feed', installation).yes
});
