/** Adds an organisation. */
import { operator, organisationKinds } from '#lib/server/access/actor.ts';
import { addOrganisation } from '#lib/server/commands/add-organisation.ts';
import { findOrganisation } from '#lib/server/queries/organisations.ts';
import { oneOf, UsageError, type Command } from './command.ts';

export const command: Command = {
	usage: 'organisations add --kind KIND --name NAME [--partnership CODE] [--json]',
	summary: 'Adds an organisation and prints its id; the first one looks after the installation.',
	help: `--kind         ${organisationKinds.join(', ')}
--name         as it is called on pages and in reports
--partnership  for a partnership: the code of its integration authority (S37…) or of its council (S12…)

With --json: {id, kind, name, partnership, host}.`,
	options: { kind: { type: 'string' }, name: { type: 'string' }, partnership: { type: 'string' } },
	positionals: [],
	run(input) {
		const { options, openCairn, print, now } = input;
		const kind = oneOf(input, 'kind', organisationKinds);
		if (!kind) throw new UsageError(`Give --kind, one of: ${organisationKinds.join(', ')}.`);
		if (typeof options.name !== 'string') throw new UsageError('Give --name.');
		if ((kind === 'partnership') !== (options.partnership !== undefined))
			throw new UsageError('--partnership goes with --kind partnership, and only with it.');
		const db = openCairn();
		const partnership = typeof options.partnership === 'string' ? options.partnership : null;
		const id = addOrganisation(db, { actor: operator, at: now }, { kind, name: options.name, partnership });
		const { name, host, partnership: called } = findOrganisation(db, id);
		if (options.json) print(JSON.stringify({ id, kind, name, partnership: called, host }));
		else print(id);
	}
};
