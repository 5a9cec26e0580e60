import { askedIn, figuresFile } from '#lib/server/compare-request.ts';
import { loadQuestionFigures } from '#lib/server/queries/compare-page.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params: { instrument, code }, url }) =>
	figuresFile(locals, () =>
		loadQuestionFigures(locals.db, locals.actor, { instrument, code, ...askedIn(url) })
	);
