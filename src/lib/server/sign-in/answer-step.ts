/** How a form answers a step of signing in that was refused. */
import { fail } from '@sveltejs/kit';
import type { Refusal } from '#lib/pages/refusal.ts';
import { writtenIn } from '../web-problems.ts';

export function refuseStep(
	form: FormData,
	{ refused, status }: { refused: string; status: 401 | 429 },
	named: string | null = null
) {
	const refusal: Refusal = {
		form: named,
		problem: refused,
		details: [],
		fields: {},
		values: writtenIn(form)
	};
	return fail(status, refusal);
}
