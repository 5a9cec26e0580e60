import { loadInstrumentFile } from '#lib/server/queries/instrument-editor.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) => {
	const { name, json } = answered(() =>
		loadInstrumentFile(locals.db, params.id, params.source, url.searchParams.has('making'))
	);
	return new Response(`${JSON.stringify(json, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${name}"`
		}
	});
};
