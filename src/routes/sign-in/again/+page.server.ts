import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { readKeptForm, type KeptForm } from '#lib/server/sign-in/kept-form.ts';
import { giveCode, givePassword, type Step } from '#lib/server/sign-in/steps.ts';
import { textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

/** Comes only in the place of another page, or as the answer to its own form. */
export const load: PageServerLoad = ({ request }) => {
	if (request.method !== 'POST') redirect(303, '/sign-in');
};

export const actions: Actions = {
	keep: async ({ request }) => {
		const form = await request.formData();
		return { stage: 'password' as const, kept: readKeptForm(form.get('kept')), email: '' };
	},
	password: async (event) => {
		const form = await event.request.formData();
		const email = textOf(form, 'email');
		const password = String(form.get('password') ?? '');
		return answer(event, form, 'password', await givePassword(event, { email, password }));
	},
	code: async (event) => {
		const form = await event.request.formData();
		return answer(event, form, 'code', await giveCode(event, textOf(form, 'code')));
	}
};

function answer(_event: RequestEvent, form: FormData, stage: 'password' | 'code', step: Step) {
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

/** Whether it was written by who is here now; null where that cannot be told. */
function whoWrote(kept: KeptForm | null, person: string): 'same' | 'other' | null {
	if (!kept || kept.by === null) return null;
	return kept.by === person ? 'same' : 'other';
}
