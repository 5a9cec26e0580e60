import { loadReadingList } from '#lib/server/queries/given-records.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	list: answered(() => loadReadingList(locals.db, params.id, params.source, locals.actor))
});
