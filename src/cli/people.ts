/** Lists the people who have an account. */
import { listPeople } from '#lib/server/queries/people.ts';
import type { Command } from './command.ts';

export const command: Command = {
	usage: 'people [--json]',
	summary: 'Lists the people with the organisations that they belong to, and their roles.',
	help: 'With --json: a list of {id, name, email, secondFactor, memberships: [{organisation, role, standing}]}.',
	options: {},
	positionals: [],
	run({ options, openCairn, print }) {
		const all = listPeople(openCairn());
		if (options.json) print(JSON.stringify(all, null, '\t'));
		else
			for (const { name, email, memberships } of all)
				print(
					`${email}: ${name} (${
						memberships
							.map(
								({ organisation, role, standing }) =>
									`${role} of ${organisation}${standing === 'confirmed' ? '' : `, ${standing}`}`
							)
							.join('; ') || 'belongs to no organisation'
					})`
				);
	}
};
