/** Takes a file of answers into a source of a review. */
import { basename } from 'node:path';
import { importAnswers } from '#lib/server/commands/import-answers.ts';
import { operator } from '#lib/server/access/actor.ts';
import { UsageError, type Command } from './command.ts';
import { sayDropped } from './dropped-columns.ts';
import { readTableText } from './files.ts';

export const command: Command = {
	usage: 'answers import <answers.csv> --review R --source S [--identifiers-checked] [--json]',
	summary: 'Takes a file of answers into a source of a review: all of them or, when anything is wrong, none.',
	help: `The source must have an instrument; see the help of score for what a file looks like. Its records are added to those
that are there, as one batch that can be withdrawn; a row that came before, with the same answers, is left out.
Text with what looks like a CHI or National Insurance number, a postcode, an e-mail address, a phone number or a
date of birth is refused; names are not recognised, so look through it yourself. --identifiers-checked takes
it in after someone has looked.
With --json: {review, source, batch, records, duplicates}.`,
	options: {
		review: { type: 'string' },
		source: { type: 'string' },
		'identifiers-checked': { type: 'boolean' }
	},
	positionals: ['<answers.csv>'],
	run({ options, positionals: [file], openCairn, print, remark, now }) {
		const { review, source, json } = options;
		if (typeof review !== 'string' || typeof source !== 'string')
			throw new UsageError('Name the review with --review and its source with --source.');
		const text = readTableText(file!);
		const taken = importAnswers(openCairn(), {
			review,
			source,
			text,
			fileName: basename(file!),
			actor: operator,
			at: now,
			identifiersChecked: options['identifiers-checked'] === true
		});
		const { batch, records, duplicates } = taken;
		sayDropped({ remark }, taken);
		if (duplicates > 0) remark(`${duplicates} rows came with an earlier import and were left out.`);
		if (json) print(JSON.stringify({ review, source, batch, records, duplicates }));
		else print(`${records} records taken into ${source} of ${review}`);
	}
};
