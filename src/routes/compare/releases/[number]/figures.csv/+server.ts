import { releaseCsv } from '#lib/pages/release-csv.ts';
import { notThere } from '#lib/server/commands/change.ts';
import { findRelease } from '#lib/server/queries/releases.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) => {
	const text = answered(() => {
		const found = findRelease(locals.db, locals.actor, Number(params.number));
		if (!found) throw notThere();
		return releaseCsv(found.number, found.release);
	});
	return new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="cairn-release-${Number(params.number)}.csv"`
		}
	});
};
