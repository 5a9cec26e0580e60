import { loadMatrixCsv } from '#lib/server/queries/matrix.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) => {
	const { name, text } = answered(() => loadMatrixCsv(locals.db, params.id));
	return new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${name}"`
		}
	});
};
