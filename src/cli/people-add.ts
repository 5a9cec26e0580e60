/** Adds a person, with a password or with a link by which they choose their own. */
import { readFileSync } from 'node:fs';
import { operator, roles } from '#lib/server/access/actor.ts';
import { addPerson } from '#lib/server/commands/add-person.ts';
import { invitePerson } from '#lib/server/commands/invite-person.ts';
import { keptEmail } from '#lib/server/commands/name-faults.ts';
import type { Database } from '#lib/server/db/open.ts';
import { findOrganisation } from '#lib/server/queries/organisations.ts';
import { findAccount } from '#lib/server/queries/secret-links.ts';
import { addressOf } from '#lib/server/secret-link.ts';
import { hashNewPassword } from '#lib/server/sign-in/common-passwords.ts';
import { oneOf, UsageError, type Command } from './command.ts';

export const command: Command = {
	usage: 'people add --name NAME --email EMAIL --organisation ID --role ROLE [--password-stdin] [--json]',
	summary: 'Adds a person to an organisation; without a password, prints a link by which they join.',
	help: `--role            ${roles.join(', ')}; those that the kind of organisation has
--password-stdin  reads the password from standard input, so that it stands in no list of processes

The link is good once, for seven days, and printed only now. It begins with ORIGIN, or with http://HOST:PORT where
that is not set. Somebody who has an account already signs in to accept it; their name stays.

With --json: {person, email, organisation, role, link, until}; link and until are null with a password.`,
	options: {
		name: { type: 'string' },
		email: { type: 'string' },
		organisation: { type: 'string' },
		role: { type: 'string' },
		'password-stdin': { type: 'boolean' }
	},
	positionals: [],
	async run(input) {
		const { options, openCairn, print, remark, now } = input;
		const role = oneOf(input, 'role', roles);
		const { name, email, organisation } = options;
		if (typeof name !== 'string') throw new UsageError('Give --name.');
		if (typeof email !== 'string') throw new UsageError('Give --email.');
		if (typeof organisation !== 'string') throw new UsageError('Give --organisation.');
		if (!role) throw new UsageError(`Give --role, one of: ${roles.join(', ')}.`);
		const db = openCairn();
		findOrganisation(db, organisation);
		const added = { name, email, organisation, role };
		const by = { actor: operator, at: now };
		const told = { email: keptEmail(email), organisation, role };
		if (options['password-stdin']) {
			const password = readFileSync(0, 'utf8').replace(/\r?\n$/, '');
			const passwordHash = await hashNewPassword(password, { name, email });
			const person = addPerson(db, by, { ...added, passwordHash });
			if (options.json) print(JSON.stringify({ person, ...told, link: null, until: null }));
			else print(`${told.email} can sign in now.`);
			return;
		}
		const { token, expiresAt: until } = invite(db, by, added);
		const link = addressOf('join', token);
		const person = findAccount(db, told.email)?.id ?? null;
		if (options.json) print(JSON.stringify({ person, ...told, link, until }));
		else {
			print(link);
			remark(`Hand this link to ${told.email}. It works once, until ${until}.`);
		}
	}
};

type Added = { name: string; email: string; organisation: string; role: string };

/** Both or neither: no person is left behind without a link. */
function invite(db: Database, by: { actor: typeof operator; at: string }, added: Added) {
	return db.transaction(
		() => {
			if (!findAccount(db, keptEmail(added.email))) addPerson(db, by, { ...added, passwordHash: null });
			return invitePerson(db, by, added);
		},
		{ behavior: 'immediate' }
	);
}
