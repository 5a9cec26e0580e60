import { redirect } from '@sveltejs/kit';
import { renderSVG } from 'uqr';
import { savedFrom } from '#lib/server/answer-save.ts';
import { agreeInWorkshop } from '#lib/server/commands/agree-in-workshop.ts';
import { closeWorkshop } from '#lib/server/commands/close-workshop.ts';
import { openWorkshop } from '#lib/server/commands/open-workshop.ts';
import { revealWorkshop } from '#lib/server/commands/reveal-workshop.ts';
import { turnWorkshop } from '#lib/server/commands/turn-workshop.ts';
import { loadWorkshopScreen } from '#lib/server/queries/workshop-pages.ts';
import { savedOrRefused } from '#lib/server/saved-or-refused.ts';
import { ownAddress } from '#lib/server/secret-link.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, at }, params }) => {
	const screen = answered(() => loadWorkshopScreen(db, params.id, at));
	const link = screen.room && `${ownAddress()}/workshop/${screen.room.joinCode}`;
	return {
		/** A meeting looks at it: what stands around other pages is left out while a workshop goes on. */
		bare: screen.room !== null,
		screen,
		join: link && {
			/** As one says it: without the protocol. */
			address: `${ownAddress().replace(/^https?:\/\//, '')}/workshop`,
			picture: `data:image/svg+xml,${encodeURIComponent(renderSVG(link, { border: 1 }))}`
		}
	};
};

type Event = Parameters<Actions[string]>[0];

/** Does one step of the workshop and shows the screen anew. */
async function step({ params, request }: Event, name: string, does: (form: FormData) => void) {
	const form = await request.formData();
	const refusal = await refused(form, () => does(form), name);
	if (refusal) return refusal;
	redirect(303, `/reviews/${params.id}/workshop`);
}

export const actions: Actions = {
	open: (event) =>
		step(event, 'open', () => void openWorkshop(event.locals.db, event.locals, { review: event.params.id })),
	turn: (event) =>
		step(event, 'turn', (form) =>
			turnWorkshop(event.locals.db, event.locals, {
				review: event.params.id,
				element: textOf(form, 'element')
			})
		),
	reveal: (event) =>
		step(event, 'turn', (form) =>
			revealWorkshop(event.locals.db, event.locals, {
				review: event.params.id,
				element: textOf(form, 'element')
			})
		),
	agree: (event) =>
		step(
			event,
			'agree',
			(form) =>
				void savedOrRefused(
					agreeInWorkshop(event.locals.db, event.locals, {
						review: event.params.id,
						element: textOf(form, 'element'),
						howWell: textOf(form, 'howWell'),
						words: textOf(form, 'words'),
						...savedFrom(form)
					})
				)
		),
	close: (event) =>
		step(event, 'close', () => closeWorkshop(event.locals.db, event.locals, { review: event.params.id }))
};
