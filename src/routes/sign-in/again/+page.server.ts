import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { signOut } from '#lib/server/commands/end-sessions.ts';
import { readKeptForm, type KeptForm } from '#lib/server/sign-in/kept-form.ts';
import { visitor } from '#lib/server/queries/actors.ts';
import { clearSessionCookie } from '#lib/server/sign-in/set-cookies.ts';
import { broughtSession } from '#lib/server/sign-in/signed-in.ts';
import { giveCode, givePassword, type Step } from '#lib/server/sign-in/steps.ts';
import { textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

/** Comes only in the place of another page, or as the answer to its own form. */
export const load: PageServerLoad = ({ request }) => {
	if (request.method !== 'POST') redirect(303, '/sign-in');
};

export const actions: Actions = {
	/** Somebody who is signed in, and did not write it, hands over to the writer: they are signed out. */
	keep: async (event) => {
		const form = await event.request.formData();
		if (event.locals.actor.kind === 'person') handOver(event);
		return { stage: 'password' as const, kept: readKeptForm(form.get('kept')), email: '' };
	},
	password: async (event) => {
		const form = await event.request.formData();
		const email = textOf(form, 'email');
		const password = String(form.get('password') ?? '');
		return answer(form, 'password', await givePassword(event, { email, password }));
	},
	code: async (event) => {
		const form = await event.request.formData();
		return answer(form, 'code', await giveCode(event, textOf(form, 'code')));
	}
};

function answer(form: FormData, stage: 'password' | 'code', step: Step) {
	const kept = readKeptForm(form.get('kept'));
	const email = textOf(form, 'email');
	if ('refused' in step)
		return fail(step.status, {
			stage: step.again ? ('password' as const) : stage,
			kept,
			email,
			problem: step.refused
		});
	if ('code' in step) return { stage: 'code' as const, kept, email };
	const { id, name } = step.signedIn;
	return { stage: 'signed-in' as const, kept, email, person: { id, name }, wrote: whoWrote(kept, id) };
}

function handOver(event: RequestEvent): void {
	const session = broughtSession(event.locals.db, event);
	if (session) signOut(event.locals.db, event.locals, session.id);
	clearSessionCookie(event);
	event.locals.actor = visitor(event.locals.db);
}

/** Whether it was written by who is here now; null where that cannot be told. */
function whoWrote(kept: KeptForm | null, person: string): 'same' | 'other' | null {
	if (!kept || kept.by === null) return null;
	return kept.by === person ? 'same' : 'other';
}
