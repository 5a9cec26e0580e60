import { listSelfChecks } from '#lib/pages/self-check-page.ts';
import { listDocuments } from '#lib/server/queries/documents.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const review = url.searchParams.get('review');
	return {
		checklists: listSelfChecks(listDocuments(locals.db, 'framework')),
		/** The review that is chosen already where answers are kept. */
		query: review === null ? '' : `?review=${encodeURIComponent(review)}`
	};
};
