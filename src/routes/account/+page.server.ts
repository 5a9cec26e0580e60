import { randomBytes } from 'node:crypto';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { dayAndTime } from '#lib/pages/times.ts';
import type { Person } from '#lib/server/access/actor.ts';
import { may } from '#lib/server/access/may.ts';
import { installation } from '#lib/server/access/resource.ts';
import { forgetGuesses, takeGuess } from '#lib/server/commands/count-guess.ts';
import { endOwnSessions } from '#lib/server/commands/end-sessions.ts';
import { renamePerson } from '#lib/server/commands/rename-person.ts';
import { setOwnPassword } from '#lib/server/commands/set-own-password.ts';
import { FormProblem } from '#lib/server/problems.ts';
import { findOwnAccount, findWaysIn, listSessions } from '#lib/server/queries/sessions.ts';
import { listWaiting } from '#lib/server/queries/waiting.ts';
import { authFor } from '#lib/server/sign-in/auth.ts';
import { browserWords } from '#lib/server/sign-in/browser-words.ts';
import { hashNewPassword } from '#lib/server/sign-in/common-passwords.ts';
import { localPath } from '#lib/server/sign-in/local-path.ts';
import { countRecoveryCodes } from '#lib/server/sign-in/steps.ts';
import { setSessionCookie } from '#lib/server/sign-in/set-cookies.ts';
import { longestIdle, readProvider } from '#lib/server/sign-in/settings.ts';
import { broughtSession } from '#lib/server/sign-in/signed-in.ts';
import { passwordGuessKey, isOwnPassword } from '#lib/server/sign-in/own-password.ts';
import { goToProvider, providerRefusal } from '#lib/server/sign-in/with-provider.ts';
import { refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, at } = event.locals;
	const person = personOf(event);
	const account = findOwnAccount(db, person.id);
	if (!account) error(404, { message: 'Not Found' });
	const here = broughtSession(db, event)?.id;
	const waiting = listWaiting(db, person.id, at);
	return {
		...account,
		name: person.name,
		ways: findWaysIn(db, person.id),
		provider: readProvider()?.name ?? null,
		usesFeed: may(person, 'use-feed', installation).yes,
		problem: providerRefusal(event.url.searchParams.get('error')),
		done: event.url.searchParams.get('done'),
		/** Where they were going when they signed in with a recovery code. */
		to: localPath(event.url.searchParams.get('to')),
		codesLeft: account.secondFactor
			? await countRecoveryCodes(await authFor(db, event.url.origin), person.id)
			: null,
		waiting: waiting.duties.length + waiting.memberships.length,
		sessions: listSessions(db, person.id, at, longestIdle()).map(({ id, since, seenAt, userAgent }) => ({
			id,
			browser: browserWords(userAgent),
			since: dayAndTime(since.toISOString()),
			seen: dayAndTime(seenAt.toISOString()),
			here: id === here
		}))
	};
};

export const actions: Actions = {
	name: async ({ locals, request }) => {
		const form = await request.formData();
		return refused(
			form,
			() => {
				renamePerson(locals.db, locals, textOf(form, 'name'));
				redirect(303, '/account?done=name');
			},
			'name'
		);
	},
	password: async (event) => {
		const { db, at } = event.locals;
		const form = await event.request.formData();
		const person = personOf(event);
		const session = broughtSession(db, event);
		if (!session) error(404, { message: 'Not Found' });
		return refused(
			form,
			async () => {
				await checkCurrent(event, person, form);
				const owner = { name: person.name, email: findOwnAccount(db, person.id)?.email ?? '' };
				const passwordHash = await hashNewPassword(
					String(form.get('new-password') ?? ''),
					owner,
					'new-password'
				);
				const token = randomBytes(24).toString('base64url');
				setOwnPassword(db, { actor: person, at }, { passwordHash, session: session.id, token });
				setSessionCookie(event, token);
				redirect(303, '/account?done=password');
			},
			'password'
		);
	},
	connect: async (event) => {
		const problem = await goToProvider(event, '/account?done=connect', true);
		return fail(502, { form: 'connect', problem, details: [], fields: {}, values: {} });
	},
	end: async ({ locals, request }) => {
		const only = textOf(await request.formData(), 'session');
		endOwnSessions(locals.db, locals, { only, why: 'asked' });
		redirect(303, '/account?done=sessions');
	},
	endOthers: async (event) => {
		const here = broughtSession(event.locals.db, event)?.id;
		endOwnSessions(event.locals.db, event.locals, { butNot: here, why: 'asked' });
		redirect(303, '/account?done=sessions');
	}
};

/** Whoever has a password gives it before it is changed, with as few guesses as at signing in. */
async function checkCurrent(event: RequestEvent, person: Person, form: FormData): Promise<void> {
	const { db, at } = event.locals;
	if (!findWaysIn(db, person.id).password) return;
	const key = passwordGuessKey(event, person.id);
	if (!takeGuess(db, key, at))
		throw new FormProblem({ password: 'Too many tries. Wait 5 minutes, then try again.' });
	if (!(await isOwnPassword(db, person.id, String(form.get('password') ?? ''))))
		throw new FormProblem({ password: 'This is not your password now.' });
	forgetGuesses(db, key);
}

function personOf({ locals: { actor } }: RequestEvent): Person {
	if (actor.kind !== 'person') error(404, { message: 'Not Found' });
	return actor;
}
