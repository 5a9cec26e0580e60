/** Checks the trail from its first event to its last. */
import { Problem } from '#lib/server/problems.ts';
import { verifyTrail } from '#lib/server/queries/verify-trail.ts';
import type { Command } from './command.ts';

export const command: Command = {
	usage: 'audit verify [--json]',
	summary: 'Checks that no event of the trail was altered, removed or moved.',
	help: `Each event carries the hash of the one before it; every hash is made again from what is kept. Exit 1, with a line for
each event that is not as it was written.

With --json: {events, head: {id, hash} | null, faults}.`,
	options: {},
	positionals: [],
	run({ options, openCairn, print }) {
		const { events, head, faults } = verifyTrail(openCairn());
		if (options.json) print(JSON.stringify({ events, head, faults }));
		else if (faults.length === 0)
			print(`The trail is whole: ${events} events${head ? `, the last with the hash ${head.hash}` : ''}.`);
		if (faults.length > 0) throw new Problem('trail-broken', 'The trail is not as it was written.', faults);
	}
};
