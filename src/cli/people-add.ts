/** Adds a person, with a password or with a link by which they choose their own. */
import { readFileSync } from 'node:fs';
import { operator, roles } from '#lib/server/access/actor.ts';
import { addPerson } from '#lib/server/commands/add-person.ts';
import { invitePerson } from '#lib/server/commands/invite-person.ts';
import { keptEmail } from '#lib/server/commands/name-faults.ts';
import type { Database } from '#lib/server/db/open.ts';
import { Problem } from '#lib/server/problems.ts';
import { listOrganisationIds } from '#lib/server/queries/organisations.ts';
import { findAccount } from '#lib/server/queries/secret-links.ts';
import { addressOf } from '#lib/server/secret-link.ts';
import { hashNewPassword } from '#lib/server/sign-in/common-passwords.ts';
import { oneOf, UsageError, type Command } from './command.ts';

export const command: Command = {
	usage: 'people add --name NAME --email EMAIL --organisation ID --role ROLE [--password-stdin] [--json]',
	summary: 'Adds a person to an organisation; without a password, prints a link by which they join.',
	help: `--organisation    the id of one that is there: organisations lists them; in a new Cairn, organisations add (or the page
                  /set-up) makes the first one before anybody can be added
--role            ${roles.join(', ')}; those that the kind of organisation has
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
		if (typeof organisation !== 'string')
			throw new UsageError(`Give --organisation. ${whichThereAre(openCairn())}`);
		if (!role) throw new UsageError(`Give --role, one of: ${roles.join(', ')}.`);
		const db = openCairn();
		const there = listOrganisationIds(db);
		if (!there.includes(organisation))
			throw new Problem('not-found', `There is no organisation “${organisation}”.`, [whichThereAre(db)]);
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

/** What to give as the organisation, or what to do first. */
function whichThereAre(db: Database): string {
	const there = listOrganisationIds(db);
	return there.length > 0
		? `There are: ${there.join(', ')}.`
		: 'There are none yet: add the first with organisations add, or on the page /set-up.';
}

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
