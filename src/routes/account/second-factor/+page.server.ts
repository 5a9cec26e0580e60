import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { renderSVG } from 'uqr';
import type { Person } from '#lib/server/access/actor.ts';
import { forgetGuesses, takeGuess } from '#lib/server/commands/count-guess.ts';
import { findOwnAccount, findWaysIn } from '#lib/server/queries/sessions.ts';
import { authFor } from '#lib/server/sign-in/auth.ts';
import { onOccasion } from '#lib/server/sign-in/occasion.ts';
import { passwordGuessKey } from '#lib/server/sign-in/own-password.ts';
import { passCookies } from '#lib/server/sign-in/set-cookies.ts';
import { broughtSession } from '#lib/server/sign-in/signed-in.ts';
import { isRefusal, ownHeaders } from '#lib/server/sign-in/steps.ts';
import { textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { db } = event.locals;
	const { id } = personOf(event);
	const account = findOwnAccount(db, id);
	if (!account || !findWaysIn(db, id).password) error(404, { message: 'Not Found' });
	authFor(db, event.url.origin).catch(() => undefined);
	return account;
};

export const actions: Actions = {
	begin: async (event) => {
		const form = await event.request.formData();
		const asked = await withPassword(event, form, 'begin', (auth, body, as) =>
			auth.api.enableTwoFactor({ body: { ...body, method: 'totp' }, ...as })
		);
		if (!('response' in asked)) return asked;
		const uri = 'totpURI' in asked.response ? asked.response.totpURI : null;
		return uri
			? { secret: secretOfUri(uri), ...drawn(uri) }
			: refusal('begin', 'This did not work. Try again.');
	},
	confirm: async (event) => {
		const form = await event.request.formData();
		const person = personOf(event);
		const { db, at } = event.locals;
		const uri = uriOf(findOwnAccount(db, person.id)?.email ?? '', textOf(form, 'secret'));
		const key = passwordGuessKey(event, person.id);
		const wrong = (problem: string) =>
			fail(422, {
				...refused('confirm', problem, { code: 'Give the six digits that it shows now.' }),
				secret: secretOfUri(uri),
				...drawn(uri)
			});
		if (!takeGuess(db, key, at)) return wrong('Too many tries. Wait 5 minutes, then try again.');
		const auth = await authFor(db, event.url.origin);
		try {
			const { headers } = await onOccasion({ at, how: 'renewal', replaces: tokenOf(event) }, () =>
				auth.api.verifyTOTP({
					body: { code: textOf(form, 'code').replace(/\s/g, '') },
					headers: ownHeaders(event),
					returnHeaders: true
				})
			);
			passCookies(event, headers);
		} catch (problem) {
			if (!isRefusal(problem)) throw problem;
			return wrong('The code is not right.');
		}
		forgetGuesses(db, key);
		const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: person.id } });
		return { codes: backupCodes, on: true };
	},
	codes: async (event) => {
		const form = await event.request.formData();
		const asked = await withPassword(event, form, 'codes', (auth, body, as) =>
			auth.api.generateBackupCodes({ body, ...as })
		);
		return 'response' in asked ? { codes: asked.response.backupCodes, on: false } : asked;
	},
	off: async (event) => {
		const form = await event.request.formData();
		const asked = await withPassword(event, form, 'off', (auth, body, as) =>
			auth.api.disableTwoFactor({ body, ...as })
		);
		if (!('response' in asked)) return asked;
		redirect(303, '/account?done=second-factor-off');
	}
};

type Auth = Awaited<ReturnType<typeof authFor>>;
type As = { headers: Headers; returnHeaders: true };

/** Calls better-auth with the password that the form holds; a wrong one is refused, and counted as a guess. */
async function withPassword<Response>(
	event: RequestEvent,
	form: FormData,
	named: string,
	call: (auth: Auth, body: { password: string }, as: As) => Promise<{ headers: Headers; response: Response }>
) {
	const { db, at } = event.locals;
	const key = passwordGuessKey(event, personOf(event).id);
	if (!takeGuess(db, key, at)) return refusal(named, 'Too many tries. Wait 5 minutes, then try again.');
	const auth = await authFor(db, event.url.origin);
	try {
		const answer = await onOccasion({ at, how: 'renewal', replaces: tokenOf(event) }, () =>
			call(
				auth,
				{ password: String(form.get('password') ?? '') },
				{ headers: ownHeaders(event), returnHeaders: true }
			)
		);
		passCookies(event, answer.headers);
		forgetGuesses(db, key);
		return answer;
	} catch (problem) {
		if (!isRefusal(problem)) throw problem;
		return refusal(named, 'The password is not right.');
	}
}

const refused = (form: string, problem: string, fields: Record<string, string> = {}) => ({
	form,
	problem,
	details: [],
	fields,
	values: {}
});
const refusal = (form: string, problem: string) =>
	fail(422, refused(form, problem, { password: 'Give your password once more.' }));

const tokenOf = (event: RequestEvent) => broughtSession(event.locals.db, event)?.token;

const secretOfUri = (uri: string) => new URL(uri).searchParams.get('secret') ?? '';

/** As authenticators read it; the page hands the secret from step to step, since its owner reads it there anyway. */
function uriOf(email: string, secret: string): string {
	const label = encodeURIComponent(`Cairn:${email}`);
	const plain = secret.replace(/[^A-Za-z2-7]/g, '').slice(0, 128);
	return `otpauth://totp/${label}?secret=${plain}&issuer=Cairn&digits=6&period=30`;
}

/** The same as a picture and as text in groups of four. */
const drawn = (uri: string) => ({
	picture: `data:image/svg+xml,${encodeURIComponent(renderSVG(uri, { border: 2 }))}`,
	groups:
		secretOfUri(uri)
			.match(/.{1,4}/g)
			?.join(' ') ?? ''
});

function personOf({ locals: { actor } }: RequestEvent): Person {
	if (actor.kind !== 'person') error(404, { message: 'Not Found' });
	return actor;
}
