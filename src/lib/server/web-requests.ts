/**
 * What is turned away before anything looks at it: a change that another site sends in somebody's name, and more than
 * a form holds. Both are answered with a page and one sentence.
 */
import { error, type RequestEvent } from '@sveltejs/kit';
import { Problem } from './problems.ts';

/** How much a form may hold, in bytes. A page that takes files takes what BODY_SIZE_LIMIT says, 64 MB by default. */
const mostInForm = 1024 * 1024;

const changesNothing = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Why a request is turned away, or null. Whatever it carries, a request that may change something has to say that it
 * comes from `origin`, as browsers do for every form and script; saying nothing, or “null”, is not enough.
 */
export function foreignRequest(request: Pick<Request, 'method' | 'headers'>, origin: string): Problem | null {
	if (changesNothing.has(request.method) || request.headers.get('origin') === origin) return null;
	return new Problem(
		'sent-from-elsewhere',
		`This was not sent from Cairn’s own address, ${origin}, so nothing was changed. Open Cairn there and try again.`
	);
}

export const tooMuch = () =>
	new Problem(
		'too-much-at-once',
		'This is more than Cairn takes at once, so nothing of it was kept. Send less, or send it in parts.'
	);

/**
 * The same request with its body read, or null when it holds more than `most` bytes or ends too early. What is too
 * much is still read to its end, or until the server's own limit, since a browser shows no answer before it has sent
 * everything.
 */
export async function heldRequest(request: Request, most: number): Promise<Request | null> {
	if (!request.body) return request;
	const chunks: Uint8Array[] = [];
	let size = 0;
	const reader = request.body.getReader();
	try {
		for (let read = await reader.read(); !read.done; read = await reader.read()) {
			size += read.value.length;
			if (size <= most) chunks.push(read.value);
		}
	} catch {
		return null;
	}
	if (size > most) return null;
	const { url, method, headers, signal } = request;
	return new Request(url, { method, headers, signal, body: Buffer.concat(chunks) });
}

/**
 * The answer to a request that is turned away, in the form in which it was asked, or null when it may go on; then its
 * body has been read and `event.request` holds it. Throws what SvelteKit answers with src/error.html.
 * `takesFiles`: whether the address takes more than a form holds.
 */
export async function turnedAway(event: RequestEvent, takesFiles: boolean): Promise<Response | null> {
	const foreign = foreignRequest(event.request, event.url.origin);
	if (foreign) return refusal(event, foreign);
	if (takesFiles) return null;
	const held = await heldRequest(event.request, mostInForm);
	if (!held) return refusal(event, tooMuch());
	event.request = held;
	return null;
}

function refusal({ request, isDataRequest }: RequestEvent, { status, message }: Problem): Response {
	if (request.headers.has('x-sveltekit-action'))
		return Response.json({ type: 'error', status, error: { message } }, { status });
	if (isDataRequest) return Response.json({ message }, { status });
	error(status, { message });
}
