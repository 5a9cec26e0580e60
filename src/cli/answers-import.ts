/** Takes a file of answers into a source of a review. */
import { importAnswers } from '#lib/server/commands/import-answers.ts';
import { UsageError, type Command } from './command.ts';
import { readText } from './files.ts';

export const command: Command = {
	usage: 'answers import <answers.csv> --review R --source S [--json]',
	summary: 'Takes a file of answers into a source of a review: all of them or, when anything is wrong, none.',
	help: `The source must have an instrument and no answers yet; see the help of score for what a file looks like.
With --json: {review, source, records}.`,
	options: { review: { type: 'string' }, source: { type: 'string' } },
	positionals: ['<answers.csv>'],
	run({ options: { review, source, json }, positionals: [file], openCairn, print, now }) {
		if (typeof review !== 'string' || typeof source !== 'string')
			throw new UsageError('Name the review with --review and its source with --source.');
		const text = readText(file!);
		const records = importAnswers(openCairn(), { review, source, text, by: 'command line', at: now });
		if (json) print(JSON.stringify({ review, source, records }));
		else print(`${records} records taken into ${source} of ${review}`);
	}
};
