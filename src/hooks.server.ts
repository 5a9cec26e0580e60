/** Opens Cairn once when the server starts, guards every request before any of it runs, and gives faults a reference. */
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import type { Database } from '#lib/server/db/open.ts';
import { policies } from '#lib/server/access/policies.ts';
import { byFeedKey } from '#lib/server/feed-request.ts';
import { guard } from '#lib/server/guard.ts';
import { logFault, logged } from '#lib/server/log.ts';
import { Problem } from '#lib/server/problems.ts';
import { keptFolder } from '#lib/server/project-root.ts';
import { beginService } from '#lib/server/service.ts';
import { ownAddress } from '#lib/server/secret-link.ts';
import { offerSetUp } from '#lib/server/sign-in/set-up-code.ts';
import { readProvider } from '#lib/server/sign-in/settings.ts';
import { findSignedIn } from '#lib/server/sign-in/signed-in.ts';
import { webHeaders } from '#lib/server/web-headers.ts';
import { tooMuch, turnedAway } from '#lib/server/web-requests.ts';
import { waitToWrite } from '#lib/server/write-gate.ts';

let db: Database;

export const init: ServerInit = () => {
	db = beginService(keptFolder(), () => new Date().toISOString());
	readProvider();
	const line = offerSetUp(db, ownAddress());
	if (line) process.stdout.write(`${line}\n`);
};

export const handle: Handle = ({ event, resolve }) => logged(event, () => answer({ event, resolve }));

const answer: Handle = async ({ event, resolve }) => {
	await waitToWrite(event.request.method, event.route.id);
	event.locals.db = db;
	event.locals.at = new Date().toISOString();
	event.locals.actor = findSignedIn(db, event);
	const policy = policies[event.route.id ?? ''];
	const response =
		(await turnedAway(event, policy?.files === true)) ??
		byFeedKey(event) ??
		(await guard(event)) ??
		(await resolve(event, { preload: ({ type }) => type === 'css' || type === 'js' || type === 'font' }));
	const headers = webHeaders(event.url.origin, {
		type: response.headers.get('content-type'),
		policy: response.headers.get('content-security-policy'),
		open:
			policy?.GET === 'anyone' &&
			!policy.actions &&
			event.locals.actor.kind === 'visitor' &&
			response.headers.get('cache-control') !== 'no-store',
		signInAt: process.env.CAIRN_OIDC_ISSUER ?? null
	});
	for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
	return response;
};

/** Expected problems keep their sentence; anything else is logged under a reference that the person sees too. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (error instanceof Problem) return { message: error.message };
	if (status === 413) return { message: tooMuch().message };
	// Asked wrongly, such as by a method that a page does not have, is no fault of ours.
	if (status < 500) return { message };
	const reference = logFault(error, event);
	return { message: 'Something went wrong on our side. Nothing that you saved before is lost.', reference };
};
