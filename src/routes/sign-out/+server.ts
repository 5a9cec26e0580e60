/** Signs out: a form in the head of every page leads here. */
import { redirect } from '@sveltejs/kit';
import { signOut } from '#lib/server/commands/end-sessions.ts';
import { clearSessionCookie } from '#lib/server/sign-in/set-cookies.ts';
import { broughtSession } from '#lib/server/sign-in/signed-in.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) => {
	const session = broughtSession(event.locals.db, event);
	if (session) signOut(event.locals.db, event.locals, session.id);
	clearSessionCookie(event);
	redirect(303, '/sign-in?after=sign-out');
};
