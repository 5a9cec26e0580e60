import { guessMinutes, takeGuess } from '#lib/server/commands/count-guess.ts';
import { emailFault, keptEmail } from '#lib/server/commands/name-faults.ts';
import { sendForgottenPassword } from '#lib/server/forgotten-password.ts';
import { canSendMail } from '#lib/server/mail/send-mail.ts';
import { FormProblem, Problem } from '#lib/server/problems.ts';
import { keptFolder } from '#lib/server/project-root.ts';
import { guessKey } from '#lib/server/sign-in/guess-key.ts';
import { secretOf } from '#lib/server/sign-in/secret.ts';
import { refused, textOf } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ byMail: canSendMail() });

export const actions: Actions = {
	default: async ({ locals: { db, at }, request, getClientAddress }) => {
		const form = await request.formData();
		return refused(form, () => {
			const email = keptEmail(textOf(form, 'email'));
			const fault = emailFault(email);
			if (fault) throw new FormProblem({ email: fault });
			const key = guessKey(secretOf(keptFolder()), 'forgotten', '', getClientAddress());
			if (!takeGuess(db, key, at))
				throw new Problem(
					'asked-too-often',
					`That was asked too often from here. Wait ${guessMinutes} minutes, then try again.`
				);
			if (canSendMail()) sendForgottenPassword(db, at, email);
			return { asked: email };
		});
	}
};
