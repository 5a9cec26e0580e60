import { loadEvidencePage } from '#lib/server/queries/review-pages.ts';
import { listWithdrawnSources } from '#lib/server/queries/source-editor.ts';
import { maySee } from '#lib/server/queries/visible-reviews.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const { db, actor, at } = locals;
	return {
		evidence: answered(() => loadEvidencePage(db, params.id, at)),
		withdrawn: maySee(db, actor, params.id, 'open-plan') ? listWithdrawnSources(db, params.id) : []
	};
};
