import { error, fail, redirect } from '@sveltejs/kit';
import { organisationKinds, type OrganisationKind } from '#lib/server/access/actor.ts';
import { addFirstAdministrator } from '#lib/server/commands/add-first-administrator.ts';
import { takeGuess } from '#lib/server/commands/count-guess.ts';
import {
	emailFault,
	keptEmail,
	organisationNameFault,
	personNameFault
} from '#lib/server/commands/name-faults.ts';
import { noteRefusedSignIn } from '#lib/server/commands/note-refused-sign-in.ts';
import type { Database } from '#lib/server/db/open.ts';
import { FormProblem, refuseFaults } from '#lib/server/problems.ts';
import { keptFolder } from '#lib/server/project-root.ts';
import { isUnclaimed } from '#lib/server/queries/actors.ts';
import { findHost } from '#lib/server/queries/host.ts';
import { findPlace, listPlaces } from '#lib/server/queries/partnerships.ts';
import { commonPasswords, hashNewPassword } from '#lib/server/sign-in/common-passwords.ts';
import { guessKey } from '#lib/server/sign-in/guess-key.ts';
import { passwordFault } from '#lib/server/sign-in/password-rules.ts';
import { secretOf } from '#lib/server/sign-in/secret.ts';
import { closeSetUp, isSetUpCode } from '#lib/server/sign-in/set-up-code.ts';
import { signInDirectly } from '#lib/server/sign-in/steps.ts';
import { refused, textOf, writtenIn } from '#lib/server/web-problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db } }) => {
	if (!isUnclaimed(db)) error(404, { message: 'Not Found' });
	return {
		host: findHost(db)?.name ?? null,
		partnerships: listPlaces(db, 'real').map(({ code, name }) => ({ value: code, label: name }))
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
		const answer = await refused(form, async () => {
			const [name, email] = [textOf(form, 'name'), textOf(form, 'email')];
			const password = String(form.get('password') ?? '');
			const kind = organisationKinds.find((known) => known === textOf(form, 'kind'));
			const partnership = kind === 'partnership' ? textOf(form, 'partnership') : null;
			const named = textOf(form, 'organisation') || placeName(db, partnership);
			refuseFaults({
				name: personNameFault(name),
				email: emailFault(keptEmail(email)),
				password: passwordFault(password, { name, email }, commonPasswords()),
				...(findHost(db) ? {} : organisationFaults(kind, partnership, named))
			});
			if (!kind) throw new FormProblem({ kind: noKind });
			const passwordHash = await hashNewPassword(password, { name, email });
			const added = { name, email, passwordHash, leads: form.has('leads') };
			const person = inWordsOfTheForm(() =>
				addFirstAdministrator(db, at, { ...added, organisation: { kind, name: named, partnership } })
			);
			closeSetUp();
			signInDirectly(event, person, 'set-up');
			redirect(303, '/');
		});
		// Whoever gave the right code has it, and need not copy it again.
		const values = { ...answer.data.values, code: textOf(form, 'code') };
		return fail(answer.status, { ...answer.data, values });
	}
};

const noKind = 'Choose what kind of organisation it is.';

/** All that can be wrong at once; a partnership that is not chosen has no name either, which is not said twice. */
function organisationFaults(kind: OrganisationKind | undefined, partnership: string | null, named: string) {
	const unchosen = kind === 'partnership' && !partnership;
	return {
		kind: kind ? null : noKind,
		partnership: unchosen ? 'Choose which partnership it is.' : null,
		organisation: kind && !unchosen ? organisationNameFault(named, []) : null
	};
}

function placeName(db: Database, code: string | null): string {
	return (code === null ? null : findPlace(db, code))?.name ?? '';
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
