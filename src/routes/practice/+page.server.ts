import { readSought } from '#lib/practice/find-entries.ts';
import { loadPracticePage } from '#lib/server/queries/practice-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const sought = readSought((name) => url.searchParams.get(name));
	return { sought, ...loadPracticePage(locals.db, locals.actor, sought) };
};
