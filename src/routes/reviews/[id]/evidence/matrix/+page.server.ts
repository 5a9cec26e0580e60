import { loadMatrix } from '#lib/server/queries/matrix.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

/** `open`: codes of the themes or standards that are folded open, with commas between them. */
export const load: PageServerLoad = ({ locals, params, url }) => {
	const matrix = answered(() => loadMatrix(locals.db, params.id));
	const asked = new Set((url.searchParams.get('open') ?? '').split(','));
	const open = matrix.rows.filter(({ code, parts }) => parts > 0 && asked.has(code)).map(({ code }) => code);
	return { matrix, open };
};
