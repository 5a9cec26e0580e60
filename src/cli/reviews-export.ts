/** Writes a whole review to a bundle file. */
import { operator } from '#lib/server/access/actor.ts';
import { noteRead } from '#lib/server/commands/note-read.ts';
import { listed } from '#lib/measures/figures.ts';
import { leftOutWords, listLeftOut } from '#lib/server/queries/left-out.ts';
import { loadWholeReview } from '#lib/server/queries/whole-review.ts';
import { UsageError, type Command } from './command.ts';
import { writeOut } from './files.ts';

export const command: Command = {
	usage: 'reviews export <review> --out bundle.json [--json]',
	summary: 'Writes a whole review, with its records, to a file that another installation can import.',
	help: `With --json: {review, file, sources, records, leftOut: [{what, count}]}. An existing file is replaced.
Where two readings differed and that was settled, the settled answer is written. What a bundle does not hold is
counted: attachments, sampling frames, second readings, comments of file readers, batches, withdrawn sources; comments,
points of factual accuracy, own judgements and those that were set aside, workshops, sections given to somebody, moves
between stages, earlier versions of narratives, phrases tied to measures. A backup keeps them.`,
	options: { out: { type: 'string' } },
	positionals: ['<review>'],
	run({ options, positionals: [id], openCairn, print, now }) {
		if (typeof options.out !== 'string') throw new UsageError('Say where to write with --out.');
		const db = openCairn();
		const bundle = loadWholeReview(db, id!, { withRecords: true });
		noteRead(db, { actor: operator, at: now }, { verb: 'review-exported', review: id, format: 'json' });
		writeOut(options.out, `${JSON.stringify(bundle, null, '\t')}\n`);
		const records = bundle.sources.reduce((sum, source) => sum + source.records.length, 0);
		const leftOut = listLeftOut(db, id!);
		const sources = bundle.sources.length;
		if (options.json) print(JSON.stringify({ review: id, file: options.out, sources, records, leftOut }));
		else {
			print(`${id}: ${sources} sources with ${records} records written to ${options.out}`);
			if (leftOut.length > 0) print(`Left out: ${listed(leftOut.map(leftOutWords))}.`);
		}
	}
};
