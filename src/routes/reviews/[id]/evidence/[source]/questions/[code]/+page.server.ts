import { loadQuestionPage } from '#lib/server/queries/source-pages.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => ({
	question: answered(() =>
		loadQuestionPage(locals.db, params.id, params.source, params.code, {
			answer: url.searchParams.get('answer'),
			page: Number(url.searchParams.get('page')) || 1
		})
	)
});
