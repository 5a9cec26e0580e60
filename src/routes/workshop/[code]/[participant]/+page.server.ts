import { redirect } from '@sveltejs/kit';
import { spacedCode } from '#lib/judgement/workshop.ts';
import { notThere } from '#lib/server/commands/change.ts';
import { rateInWorkshop } from '#lib/server/commands/rate-in-workshop.ts';
import { keptFolder } from '#lib/server/project-root.ts';
import { loadSeat } from '#lib/server/queries/workshop-pages.ts';
import { secretOf } from '#lib/server/sign-in/secret.ts';
import { readSeat } from '#lib/server/workshop-seat.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

const seatIn = (params: { code: string; participant: string }) => {
	const seat = readSeat(secretOf(keptFolder()), params.code, params.participant);
	if (!seat) throw notThere();
	return seat;
};

export const load: PageServerLoad = ({ locals: { db, at }, params }) =>
	answered(() => ({
		bare: true,
		code: spacedCode(params.code),
		room: loadSeat(db, params.code, seatIn(params), at)
	}));

export const actions: Actions = {
	default: async ({ locals: { db, at }, params, request }) => {
		const form = await request.formData();
		const refusal = await refused(form, () =>
			rateInWorkshop(db, at, {
				code: params.code,
				seat: seatIn(params),
				element: textOf(form, 'element'),
				step: textOf(form, 'step')
			})
		);
		if (refusal) return refusal;
		redirect(303, `/workshop/${params.code}/${params.participant}`);
	}
};
