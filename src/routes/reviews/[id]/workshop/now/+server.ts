/** What the screen of a workshop asks for every few seconds: how many have rated, and never what. */
import { json } from '@sveltejs/kit';
import { countRatings, findHeldWorkshop } from '#lib/server/queries/workshops.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { db, at }, params }) => {
	const held = findHeldWorkshop(db, params.id, at);
	if (!held) return json({ state: 'closed' });
	const { id, state, element } = held;
	return json({ state, element, rated: element === null ? 0 : countRatings(db, id, element) });
};
