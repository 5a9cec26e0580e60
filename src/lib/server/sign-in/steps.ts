/**
 * The steps of signing in, wherever they are taken: on the page, in place, by script. What is wrong is said in the same
 * words, and takes the same work, whether or not there is such an account.
 */
import type { RequestEvent } from '@sveltejs/kit';
import type { Person } from '../access/actor.ts';
import { forgetGuesses, guessMinutes, takeGuess } from '../commands/count-guess.ts';
import { noteRefusedSignIn } from '../commands/note-refused-sign-in.ts';
import { startSession } from '../commands/start-session.ts';
import { useCodeOnce } from '../commands/use-code-once.ts';
import { keptFolder } from '../project-root.ts';
import { findActor } from '../queries/actors.ts';
import { findPendingPerson, findPersonByEmail } from '../queries/sessions.ts';
import { authFor, type Auth } from './auth.ts';
import { guessKey } from './guess-key.ts';
import { onOccasion, type How } from './occasion.ts';
import { tidyRecoveryCode } from './recovery-codes.ts';
import { secretOf } from './secret.ts';
import { cookiePrefix, readSignedToken } from './session-cookie.ts';
import { passCookies, setSessionCookie } from './set-cookies.ts';
import { longestSession } from './settings.ts';

/** `how`: with which kind of code; `again`: the second step is over too, and begins anew with the password. */
export type Step =
	{ signedIn: Person; how?: How } | { code: true } | { refused: string; status: 401 | 429; again?: boolean };

const tooMany = `Too many tries for this account from here. Wait ${guessMinutes} minutes, then try again.`;
const wrongPassword = 'The e-mail address or the password is not right.';
const wrongCode = 'The code is not right.';
const unreadable =
	'Your second factor cannot be read any more. Ask whoever looks after this Cairn to take it off.';
const beginAgain = 'The time for the code is over. Begin again with your password.';

export async function givePassword(
	event: RequestEvent,
	{ email, password }: { email: string; password: string }
): Promise<Step> {
	const { db, at } = event.locals;
	const key = guessKey(secretOf(keptFolder()), 'password', email, event.getClientAddress());
	if (!takeGuess(db, key, at)) return { refused: tooMany, status: 429 };
	const auth = await authFor(db, event.url.origin);
	try {
		const { headers, response } = await onOccasion({ at, how: 'password' }, () =>
			auth.api.signInEmail({
				body: { email: email.trim(), password },
				headers: ownHeaders(event),
				returnHeaders: true
			})
		);
		passCookies(event, headers);
		forgetGuesses(db, key);
		return 'user' in response && response.user ? signedIn(event, response.user.id) : { code: true };
	} catch (error) {
		if (!isRefusal(error)) throw error;
		noteRefusedSignIn(db, at, 'password', findPersonByEmail(db, email)?.id ?? null);
		return { refused: wrongPassword, status: 401 };
	}
}

/** The second step, with a code of the authenticator (six digits) or one of the recovery codes. */
export async function giveCode(event: RequestEvent, written: string): Promise<Step> {
	const { db, at } = event.locals;
	const person = pendingPerson(event);
	if (person === null) return { refused: beginAgain, status: 401, again: true };
	const key = guessKey(secretOf(keptFolder()), 'code', person, event.getClientAddress());
	if (!takeGuess(db, key, at)) return { refused: tooMany, status: 429 };
	const digits = written.replace(/\s/g, '');
	const how: How = /^\d{6}$/.test(digits) ? 'code' : 'recovery-code';
	const auth = await authFor(db, event.url.origin);
	if (!(await isReadable(auth, person))) return { refused: unreadable, status: 401 };
	const asked = { headers: ownHeaders(event), returnHeaders: true } as const;
	try {
		if (how === 'code' && !useCodeOnce(db, person, digits, at)) throw new UsedCode();
		const { headers } = await onOccasion({ at, how }, () =>
			how === 'code'
				? auth.api.verifyTOTP({ body: { code: digits }, ...asked })
				: auth.api.verifyBackupCode({ body: { code: tidyRecoveryCode(written) }, ...asked })
		);
		passCookies(event, headers);
		forgetGuesses(db, key);
		return { ...signedIn(event, person), how };
	} catch (error) {
		if (!isRefusal(error) && !(error instanceof UsedCode)) throw error;
		noteRefusedSignIn(db, at, how, person);
		const over = !(error instanceof UsedCode) && isOver(error);
		return over ? { refused: beginAgain, status: 401, again: true } : { refused: wrongCode, status: 401 };
	}
}

/** Second factors are encrypted with the secret of the installation; one restored without it cannot read them. */
const isReadable = async (auth: Auth, person: string): Promise<boolean> =>
	(await countRecoveryCodes(auth, person)) !== null;

/** How many recovery codes somebody has left; null without a second factor, or where it cannot be read any more. */
export const countRecoveryCodes = (auth: Auth, person: string): Promise<number | null> =>
	auth.api.viewBackupCodes({ body: { userId: person } }).then(
		({ backupCodes }) => backupCodes.length,
		() => null
	);

class UsedCode extends Error {}

/** Begins a session without a password: at the set-up, by an invitation, as somebody of the example world. */
export function signInDirectly(event: RequestEvent, person: string, how: How): void {
	const { db, at } = event.locals;
	const userAgent = event.request.headers.get('user-agent');
	const { token } = startSession(db, at, { person, how, userAgent, lasts: longestSession() });
	setSessionCookie(event, token);
	signedIn(event, person);
}

function signedIn(event: RequestEvent, id: string): { signedIn: Person } {
	const person = findActor(event.locals.db, id);
	if (!person) throw new Error('Who just signed in is not there');
	event.locals.actor = person;
	return { signedIn: person };
}

/** Who gave a right password a moment ago and still has to give a code. */
function pendingPerson(event: RequestEvent): string | null {
	const cookie = event.cookies.get(`${cookiePrefix(event.url.origin)}.two_factor`);
	const identifier = readSignedToken(cookie, secretOf(keptFolder()));
	return identifier === null ? null : findPendingPerson(event.locals.db, identifier, event.locals.at);
}

/** What better-auth needs to know of a request; it trusts these headers, so it gets no others. */
export function ownHeaders({ request }: RequestEvent): Headers {
	const headers = new Headers();
	for (const name of ['cookie', 'user-agent']) {
		const value = request.headers.get(name);
		if (value) headers.set(name, value);
	}
	return headers;
}

type Refusal = Error & { statusCode: number; body?: { code?: string } };

/** An answer of better-auth that says no, and not a fault. */
export function isRefusal(error: unknown): error is Refusal {
	const status = (error as Partial<Refusal> | null)?.statusCode;
	return error instanceof Error && status !== undefined && status >= 400 && status < 500;
}

const isOver = ({ body }: Refusal) =>
	['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'].includes(body?.code ?? '');
