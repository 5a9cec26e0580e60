/** Counts what the bundle of a review leaves out, so that whoever takes one away knows what stays behind. */
import { counted } from '#lib/reports/review-words.ts';
import type { Database } from '../db/open.ts';

export type LeftOut = { what: string; count: number };

const ofSources = 'source_id in (select id from sources where review_id = @review and withdrawn_at is null)';

/** What it is called, one and many, and the query that counts it. */
const kinds: readonly (readonly [one: string, many: string, counting: string])[] = [
	[
		'attachment',
		'attachments',
		'select count(*) from attachments where review_id = @review and withdrawn_at is null'
	],
	[
		'sampling frame',
		'sampling frames',
		`select count(*) from sources where id in (select source_id from frame_entries where ${ofSources})`
	],
	['second reading', 'second readings', `select count(*) from readings where reading = 2 and ${ofSources}`],
	[
		'reason for a settled answer',
		'reasons for settled answers',
		`select count(*) from adjudications where ${ofSources}`
	],
	[
		'comment of a file reader',
		'comments of file readers',
		`select count(*) from (select record from reading_comments where ${ofSources}
			union all select record from readings where ${ofSources} and coalesce(comment, '') <> '')`
	],
	[
		'link from a finding to an attachment',
		'links from findings to attachments',
		`select count(*) from links join findings on findings.review_id = links.review_id and slug = finding
			where links.review_id = @review and attachment is not null and withdrawn_at is null`
	],
	[
		'link from a phrase to a measure',
		'links from phrases to measures',
		'select count(*) from phrase_links where review_id = @review'
	],
	[
		'comment',
		'comments',
		`select count(*) from comments where review_id = @review and kind = 'comment' and withdrawn_at is null`
	],
	[
		'point of factual accuracy',
		'points of factual accuracy',
		`select count(*) from comments where review_id = @review and kind = 'accuracy-point' and withdrawn_at is null`
	],
	['own judgement', 'own judgements', 'select count(*) from own_judgements where review_id = @review'],
	[
		'judgement that was set aside',
		'judgements that were set aside',
		'select count(*) from set_aside_judgements where review_id = @review'
	],
	['workshop', 'workshops', 'select count(*) from workshops where review_id = @review'],
	[
		'section given to somebody',
		'sections given to somebody',
		'select count(*) from assignments where review_id = @review'
	],
	[
		'move between stages',
		'moves between stages',
		'select count(*) from stage_moves where review_id = @review'
	],
	[
		'earlier version of a narrative',
		'earlier versions of narratives',
		'select count(*) from narrative_versions where review_id = @review'
	],
	['batch', 'batches', `select count(*) from batches where ${ofSources}`],
	[
		'withdrawn source',
		'withdrawn sources',
		'select count(*) from sources where review_id = @review and withdrawn_at is not null'
	]
];

/** Only what there is any of. */
export function listLeftOut({ $client }: Database, review: string): LeftOut[] {
	return kinds.flatMap(([one, many, counting]) => {
		const count = $client.prepare(counting).pluck().get({ review }) as number;
		return count === 0 ? [] : [{ what: count === 1 ? one : many, count }];
	});
}

/** `2 attachments`, `1 second reading`. */
export const leftOutWords = ({ what, count }: LeftOut): string => counted(count, what, what);
