import { figuresFile, releaseIn } from '#lib/server/compare-request.ts';
import { loadElementFigures } from '#lib/server/queries/compare-page.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params: { code }, url }) =>
	figuresFile(locals, () =>
		loadElementFigures(locals.db, locals.actor, { kind: 'themes', code, release: releaseIn(url) })
	);
