/** Lists the framework editions. */
import { listDocuments } from '#lib/server/queries/documents.ts';
import type { Command } from './command.ts';

export const command: Command = {
	usage: 'frameworks [--json]',
	summary: 'Lists the framework editions: what good looks like.',
	help: 'With --json: a list of {id, edition, title, publisher, elements (how many)}.',
	options: {},
	positionals: [],
	run({ options, openCairn, print }) {
		const frameworks = listDocuments(openCairn(), 'framework');
		if (options.json)
			print(
				JSON.stringify(
					frameworks.map(({ id, edition, title, publisher, elements }) => ({
						id,
						edition,
						title,
						publisher,
						elements: elements.length
					})),
					null,
					'\t'
				)
			);
		else
			for (const { id, edition, title, elements } of frameworks)
				print(`${id} ${edition}: ${title} (${elements.length} elements)`);
	}
};
