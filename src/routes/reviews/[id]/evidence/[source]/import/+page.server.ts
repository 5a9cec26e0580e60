import { redirect } from '@sveltejs/kit';
import { dayAndTime } from '#lib/pages/times.ts';
import { wayWords, sizeWords } from '#lib/pages/import-words.ts';
import { receiveFile } from '#lib/server/imports/staged-work.ts';
import { keptFolder } from '#lib/server/project-root.ts';
import { findBatch, listBatches } from '#lib/server/queries/batches.ts';
import { whyClosed } from '#lib/server/queries/closed.ts';
import { findSource } from '#lib/server/queries/sources.ts';
import { listStaged } from '#lib/server/queries/staged-imports.ts';
import { answered, refused } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
	const { may } = await parent();
	const source = answered(() => findSource(locals.db, params.id, params.source));
	const done = findBatch(locals.db, source.key, url.searchParams.get('done') ?? '');
	return {
		source: { id: source.id, title: source.title, asks: source.instrument !== null },
		closed: whyClosed(locals.db, params.id),
		limit: sizeWords(process.env.BODY_SIZE_LIMIT ?? '512K'),
		done: done && {
			id: done.id,
			name: done.name,
			records: done.records,
			withdrawn: done.withdrawnAt !== null
		},
		staged: may.takeInAnswers
			? listStaged(locals.db, source.key).map(({ id, fileName, state, by, startedAt }) => ({
					id,
					fileName,
					state,
					by,
					at: dayAndTime(startedAt)
				}))
			: [],
		batches: listBatches(locals.db, source.key).map((batch) => ({
			...batch,
			way: wayWords(batch.way),
			at: dayAndTime(batch.takenInAt),
			withdrawn: batch.withdrawnAt === null ? null : dayAndTime(batch.withdrawnAt)
		}))
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const sent = await refused(new FormData(), () =>
			receiveFile(
				locals.db,
				locals,
				{ folder: keptFolder(), review: params.id, source: params.source },
				request
			)
		);
		if (typeof sent !== 'string') return sent;
		redirect(303, `/reviews/${params.id}/evidence/${params.source}/import/${sent}`);
	}
};
