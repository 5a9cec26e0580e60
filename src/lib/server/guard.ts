/**
 * Stands before every request: looks up what its address asks of whoever comes (access/policies.ts), finds what it is
 * about, and asks `may`. What one may not see, what does not exist and what no address offers are answered by one and
 * the same page; somebody who is not signed in is asked to, whether or not there is anything.
 */
import type { RequestEvent } from '@sveltejs/kit';
import { may } from './access/may.ts';
import { policies, type Need } from './access/policies.ts';
import { findResource } from './queries/resources.ts';

/** Where the page for what is not there is made (routes/nothing-here); from outside it is not there itself. */
export const nothingHere = '/nothing-here/[...depth]';

/** The answer in place of the page, or null when the request may go on. */
export async function guard(event: RequestEvent): Promise<Response | null> {
	const { route, locals, params } = event;
	if (event.isSubRequest && route.id === nothingHere) return null;
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

/** What a request asks for; null for an address, method or form action that there is not. */
function needOf({ route, request, url, isRemoteRequest }: RequestEvent): Need | null {
	if (isRemoteRequest || route.id === null || route.id === nothingHere) return null;
	const policy = own(policies, route.id);
	if (!policy) return null;
	if (request.method === 'GET' || request.method === 'HEAD') return policy.GET ?? null;
	if (request.method !== 'POST') return null;
	return policy.actions ? own(policy.actions, actionOf(url)) : (policy.POST ?? null);
}

/** By its own name only: `constructor` is no form action, though every object has one. */
const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | null =>
	Object.hasOwn(table, name) ? table[name]! : null;

/** The form action that an address names: `?/save`; SvelteKit takes the first. */
function actionOf(url: URL): string {
	for (const [name] of url.searchParams) if (name.startsWith('/')) return name.slice(1);
	return 'default';
}

/** The answer for what is not there, in the form in which it was asked. */
async function notThere(event: RequestEvent): Promise<Response> {
	const message = 'Not Found';
	if (event.isDataRequest) return Response.json({ message }, { status: 404 });
	if (isFormByScript(event))
		return Response.json({ type: 'error', status: 404, error: { message } }, { status: 404 });
	const page = await event.fetch(deepAs(event.url.pathname), { headers: { accept: 'text/html' } });
	return new Response(page.body, { status: 404, headers: page.headers });
}

/** An address of the same depth, since a page names its scripts and styles relative to where it is. */
function deepAs(pathname: string): string {
	const folders = pathname.split('/').length - 2;
	return '/nothing-here' + '/-'.repeat(folders);
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
