/** Lists the organisations. */
import { operator } from '#lib/server/access/actor.ts';
import { kindWords } from '#lib/server/access/role-words.ts';
import { listOrganisations } from '#lib/server/queries/organisations.ts';
import type { Command } from './command.ts';

export const command: Command = {
	usage: 'organisations [--json]',
	summary: 'Lists the organisations with the number of their people.',
	help: `Those of the example world are left out.
With --json: a list of {id, kind, name, partnership, host, people, waiting}; waiting are links not used yet.`,
	options: {},
	positionals: [],
	run({ options, openCairn, print, now }) {
		const all = listOrganisations(openCairn(), operator, now);
		if (options.json)
			print(
				JSON.stringify(
					all.map(({ id, kind, name, partnership, host, people, waiting }) => ({
						id,
						kind,
						name,
						partnership,
						host,
						people,
						waiting
					})),
					null,
					'\t'
				)
			);
		else
			for (const { id, kind, name, host, people } of all)
				print(
					`${id}: ${name}, ${kindWords[kind].toLowerCase()}${host ? ', looks after Cairn' : ''} (${people === 1 ? '1 person' : `${people} people`})`
				);
	}
};
