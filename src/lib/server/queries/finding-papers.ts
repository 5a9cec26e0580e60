/** Reads which attachments findings rest on: a bundle does not carry them. */
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { attachments } from '../db/schema/attachments.ts';
import { links } from '../db/schema/conclusions.ts';

/** By the finding's name: the attachments that it rests on, each in its latest revision. */
export function listFindingPapers(
	db: Database,
	reviewId: string
): ReadonlyMap<string, { id: string; title: string }[]> {
	const rows = db
		.select()
		.from(attachments)
		.where(and(eq(attachments.reviewId, reviewId), isNull(attachments.withdrawnAt)))
		.all();
	const later = new Map(rows.flatMap((row) => (row.replaces === null ? [] : [[row.replaces, row] as const])));
	const latest = (id: string) => {
		let row = rows.find((each) => each.id === id);
		for (let next = row && later.get(row.id); next; next = later.get(next.id)) row = next;
		return row;
	};
	const linked = db
		.select({ finding: links.finding, attachment: links.attachment })
		.from(links)
		.where(and(eq(links.reviewId, reviewId), isNotNull(links.attachment)))
		.orderBy(asc(links.position))
		.all()
		.flatMap(({ finding, attachment }) => {
			const row = latest(attachment!);
			return row ? [{ finding, paper: { id: row.id, title: row.title } }] : [];
		});
	return new Map(
		[...Map.groupBy(linked, ({ finding }) => finding)].map(([finding, all]) => [
			finding,
			all.map(({ paper }) => paper)
		])
	);
}
