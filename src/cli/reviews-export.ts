/** Writes a whole review to a bundle file. */
import { operator } from '#lib/server/access/actor.ts';
import { noteRead } from '#lib/server/commands/note-read.ts';
import { loadWholeReview } from '#lib/server/queries/whole-review.ts';
import { UsageError, type Command } from './command.ts';
import { writeOut } from './files.ts';

export const command: Command = {
	usage: 'reviews export <review> --out bundle.json [--json]',
	summary: 'Writes a whole review, with its records, to a file that another installation can import.',
	help: 'With --json: {review, file, sources, records}. An existing file is replaced.',
	options: { out: { type: 'string' } },
	positionals: ['<review>'],
	run({ options, positionals: [id], openCairn, print, now }) {
		if (typeof options.out !== 'string') throw new UsageError('Say where to write with --out.');
		const db = openCairn();
		const bundle = loadWholeReview(db, id!, { withRecords: true });
		noteRead(db, { actor: operator, at: now }, { verb: 'review-exported', review: id, format: 'json' });
		writeOut(options.out, `${JSON.stringify(bundle, null, '\t')}\n`);
		const records = bundle.sources.reduce((sum, source) => sum + source.records.length, 0);
		if (options.json)
			print(JSON.stringify({ review: id, file: options.out, sources: bundle.sources.length, records }));
		else print(`${id}: ${bundle.sources.length} sources with ${records} records written to ${options.out}`);
	}
};
