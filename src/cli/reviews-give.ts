/** Says which organisation a review belongs to. */
import { operator } from '#lib/server/access/actor.ts';
import { giveReview } from '#lib/server/commands/give-review.ts';
import { UsageError, type Command } from './command.ts';

export const command: Command = {
	usage: 'reviews give <review> --organisation ID [--json]',
	summary: 'Gives a review to the organisation that carries it out; its people see it from then on.',
	help: `A review that was taken in on the command line belongs to nobody until it is given to somebody.
With --json: {review, organisation}.`,
	options: { organisation: { type: 'string' } },
	positionals: ['<review>'],
	run({ options, positionals: [review], openCairn, print, now }) {
		const { organisation } = options;
		if (typeof organisation !== 'string') throw new UsageError('Give --organisation.');
		giveReview(openCairn(), { actor: operator, at: now }, { review: review!, organisation });
		if (options.json) print(JSON.stringify({ review, organisation }));
		else print(`${review} belongs to ${organisation} now`);
	}
};
