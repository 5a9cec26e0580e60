/** Lists the reviews. */
import { listReviews } from '#lib/server/queries/reviews.ts';
import { listSources } from '#lib/server/queries/sources.ts';
import type { Command } from './command.ts';

export const command: Command = {
	usage: 'reviews [--json]',
	summary: 'Lists the reviews kept here.',
	help: 'Without the reviews of the invented partnerships that come with CAIRN_DEMO=1. With --json: a list of {id, kind, title, partnership, partnershipName, from, to, sources, records}.',
	options: {},
	positionals: [],
	run({ options, openCairn, print }) {
		const db = openCairn();
		const reviews = listReviews(db).map(({ id, kind, title, partnership, partnershipName, from, to }) => {
			const sources = listSources(db, id);
			const records = sources.reduce((sum, source) => sum + source.recordCount, 0);
			return { id, kind, title, partnership, partnershipName, from, to, sources: sources.length, records };
		});
		if (options.json) print(JSON.stringify(reviews, null, '\t'));
		else
			for (const review of reviews)
				print(
					`${review.id}: ${review.title}, ${review.partnershipName} (${review.sources} sources, ${review.records} records)`
				);
	}
};
