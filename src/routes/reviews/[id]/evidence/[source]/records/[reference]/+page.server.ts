import { loadRecordPage } from '#lib/server/queries/source-pages.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	record: answered(() => loadRecordPage(locals.db, params.id, params.source, params.reference))
});
