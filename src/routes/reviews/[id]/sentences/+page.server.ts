import { listMeasuresToCheck } from '#lib/server/queries/measures-to-check.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => ({
	measures: answered(() => listMeasuresToCheck(locals.db, params.id)).map(
		({ id, label, source, sourceTitle, kOfN, spoken, sentence, caution }) => ({
			id,
			label,
			source,
			sourceTitle,
			kOfN,
			spoken,
			sentence,
			caution
		})
	),
	chosen: url.searchParams.getAll('measure')
});
