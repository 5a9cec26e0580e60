/** Tells the trail of a sensitive reading: a record that was opened, a file that was taken along. */
import { may, type Action } from '../access/may.ts';
import { installation, type Resource } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { log } from '../log.ts';
import { Problem } from '../problems.ts';
import { findRecordResource, findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';

/** What each asks of whoever reads. */
const asked = {
	'record-opened': 'see-record',
	'results-downloaded': 'see-review',
	'sample-downloaded': 'open-plan',
	'report-downloaded': 'see-review',
	'self-evaluation-downloaded': 'open-conclusions',
	'attachment-downloaded': 'see-records',
	'workbook-downloaded': 'see-given-records',
	'review-exported': 'see-records',
	'trail-downloaded': 'see-history',
	'figures-downloaded': 'see-releases'
} as const satisfies Record<string, Action>;

export type Reading = {
	verb: keyof typeof asked;
	/** None where the trail of the whole installation, or figures of a release, are taken along. */
	review?: string | null;
	/** A source by its id; a record as `recordSubject` writes it. */
	subject?: string | null;
	/** Kind of the file. */
	format?: 'csv' | 'xlsx' | 'docx' | 'pdf' | 'html' | 'json';
};

/** How an event names a record: references may hold any sign, a source's id no slash. */
export const recordSubject = (source: string, reference: string): string => `${source}/${reference}`;

/**
 * To be called before what is read is handed out. A visitor who looks round the example leaves no trace. When the
 * disk is full the reading goes on and the server's log tells of it instead. Throws a Problem not-found when the
 * thing is not there or the actor may not read it.
 */
export function noteRead(
	db: Database,
	by: By,
	{ verb, review = null, subject = null, format }: Reading
): void {
	const action = review === null && verb === 'trail-downloaded' ? 'see-trail' : asked[verb];
	const of = () => readResource(db, { verb, review, subject });
	if (by.actor.kind === 'visitor') {
		const resource = of();
		if (!resource || !may(by.actor, action, resource).yes) throw notThere();
		return;
	}
	try {
		change(db, by, { action, of }, (note) =>
			note({ verb, review, subject, facts: format === undefined ? {} : { format } })
		);
	} catch (error) {
		if (!(error instanceof Problem && error.code === 'disk-full')) throw error;
		const person = by.actor.kind === 'person' ? by.actor.id : null;
		log.warn(
			{ verb, review, actor: by.actor.kind, person },
			'the disk is full: a reading is not in the trail'
		);
	}
}

function readResource(
	db: Database,
	{ verb, review, subject }: { verb: Reading['verb']; review: string | null; subject: string | null }
): Resource | null {
	if (review === null)
		return verb === 'trail-downloaded' || verb === 'figures-downloaded' ? installation : null;
	if (verb !== 'record-opened') return findReviewResource(db, review);
	const [source = '', ...reference] = (subject ?? '').split('/');
	return findRecordResource(db, review, source, reference.join('/'));
}
