import { loadReport } from '#lib/server/queries/report.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	report: answered(() => loadReport(locals.db, params.id, new Date().toISOString().slice(0, 10)))
});
