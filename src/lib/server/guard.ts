/**
 * Stands before every request: looks up what its address asks of whoever comes (access/policies.ts), finds what it is
 * about, and asks `may`. What one may not see answers exactly as what does not exist; somebody who is not signed in
 * is asked to, whether or not there is anything.
 */
import type { RequestEvent } from '@sveltejs/kit';
import { may } from './access/may.ts';
import { policies, type Need } from './access/policies.ts';
import { findResource } from './queries/resources.ts';

/** The answer in place of the page, or null when the request may go on. */
export async function guard(event: RequestEvent): Promise<Response | null> {
	const { route, locals, params } = event;
	// An address without a route is answered by the page for what is not there.
	if (route.id === null) return null;
	const need = needOf(event);
	if (need === 'anyone') return null;
	if (need === null) return notThere(event);
	const { actor, db } = locals;
	if (actor.kind === 'visitor' && !actor.exploring) return askToSignIn(event);
	const resource = findResource(db, need.of, params, actor);
	const verdict = resource && may(actor, need.action, resource);
	if (verdict?.yes) return null;
	return notThere(event);
}

/** What a request asks for; null for a method or form action that the address does not have. */
function needOf({ route, request, url }: RequestEvent): Need | null {
	const policy = policies[route.id ?? ''];
	if (!policy) return null;
	if (request.method === 'GET' || request.method === 'HEAD') return policy.GET ?? null;
	if (request.method !== 'POST') return null;
	return policy.actions ? (policy.actions[actionOf(url)] ?? null) : (policy.POST ?? null);
}

/** The form action that an address names: `?/save`; SvelteKit takes the first. */
function actionOf(url: URL): string {
	for (const [name] of url.searchParams) if (name.startsWith('/')) return name.slice(1);
	return 'default';
}

/** The page for what is not there, as an address without a route gives it. */
async function notThere(event: RequestEvent): Promise<Response> {
	const message = 'Not Found';
	if (event.isDataRequest) return Response.json({ message }, { status: 404 });
	if (isFormByScript(event))
		return Response.json({ type: 'error', status: 404, error: { message } }, { status: 404 });
	const page = await event.fetch('/nothing-here', { headers: { accept: 'text/html' } });
	return new Response(page.body, { status: 404, headers: page.headers });
}

function askToSignIn(event: RequestEvent): Response {
	const { pathname, search } = event.url;
	const to = event.request.method === 'GET' ? `?to=${encodeURIComponent(pathname + search)}` : '';
	const location = `/sign-in${to}`;
	if (event.isDataRequest) return Response.json({ type: 'redirect', location });
	if (isFormByScript(event)) return Response.json({ type: 'redirect', status: 303, location });
	return new Response(null, { status: 303, headers: { location } });
}

const isFormByScript = ({ request }: RequestEvent) => request.headers.has('x-sveltekit-action');
