import { listConversations } from '#lib/server/queries/messages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor } }) => ({
	conversations: listConversations(db, actor)
});
