/** Checks the trail from its first event to its last. */
import { readManifest } from '#lib/server/backup/read-manifest.ts';
import { Problem } from '#lib/server/problems.ts';
import { verifyTrail } from '#lib/server/queries/verify-trail.ts';
import type { EarlierHead, TrailCheck } from '#lib/server/trail/verify.ts';
import { UsageError, type Command } from './command.ts';

export const command: Command = {
	usage: 'audit verify [--against FILE-or-hash] [--json]',
	summary: 'Checks that no event of the trail was altered, removed, inserted or moved.',
	help: `Each event carries the hash of the one before it; every hash is made again from what is kept. Exit 1, with a line for
each event that is not as it was written.

--against  a backup, or the hash that an earlier check ended with: the last event of then must still be in the trail.
           It finds what the chain alone cannot, a trail that was written anew by somebody who can write to the file.

Keep a backup, or the hash that this prints, where whoever looks after this machine cannot write.

With --json: {events, head: {id, hash} | null, textsErased, faults}.`,
	options: { against: { type: 'string' } },
	positionals: [],
	async run({ options, openCairn, print }) {
		const against = typeof options.against === 'string' ? await readHead(options.against) : null;
		const check = verifyTrail(openCairn(), against);
		if (options.json) print(JSON.stringify(check));
		else if (check.faults.length === 0) print(describe(check, against));
		if (check.faults.length > 0)
			throw new Problem(
				'trail-broken',
				'The trail is not as it was written. Change nothing; keep a copy of the data folder as it is, look for the last backup whose trail is whole (“audit verify --against” that backup), and find out who could write to the database.',
				check.faults
			);
	}
};

/** The last event that a backup knows of, or the one with a hash. */
async function readHead(given: string): Promise<EarlierHead> {
	if (/^[0-9a-f]{64}$/i.test(given)) return { id: null, hash: given.toLowerCase() };
	if (/^[0-9a-f]{40,}$/i.test(given))
		throw new UsageError(`A hash has 64 signs; “${given}” has ${given.length}.`);
	const { trail } = await readManifest(given);
	if (trail) return trail;
	throw new Problem(
		'nothing-kept',
		`${given} was made before there was any event, so nothing can be held against it.`
	);
}

function describe({ events, head, textsErased }: TrailCheck, against: EarlierHead | null): string {
	const number = new Intl.NumberFormat('en-GB');
	const counted = events === 1 ? '1 event, not altered' : `${number.format(events)} events, none altered`;
	return [
		`The trail is whole: ${counted}${against ? ', and the earlier one is among them' : ''}.`,
		...(textsErased > 0
			? [`The texts of ${number.format(textsErased)} of them were erased, as the trail says.`]
			: []),
		...(head ? [`The last is event ${number.format(head.id)}, with the hash ${head.hash}.`] : [])
	].join('\n');
}
