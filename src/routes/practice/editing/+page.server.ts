import { listReturned, listWaiting } from '#lib/server/queries/practice-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, actor } }) => ({
	waiting: listWaiting(db, actor),
	returned: listReturned(db, actor)
});
