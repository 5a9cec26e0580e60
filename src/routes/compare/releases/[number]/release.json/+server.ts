import { notThere } from '#lib/server/commands/change.ts';
import { findDocumentOf } from '#lib/server/queries/releases.ts';
import { worldOf } from '#lib/server/queries/world.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { RequestHandler } from './$types';

/** Letter by letter what was published, so that its digest can be checked. */
export const GET: RequestHandler = ({ locals, params }) => {
	const text = answered(() => {
		const document = findDocumentOf(locals.db, worldOf(locals.actor), Number(params.number));
		if (document === null) throw notThere();
		return document;
	});
	return new Response(text, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="cairn-release-${Number(params.number)}.json"`
		}
	});
};
