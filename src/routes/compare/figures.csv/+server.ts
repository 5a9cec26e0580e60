import { askedIn, figuresFile } from '#lib/server/compare-request.ts';
import { loadAllFigures } from '#lib/server/queries/compare-overview.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
	figuresFile(locals, () => loadAllFigures(locals.db, locals.actor, askedIn(url)));
