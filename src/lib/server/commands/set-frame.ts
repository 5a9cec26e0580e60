/** Gives a source its sampling frame, in the place of one that it had; a draw that nothing was given to yet goes. */
import { eq, sql } from 'drizzle-orm';
import { describeFrameProblem, type FrameProblem } from '#lib/evidence/frame-problem.ts';
import type { Frame, FrameEntry } from '#lib/evidence/frame.ts';
import { identifierNames } from '#lib/evidence/identifiers.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { frameEntries } from '../db/schema/drawing.ts';
import { samples, sources } from '../db/schema/evidence.ts';
import { NamesProblem, Problem } from '../problems.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findSource } from '../queries/sources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { removeDrawn } from './remove-drawn.ts';

export type FrameAsked = {
	review: string;
	source: string;
	/** `field`: of the form that it came in by. */
	frame: Pick<Frame, 'entries' | 'problems'> & { field?: string };
	/** Rows with what looks like an identifier that somebody has looked at, as the refusal named them (“row 3”). */
	confirmed?: readonly string[];
};

/**
 * Returns how many are in the frame now. Throws a Problem: not-found; frame-refused with a detail for each fault;
 * form-invalid for what may name somebody, unless confirmed.
 */
export function setFrame(
	db: Database,
	by: By,
	{ review, source: id, frame, confirmed = [] }: FrameAsked
): number {
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'arrange-evidence', of }, (note) => {
		const source = findSource(db, review, id);
		refuseFrame(frame, confirmed);
		removeDrawn(db, source.key);
		const authorship = { changedBy: authorOf(by.actor), changedAt: by.at };
		db.delete(frameEntries).where(eq(frameEntries.sourceId, source.key)).run();
		insertFrame(db, source.key, frame.entries, authorship);
		const size = frame.entries.length;
		db.update(samples).set({ frameSize: size, strata: null }).where(eq(samples.sourceId, source.key)).run();
		db.update(sources)
			.set({ ...authorship, version: sql`${sources.version} + 1` })
			.where(eq(sources.id, source.key))
			.run();
		note({
			verb: 'frame-set',
			organisation: of()!.organisation,
			review,
			subject: source.id,
			facts: { frame: size }
		});
		return size;
	});
}

/** With more of them than this, or than one in ten, they are no false alarm. */
const mostConfirmed = 20;

function refuseFrame(
	{ entries, problems, field = 'list' }: FrameAsked['frame'],
	confirmed: readonly string[]
): void {
	const place = ({ row }: FrameProblem) => `row ${row}`;
	const open = problems.filter((each) => each.code !== 'identifier' || !confirmed.includes(place(each)));
	if (open.length === 0) return;
	const names = problems.filter(({ code }) => code === 'identifier');
	if (names.length === open.length && names.length <= Math.min(mostConfirmed, entries.length / 10))
		throw new NamesProblem(
			names.map((each) => ({ field, kind: identifierNames[each.kind!], words: place(each) }))
		);
	throw new Problem(
		'frame-refused',
		`The frame has ${open.length === 1 ? 'a problem' : `${open.length} problems`}. Nothing was kept of it`,
		[
			...open.slice(0, 20).map(describeFrameProblem),
			...(open.length > 20 ? [`And ${open.length - 20} more.`] : [])
		]
	);
}

const rowsAtOnce = 5000;

function insertFrame(
	{ $client }: Database,
	key: number,
	entries: readonly FrameEntry[],
	{ changedBy, changedAt }: { changedBy: string; changedAt: string }
): void {
	const insert = $client.prepare(
		`insert into frame_entries (source_id, position, reference, strata, standing, changed_by, changed_at)
		 select @key, @after + key + 1, value ->> 0, value ->> 1, 'left', @changedBy, @changedAt from json_each(@rows)`
	);
	for (let after = 0; after < entries.length; after += rowsAtOnce) {
		const rows = entries
			.slice(after, after + rowsAtOnce)
			.map(({ reference, strata }) => [reference.toWellFormed(), JSON.stringify(strata).toWellFormed()]);
		insert.run({ key, after, rows: JSON.stringify(rows), changedBy, changedAt });
	}
}
