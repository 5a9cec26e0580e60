/**
 * Stands before every request: looks up what its address asks of whoever comes (access/policies.ts), finds what it is
 * about, and asks `may`. What one may not see, what does not exist and what no address offers are answered by one and
 * the same page; somebody who is not signed in is asked to, whether or not there is anything.
 */
import type { RequestEvent } from '@sveltejs/kit';
import { may } from './access/may.ts';
import { policies, type Need } from './access/policies.ts';
import { findResource } from './queries/resources.ts';
import { keepForm } from './sign-in/kept-form.ts';
import { broughtSession } from './sign-in/signed-in.ts';

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
	if (actor.kind === 'visitor' && !actor.exploring)
		return event.request.method === 'POST' ? signInAgain(event) : askToSignIn(event);
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
	const location = `/sign-in?to=${encodeURIComponent(pathname + search)}`;
	if (event.isDataRequest) return Response.json({ type: 'redirect', location });
	return new Response(null, { status: 303, headers: { location } });
}

/**
 * A form came, and its writer is not signed in any more. Nothing of it is lost: by script, the page keeps it and asks
 * them to sign in; otherwise a page in the place of the answer does, with all that was written in it.
 */
async function signInAgain(event: RequestEvent): Promise<Response> {
	const status = 401;
	if (isFormByScript(event))
		return Response.json({ type: 'failure', status, data: '[{"signInAgain":1},true]' }, { status });
	const type = event.request.headers.get('content-type') ?? '';
	if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type))
		return Response.json({ signInAgain: true }, { status });
	const kept = keepForm(
		await event.request.formData(),
		event.url.pathname + event.url.search,
		broughtSession(event.locals.db, event)?.person ?? null
	);
	const body = new FormData();
	body.set('kept', JSON.stringify(kept));
	const page = await event.fetch('/sign-in/again?/keep', {
		method: 'POST',
		headers: { accept: 'text/html' },
		body
	});
	return new Response(page.body, { status, headers: page.headers });
}

const isFormByScript = ({ request }: RequestEvent) => request.headers.has('x-sveltekit-action');
