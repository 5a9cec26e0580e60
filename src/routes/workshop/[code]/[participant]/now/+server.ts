/** What a telephone in the room asks for every few seconds: whether there is something else to show. */
import { json } from '@sveltejs/kit';
import { notThere } from '#lib/server/commands/change.ts';
import { keptFolder } from '#lib/server/project-root.ts';
import { findWorkshop } from '#lib/server/queries/workshops.ts';
import { secretOf } from '#lib/server/sign-in/secret.ts';
import { answered } from '#lib/server/web-problems.ts';
import { readSeat } from '#lib/server/workshop-seat.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { db, at }, params }) =>
	answered(() => {
		if (!readSeat(secretOf(keptFolder()), params.code, params.participant)) throw notThere();
		const workshop = findWorkshop(db, params.code, at);
		return json(workshop ? { state: workshop.state, element: workshop.element } : { state: 'closed' });
	});
