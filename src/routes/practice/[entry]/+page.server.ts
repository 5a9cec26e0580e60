import { redirect } from '@sveltejs/kit';
import { savedFrom } from '#lib/server/answer-save.ts';
import { markUseful } from '#lib/server/commands/mark-useful.ts';
import { publishEntry } from '#lib/server/commands/publish-entry.ts';
import { restoreEntry } from '#lib/server/commands/restore-entry.ts';
import { returnEntry } from '#lib/server/commands/return-entry.ts';
import { sendEntry } from '#lib/server/commands/send-entry.ts';
import { unmarkUseful } from '#lib/server/commands/unmark-useful.ts';
import { withdrawEntry } from '#lib/server/commands/withdraw-entry.ts';
import { withdrawRemark } from '#lib/server/commands/withdraw-remark.ts';
import { writeRemark } from '#lib/server/commands/write-remark.ts';
import { loadEntryPage } from '#lib/server/queries/entry-page.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	entry: answered(() => loadEntryPage(locals.db, locals.actor, params.entry))
});

/** Runs one step and goes back to the entry; a refusal carries the name of its form. */
async function step(
	{ params, request }: RequestEvent,
	named: string,
	run: (form: FormData) => unknown,
	part = ''
) {
	const form = await request.formData();
	const refusal = await refused(form, () => void run(form), named);
	if (refusal) return refusal;
	redirect(303, `/practice/${params.entry}${part}`);
}

export const actions: Actions = {
	useful: (event) => {
		const { locals, params } = event;
		const about = `entry:${params.entry}`;
		const run = (form: FormData) =>
			(textOf(form, 'useful') === 'no' ? unmarkUseful : markUseful)(locals.db, locals, { about });
		return step(event, 'useful', run, '#useful');
	},
	remark: (event) => {
		const { locals, params } = event;
		const asked = (form: FormData) => ({
			about: `entry:${params.entry}`,
			text: textOf(form, 'text'),
			confirmed: savedFrom(form).confirmed
		});
		return step(event, 'remark', (form) => writeRemark(locals.db, locals, asked(form)), '#remarks');
	},
	withdrawRemark: (event) => {
		const { locals } = event;
		const run = (form: FormData) => withdrawRemark(locals.db, locals, { remark: textOf(form, 'remark') });
		return step(event, 'remark', run, '#remarks');
	},
	send: (event) =>
		step(event, 'send', () => sendEntry(event.locals.db, event.locals, { entry: event.params.entry })),
	withdraw: (event) =>
		step(event, 'withdraw', () =>
			withdrawEntry(event.locals.db, event.locals, { entry: event.params.entry })
		),
	restore: (event) =>
		step(event, 'restore', () => restoreEntry(event.locals.db, event.locals, { entry: event.params.entry })),
	return: (event) => {
		const { locals, params } = event;
		const asked = (form: FormData) => ({
			entry: params.entry,
			words: textOf(form, 'words'),
			confirmed: savedFrom(form).confirmed
		});
		return step(event, 'return', (form) => returnEntry(locals.db, locals, asked(form)));
	},
	publish: (event) => {
		const { locals, params } = event;
		const run = (form: FormData) =>
			publishEntry(locals.db, locals, { entry: params.entry, version: savedFrom(form).version });
		return step(event, 'publish', run);
	}
};
