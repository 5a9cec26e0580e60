import { redirect } from '@sveltejs/kit';
import { savedFrom } from '#lib/server/answer-save.ts';
import { arrangeDraft, type Arrangement } from '#lib/server/commands/arrange-instrument-draft.ts';
import { beginInstrument, type BeginAsked } from '#lib/server/commands/begin-instrument.ts';
import { chooseInstrument } from '#lib/server/commands/choose-instrument.ts';
import { dropInstrumentDraft } from '#lib/server/commands/drop-instrument-draft.ts';
import { useInstrumentDraft } from '#lib/server/commands/use-instrument-draft.ts';
import { FormProblem } from '#lib/server/problems.ts';
import { loadInstrumentPage } from '#lib/server/queries/instrument-editor.ts';
import { answered, refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	instrument: answered(() => loadInstrumentPage(locals.db, params.id, params.source))
});

/** What a form of the page asks for; once it is done the page is shown anew, or what `ask` gives the address of. */
type Ask = (
	form: FormData,
	of: { review: string; source: string },
	event: RequestEvent
) => string | Promise<string>;

const doing = (name: string, ask: Ask) => async (event: RequestEvent) => {
	const form = await event.request.formData();
	const { id: review, source } = event.params;
	const home = `/reviews/${review}/evidence/${source}/instrument`;
	const part = await refused(form, () => ask(form, { review, source }, event), name);
	if (typeof part !== 'string') return part;
	redirect(303, `${home}${part}`);
};

/** A step with one question of the version in the making. */
const arranging = (arrangementOf: (form: FormData) => Arrangement, part: (key: string) => string) =>
	doing('arrange', (form, of, { locals }) =>
		part(arrangeDraft(locals.db, locals, { ...of, arrangement: arrangementOf(form) }))
	);

/** How the question of a form is moved, as its button says. */
function moveAsked(form: FormData): Arrangement {
	const key = textOf(form, 'key');
	const way = textOf(form, 'way');
	return way === 'up' || way === 'down'
		? { what: way, key }
		: { what: 'move', key, after: textOf(form, 'after') };
}

async function beginningIn(form: FormData): Promise<BeginAsked['from']> {
	const way = textOf(form, 'way');
	if (way === 'empty') return null;
	if (way === 'library') return { reference: textOf(form, 'from') };
	const file = form.get('file');
	if (!(file instanceof File) || file.size === 0) throw new FormProblem({ file: 'Choose a file.' });
	if (file.size > 2_000_000) throw new FormProblem({ file: 'It is larger than two megabytes.' });
	return { file: await file.text() };
}

export const actions: Actions = {
	choose: doing('choose', (form, of, { locals }) => {
		chooseInstrument(locals.db, locals, { ...of, instrument: textOf(form, 'instrument') });
		return '';
	}),
	begin: doing('begin', async (form, of, { locals }) => {
		const from = await beginningIn(form);
		beginInstrument(locals.db, locals, { ...of, from, confirmed: savedFrom(form).confirmed });
		return '#making';
	}),
	add: arranging(
		() => ({ what: 'add' }),
		(key) => `/${key}`
	),
	move: arranging(moveAsked, (key) => `#${key}`),
	remove: arranging(
		(form) => ({ what: 'remove', key: textOf(form, 'key') }),
		() => '#removed'
	),
	'put-back': arranging(
		(form) => ({ what: 'put-back', key: textOf(form, 'key') }),
		(key) => `#${key}`
	),
	drop: doing('drop', (_form, of, { locals }) => {
		dropInstrumentDraft(locals.db, locals, of);
		return '';
	}),
	use: doing('use', (form, of, { locals }) => {
		useInstrumentDraft(locals.db, locals, { ...of, version: Number(textOf(form, 'version')) });
		return '';
	})
};
