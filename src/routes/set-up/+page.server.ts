import { error, fail, redirect } from '@sveltejs/kit';
import { organisationKinds, type OrganisationKind } from '#lib/server/access/actor.ts';
import { addFirstAdministrator } from '#lib/server/commands/add-first-administrator.ts';
import { takeGuess } from '#lib/server/commands/count-guess.ts';
import { noteRefusedSignIn } from '#lib/server/commands/note-refused-sign-in.ts';
import { FormProblem } from '#lib/server/problems.ts';
import { keptFolder } from '#lib/server/project-root.ts';
import { isUnclaimed } from '#lib/server/queries/actors.ts';
import { listDocuments } from '#lib/server/queries/documents.ts';
import { findHost } from '#lib/server/queries/host.ts';
import { hashNewPassword } from '#lib/server/sign-in/common-passwords.ts';
import { guessKey } from '#lib/server/sign-in/guess-key.ts';
import { secretOf } from '#lib/server/sign-in/secret.ts';
import { closeSetUp, isSetUpCode } from '#lib/server/sign-in/set-up-code.ts';
import { signInDirectly } from '#lib/server/sign-in/steps.ts';
import { refused, textOf, writtenIn } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db } }) => {
	if (!isUnclaimed(db)) error(404, { message: 'Not Found' });
	const partnerships = listDocuments(db, 'partnerships').flatMap((list) => list.partnerships);
	return {
		host: findHost(db)?.name ?? null,
		partnerships: partnerships
			.map(({ code, name }) => ({ value: code, label: name }))
			.sort((a, b) => a.label.localeCompare(b.label, 'en'))
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, at } = event.locals;
		if (!isUnclaimed(db)) error(404, { message: 'Not Found' });
		const form = await event.request.formData();
		const key = guessKey(secretOf(keptFolder()), 'set-up', '', event.getClientAddress());
		const mayGuess = takeGuess(db, key, at);
		if (!mayGuess || !isSetUpCode(textOf(form, 'code'))) {
			if (mayGuess) noteRefusedSignIn(db, at, 'set-up', null);
			const problem = mayGuess
				? 'This is not the code that Cairn printed when it started.'
				: 'Too many tries from here. Wait 5 minutes, then try again.';
			return fail(mayGuess ? 401 : 429, {
				form: null,
				problem,
				details: [],
				fields: mayGuess ? { code: 'Copy the code from where Cairn was started.' } : {},
				values: writtenIn(form)
			});
		}
		return refused(form, async () => {
			const [name, email] = [textOf(form, 'name'), textOf(form, 'email')];
			const kind = kindOf(textOf(form, 'kind'));
			const partnership = kind === 'partnership' ? textOf(form, 'partnership') : null;
			const passwordHash = await hashNewPassword(String(form.get('password') ?? ''), { name, email });
			const named = textOf(form, 'organisation') || partnershipName(event.locals.db, partnership);
			const added = { name, email, passwordHash, leads: form.has('leads') };
			const person = inWordsOfTheForm(() =>
				addFirstAdministrator(db, at, { ...added, organisation: { kind, name: named, partnership } })
			);
			closeSetUp();
			signInDirectly(event, person, 'set-up');
			redirect(303, '/');
		});
	}
};

function kindOf(written: string): OrganisationKind {
	const kind = organisationKinds.find((known) => known === written);
	if (!kind) throw new FormProblem({ kind: 'Choose what kind of organisation it is.' });
	return kind;
}

function partnershipName(db: Parameters<typeof findHost>[0], code: string | null): string {
	const known = listDocuments(db, 'partnerships').flatMap((list) => list.partnerships);
	return known.find((partnership) => partnership.code === code)?.name ?? '';
}

/** Two fields of this form are called `name` where they are made: the person's, and the organisation's. */
function inWordsOfTheForm<Result>(make: () => Result): Result {
	try {
		return make();
	} catch (problem) {
		if (problem instanceof FormProblem && problem.fields.name?.includes('organisation'))
			throw new FormProblem({ organisation: problem.fields.name });
		throw problem;
	}
}
