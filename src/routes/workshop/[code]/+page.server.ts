import { redirect } from '@sveltejs/kit';
import { perspectives } from '#lib/judgement/readiness.ts';
import { readCode, spacedCode } from '#lib/judgement/workshop.ts';
import { letIn } from '#lib/server/join-workshop.ts';
import { keptFolder } from '#lib/server/project-root.ts';
import { guessKey } from '#lib/server/sign-in/guess-key.ts';
import { secretOf } from '#lib/server/sign-in/secret.ts';
import { newSeat } from '#lib/server/workshop-seat.ts';
import { refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whether there is a workshop with this code is said to who joins, and counted: looking alone tells nothing. */
export const load: PageServerLoad = ({ params }) => {
	const code = readCode(params.code);
	return { bare: true, code: code === null ? params.code.slice(0, 20) : spacedCode(code) };
};

export const actions: Actions = {
	default: async ({ locals: { db, at }, params, request, getClientAddress }) => {
		const form = await request.formData();
		const secret = secretOf(keptFolder());
		const key = guessKey(secret, 'workshop', '', getClientAddress());
		const perspective = perspectives.find((each) => each === textOf(form, 'perspective')) ?? null;
		let address = '';
		const refusal = await refused(form, () => {
			const { joinCode } = letIn(db, key, params.code, at);
			address = `/workshop/${joinCode}/${newSeat(secret, joinCode, perspective)}`;
		});
		if (refusal) return refusal;
		redirect(303, address);
	}
};
