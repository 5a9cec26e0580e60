import { json } from '@sveltejs/kit';
import { keptFolder } from '#lib/server/project-root.ts';
import { findHealth } from '#lib/server/queries/health.ts';
import type { RequestHandler } from './$types';

/** For whatever watches over the server: 200, or 503 with what fails. */
export const GET: RequestHandler = ({ locals }) => {
	const health = findHealth(locals.db, keptFolder());
	return json(health, {
		status: health.status === 'ok' ? 200 : 503,
		headers: { 'cache-control': 'no-store' }
	});
};
