/**
 * The forms with which people judge alone, agree, set aside and look again: the same on the page of a theme, of a
 * component and of the moderation. Each shows its page anew once it is done.
 */
import { redirect } from '@sveltejs/kit';
import { savedFrom } from './answer-save.ts';
import type { By } from './commands/append-event.ts';
import { agreeJudgement } from './commands/agree-judgement.ts';
import { giveOwnJudgement } from './commands/give-own-judgement.ts';
import { lookAgain } from './commands/look-again.ts';
import { setJudgementAside } from './commands/set-judgement-aside.ts';
import type { Database } from './db/open.ts';
import { refused, textOf } from './web-problems.ts';

type Event = {
	locals: By & { db: Database };
	params: Partial<Record<string, string>>;
	request: Request;
	url: URL;
};
type Place = { review: string; element: string };

/** Names of the forms, as the pages know their refusals by. */
const judgingAction =
	(name: string, ask: (form: FormData, locals: Event['locals'], place: Place) => void) =>
	/** `named`: the parameter of the route that names the theme or component. */
	(named: string) =>
	async (event: Event) => {
		const { locals, params, request, url } = event;
		const form = await request.formData();
		const place = { review: params.id ?? '', element: params[named] ?? '' };
		const refusal = await refused(form, () => ask(form, locals, place), name);
		if (refusal) return refusal;
		redirect(303, `${url.pathname}#well`);
	};

export const giveOwn = judgingAction('own', (form, locals, place) => {
	giveOwnJudgement(locals.db, locals, {
		...place,
		step: textOf(form, 'step'),
		howDoWeKnow: textOf(form, 'howDoWeKnow'),
		reason: textOf(form, 'reason'),
		perspective: textOf(form, 'perspective'),
		...savedFrom(form)
	});
});

export const agreeTogether = judgingAction('agree', (form, locals, place) => {
	agreeJudgement(locals.db, locals, {
		...place,
		step: textOf(form, 'step'),
		howDoWeKnow: textOf(form, 'howDoWeKnow'),
		reason: textOf(form, 'reason'),
		seen: textOf(form, 'seen'),
		confirmed: savedFrom(form).confirmed
	});
});

export const judgeAgain = judgingAction('again', (form, locals, place) => {
	setJudgementAside(locals.db, locals, {
		...place,
		why: textOf(form, 'why'),
		confirmed: savedFrom(form).confirmed
	});
});

export const staysAsItIs = judgingAction('stays', (form, locals, place) => {
	lookAgain(locals.db, locals, { ...place, own: textOf(form, 'own') === 'yes' });
});
