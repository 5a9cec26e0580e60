import { redirect } from '@sveltejs/kit';
import { renderSVG } from 'uqr';
import { savedFrom } from '#lib/server/answer-save.ts';
import { closeCollection } from '#lib/server/commands/close-collection.ts';
import { extendCollection } from '#lib/server/commands/extend-collection.ts';
import { openCollection } from '#lib/server/commands/open-collection.ts';
import { listCollections } from '#lib/server/queries/collections.ts';
import { whyClosed } from '#lib/server/queries/closed.ts';
import { findSource } from '#lib/server/queries/sources.ts';
import { ownAddress } from '#lib/server/secret-link.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const { db, at } = locals;
	const source = answered(() => findSource(db, params.id, params.source));
	return {
		source: { id: source.id, title: source.title, asks: source.instrument !== null },
		closed: whyClosed(db, params.id),
		collections: listCollections(db, source.key).map(({ token, ...collection }) => ({
			...collection,
			open: collection.closedAt === null && collection.closesAt > at,
			link: token === null ? null : addressOf(token),
			picture: token === null ? null : pictureOf(addressOf(token))
		}))
	};
};

const pictureOf = (link: string) =>
	`data:image/svg+xml,${encodeURIComponent(renderSVG(link, { border: 2 }))}`;
const addressOf = (token: string) => `${ownAddress()}/answer/${token}`;

export const actions: Actions = {
	open: async ({ locals, params, request }) => {
		const form = await request.formData();
		const own: { links: string[] | null } = { links: null };
		const refusal = await refused(
			form,
			() => {
				const { tokens } = openCollection(locals.db, locals, {
					review: params.id,
					source: params.source,
					mode: textOf(form, 'mode'),
					links: textOf(form, 'links'),
					introduction: textOf(form, 'introduction'),
					closes: textOf(form, 'closes'),
					confirmed: savedFrom(form).confirmed
				});
				if (textOf(form, 'mode') === 'single-use') own.links = tokens.map(addressOf);
			},
			'open'
		);
		if (refusal) return refusal;
		// Links of one person each are shown now and never again, so the page is not asked for anew.
		if (own.links) return own;
		redirect(303, `/reviews/${params.id}/evidence/${params.source}/link`);
	},
	close: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { review: params.id, source: params.source, collection: textOf(form, 'collection') };
		const refusal = await refused(form, () => closeCollection(locals.db, locals, asked), 'close');
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/evidence/${params.source}/link`);
	},
	extend: async ({ locals, params, request }) => {
		const form = await request.formData();
		const collection = textOf(form, 'collection');
		const asked = { review: params.id, source: params.source, collection, closes: textOf(form, 'closes') };
		const refusal = await refused(
			form,
			() => extendCollection(locals.db, locals, asked),
			`extend-${collection}`
		);
		if (refusal) return refusal;
		redirect(303, `/reviews/${params.id}/evidence/${params.source}/link`);
	}
};
