import { redirect } from '@sveltejs/kit';
import { savedFrom } from '#lib/server/answer-save.ts';
import { withdrawComment } from '#lib/server/commands/withdraw-comment.ts';
import { writeComment } from '#lib/server/commands/write-comment.ts';
import { findAbout } from '#lib/server/queries/about.ts';
import { loadCommentsPage } from '#lib/server/queries/comments.ts';
import { localPath } from '#lib/server/sign-in/local-path.ts';
import { refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const forMe = url.searchParams.get('to') === 'me';
	const page = loadCommentsPage(locals.db, locals.actor, params.id, { forMe });
	const asked = url.searchParams.get('about') ?? 'review';
	return {
		forMe,
		page,
		on: findAbout(locals.db, params.id, asked) ?? findAbout(locals.db, params.id, 'review')!,
		signedIn: locals.actor.kind === 'person'
	};
};

/** Within Cairn, to the comments of the page that the form stood on. */
function backTo(form: FormData, review: string): string {
	const path = localPath(textOf(form, 'back'));
	return `${path === '/' ? `/reviews/${review}/comments` : path}#comments`;
}

export const actions: Actions = {
	write: async ({ locals, params, request }) => {
		const form = await request.formData();
		const mentions = form.getAll('mentions').filter((each) => typeof each === 'string');
		const refusal = await refused(
			form,
			() =>
				void writeComment(locals.db, locals, {
					review: params.id,
					about: textOf(form, 'about'),
					text: textOf(form, 'text'),
					mentions,
					confirmed: savedFrom(form).confirmed
				}),
			'comment'
		);
		if (refusal) return refusal;
		redirect(303, backTo(form, params.id));
	},

	withdraw: async ({ locals, params, request }) => {
		const form = await request.formData();
		const refusal = await refused(
			form,
			() => withdrawComment(locals.db, locals, { review: params.id, comment: textOf(form, 'comment') }),
			'withdraw'
		);
		if (refusal) return refusal;
		redirect(303, backTo(form, params.id));
	}
};
