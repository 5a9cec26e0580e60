import { error, redirect } from '@sveltejs/kit';
import { addDemoPerson, demoPeople, type DemoName } from '#lib/server/commands/add-demo-person.ts';
import { refuseStep } from '#lib/server/sign-in/answer-step.ts';
import { authFor } from '#lib/server/sign-in/auth.ts';
import { localPath } from '#lib/server/sign-in/local-path.ts';
import { isDemo, readProvider } from '#lib/server/sign-in/settings.ts';
import { givePassword, signInDirectly } from '#lib/server/sign-in/steps.ts';
import { goToProvider, providerRefusal } from '#lib/server/sign-in/with-provider.ts';
import { textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const to = localPath(url.searchParams.get('to'));
	if (locals.actor.kind === 'person') redirect(303, to);
	// Read by the time that the form comes back.
	authFor(locals.db, url.origin).catch(() => undefined);
	return {
		to,
		provider: readProvider()?.name ?? null,
		demo: isDemo(),
		problem: providerRefusal(url.searchParams.get('error')),
		fresh: url.searchParams.get('after')
	};
};

export const actions: Actions = {
	password: async (event) => {
		const form = await event.request.formData();
		const to = localPath(textOf(form, 'to'));
		const step = await givePassword(event, {
			email: textOf(form, 'email'),
			password: String(form.get('password') ?? '')
		});
		if ('refused' in step) return refuseStep(form, step);
		redirect(303, 'code' in step ? `/sign-in/code?to=${encodeURIComponent(to)}` : to);
	},
	provider: async (event) => {
		const form = await event.request.formData();
		const refused = await goToProvider(event, textOf(form, 'to'));
		return refuseStep(form, { refused, status: 401 });
	},
	demo: async (event) => {
		if (!isDemo()) error(404, { message: 'Not Found' });
		const as = textOf(await event.request.formData(), 'as');
		if (!Object.hasOwn(demoPeople, as)) error(404, { message: 'Not Found' });
		signInDirectly(event, addDemoPerson(event.locals.db, event.locals.at, as as DemoName), 'demo');
		redirect(303, '/');
	}
};
