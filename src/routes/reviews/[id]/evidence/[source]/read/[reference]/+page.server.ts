import { fail, redirect } from '@sveltejs/kit';
import { deskAddress, readAddress } from '#lib/components/review-addresses.ts';
import { completeReading } from '#lib/server/commands/complete-reading.ts';
import { noteRead, recordSubject } from '#lib/server/commands/note-read.ts';
import { reopenReading } from '#lib/server/commands/reopen-reading.ts';
import { takeAnswer, takeComment, takeForm } from '#lib/server/desk-form.ts';
import { findNextToRead } from '#lib/server/queries/given-records.ts';
import { loadDeskPage } from '#lib/server/queries/desk.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const askedIn = ({ params }: { params: RequestEvent['params'] }) => ({
	review: params.id,
	source: params.source,
	reference: params.reference
});
const stays = (url: URL) => url.searchParams.get('advance') === 'off';

export const load: PageServerLoad = ({ locals, params, request, url }) =>
	answered(() => {
		const desk = loadDeskPage(locals.db, locals.actor, askedIn({ params }));
		// A form that comes back shows nothing that was not open already.
		if (request.method === 'GET') {
			const subject = recordSubject(params.source, params.reference);
			noteRead(locals.db, locals, { verb: 'record-opened', review: params.id, subject });
		}
		return { desk, advance: !stays(url) };
	});

export const actions: Actions = {
	answer: async (event) => {
		const form = await event.request.formData();
		return answered(() => takeAnswer(event.locals.db, event.locals, askedIn(event), form));
	},

	comment: async (event) => {
		const form = await event.request.formData();
		return answered(() => takeComment(event.locals.db, event.locals, askedIn(event), form));
	},

	save: async (event) => {
		const form = await event.request.formData();
		const answer = answered(() => takeForm(event.locals.db, event.locals, askedIn(event), form));
		return answer.faults.length > 0 || answer.stopped ? fail(422, { answer }) : { answer };
	},

	complete: async (event) => {
		const { locals, params, request, url } = event;
		const form = await request.formData();
		const answer = answered(() => takeForm(locals.db, locals, askedIn(event), form));
		if (answer.faults.length > 0 || answer.stopped) return fail(422, { answer });
		const result = answered(() => completeReading(locals.db, locals, askedIn(event)));
		if ('blanks' in result) return fail(422, { answer: { ...answer, blanks: result.blanks } });
		if ('held' in result || 'closed' in result) {
			const stopped = 'held' in result ? `${result.held} answers this record already.` : result.closed;
			return fail(422, { answer: { ...answer, stopped } });
		}
		const next = findNextToRead(locals.db, locals.actor, params.id, params.source, params.reference);
		redirect(
			303,
			next === null
				? `${readAddress(params.id, params.source)}?done=yes`
				: deskAddress(params.id, params.source, next, stays(url))
		);
	},

	reopen: async (event) => {
		const { locals, params, url } = event;
		const result = answered(() => reopenReading(locals.db, locals, askedIn(event)));
		if ('reopened' in result)
			redirect(303, deskAddress(params.id, params.source, params.reference, stays(url)));
		const stopped = 'held' in result ? `${result.held} answers this record already.` : result.closed;
		const answer = { at: locals.at, saved: 0, faults: [], stopped, reopen: false, confirm: [], blanks: [] };
		return fail(422, { answer });
	}
};
