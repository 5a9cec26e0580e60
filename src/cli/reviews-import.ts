/** Takes in a whole review from a bundle file. */
import { importReview } from '#lib/server/commands/import-review.ts';
import { loadWholeReview } from '#lib/server/queries/whole-review.ts';
import { operator } from '#lib/server/access/actor.ts';
import type { Database } from '#lib/server/db/open.ts';
import { findHost } from '#lib/server/queries/host.ts';
import { findOrganisation } from '#lib/server/queries/organisations.ts';
import type { Command } from './command.ts';
import { readJson } from './files.ts';

export const command: Command = {
	usage: 'reviews import <bundle.json> [--organisation ID] [--identifiers-checked] [--json]',
	summary: 'Takes in a review that was exported: all of it or, when anything is wrong, nothing.',
	help: `A review that is here already is not replaced. Text with what looks like a CHI or National Insurance number, a postcode, an e-mail address, a phone number or a
date of birth is refused; names are not recognised, so look through it yourself. --identifiers-checked takes
it in after someone has looked.
--organisation says which one carries the review out; without it, it is the one that looks after the installation.
Before there is any, the review is the first administrator's.
With --json: {review, sources, records}.`,
	options: { organisation: { type: 'string' }, 'identifiers-checked': { type: 'boolean' } },
	positionals: ['<bundle.json>'],
	run({ options, positionals: [file], openCairn, print, now }) {
		const json = readJson(file!);
		const db = openCairn();
		const id = importReview(db, json, {
			actor: operator,
			at: now,
			organisation: ownerOf(db, options.organisation),
			identifiersChecked: options['identifiers-checked'] === true
		});
		const { sources } = loadWholeReview(db, id, { withRecords: true });
		const records = sources.reduce((sum, source) => sum + source.records.length, 0);
		if (options.json) print(JSON.stringify({ review: id, sources: sources.length, records }));
		else print(`${id}: ${sources.length} sources with ${records} records taken in`);
	}
};

/** Id of the organisation that is named, else of the host; null where there is none yet. Throws a Problem not-found. */
function ownerOf(db: Database, named: string | boolean | undefined): string | null {
	return typeof named === 'string' ? findOrganisation(db, named).id : (findHost(db)?.id ?? null);
}
