import { loadQuestionPage } from '#lib/server/queries/source-pages.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const column = url.searchParams.get('by');
	const stratum = url.searchParams.get('in');
	const asked = {
		answer: url.searchParams.get('answer'),
		within: column !== null && stratum !== null ? { column, stratum } : null,
		where: url.searchParams.get('where'),
		page: Number(url.searchParams.get('page')) || 1
	};
	return {
		question: answered(() =>
			loadQuestionPage(locals.db, locals.actor, params.id, params.source, params.code, asked)
		)
	};
};
