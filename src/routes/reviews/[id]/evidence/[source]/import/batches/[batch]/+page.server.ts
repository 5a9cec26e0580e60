import { redirect } from '@sveltejs/kit';
import { formatWords, wayWords } from '#lib/pages/import-words.ts';
import { dayAndTime } from '#lib/pages/times.ts';
import { savedFrom } from '#lib/server/answer-save.ts';
import { notThere } from '#lib/server/commands/change.ts';
import { withdrawLarge } from '#lib/server/imports/withdraw-large.ts';
import { countBatch, findBatch } from '#lib/server/queries/batches.ts';
import { whyClosed } from '#lib/server/queries/closed.ts';
import { findSource } from '#lib/server/queries/sources.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const { batch, goes, source } = answered(() => {
		const source = findSource(locals.db, params.id, params.source);
		const batch = findBatch(locals.db, source.key, params.batch);
		if (!batch) throw notThere();
		return { source, batch, goes: countBatch(locals.db, source.key, batch.id) };
	});
	return {
		source: { id: source.id, title: source.title },
		closed: whyClosed(locals.db, params.id),
		goes,
		batch: {
			...batch,
			way: wayWords(batch.way),
			format: formatWords(batch.format),
			at: dayAndTime(batch.takenInAt),
			withdrawn: batch.withdrawnAt === null ? null : dayAndTime(batch.withdrawnAt)
		}
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const refusal = await refused(form, async () => {
			await withdrawLarge(locals.db, locals, {
				review: params.id,
				source: params.source,
				batch: params.batch,
				reason: textOf(form, 'reason'),
				confirmed: savedFrom(form).confirmed
			});
		});
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/evidence/${params.source}/import?done=${params.batch}`);
	}
};
