import { noteRead, recordSubject } from '#lib/server/commands/note-read.ts';
import { findTwiceRead } from '#lib/server/queries/readings-page.ts';
import { loadRecordPage } from '#lib/server/queries/source-pages.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	answered(() => {
		const record = loadRecordPage(locals.db, locals.actor, params.id, params.source, params.reference);
		const subject = recordSubject(params.source, params.reference);
		noteRead(locals.db, locals, { verb: 'record-opened', review: params.id, subject });
		const twice = findTwiceRead(locals.db, locals.actor, params.id, params.source, params.reference);
		return { record, twice };
	});
