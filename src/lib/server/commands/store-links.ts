/** What a finding is linked to, checked as it comes from a form. */
import { and, eq } from 'drizzle-orm';
import { linkOf, linkValue, type KeptLink } from '#lib/pages/link-values.ts';
import type { Database } from '../db/open.ts';
import { attachments } from '../db/schema/attachments.ts';
import { links } from '../db/schema/conclusions.ts';
import { FormProblem } from '../problems.ts';
import { hasRecord } from '../queries/answers.ts';
import { findDocument } from '../queries/documents.ts';
import { listSources } from '../queries/sources.ts';

/** Of one finding. More is no choice. */
const most = 200;

/**
 * The links that the values name, each once. Those that stand there already are not looked at again: what they name
 * may be gone meanwhile. Throws form-invalid for one that the review does not have, field `links` or `records`.
 */
export function checkedLinks(
	db: Database,
	review: string,
	values: readonly string[],
	kept: readonly string[] = []
): KeptLink[] {
	const known = new Set(kept);
	const sources = new Map(listSources(db, review).map((source) => [source.id, source]));
	const asked = [...new Set(values)];
	if (asked.length > most) throw new FormProblem({ links: `Link at most ${most} pieces of evidence.` });
	return asked.map((value) => {
		const link = linkOf(value);
		if (!link) throw new FormProblem({ links: 'Choose from the evidence of this review.' });
		if (!known.has(value)) checkLink(db, review, link, sources);
		return link;
	});
}

function checkLink(
	db: Database,
	review: string,
	link: KeptLink,
	sources: ReadonlyMap<string, ReturnType<typeof listSources>[number]>
): void {
	const missing = (): never => {
		throw new FormProblem({ links: 'Some of this evidence is there no more. Choose again.' });
	};
	if (link.attachment !== undefined) {
		const row = db
			.select({ withdrawnAt: attachments.withdrawnAt })
			.from(attachments)
			.where(and(eq(attachments.reviewId, review), eq(attachments.id, link.attachment)))
			.get();
		if (!row || row.withdrawnAt !== null) missing();
		return;
	}
	const source = sources.get(link.source) ?? missing();
	if (link.question !== undefined) {
		const asks =
			source.instrument === null ? [] : findDocument(db, 'instrument', source.instrument).questions;
		if (!asks.some(({ code }) => code === link.question)) missing();
	}
	if (link.passage !== undefined && !source.passages.some(({ id }) => id === link.passage)) missing();
	if (link.figure !== undefined && !source.figures.some(({ id }) => id === link.figure)) missing();
	if (link.record !== undefined && !hasRecord(db, source.key, link.record))
		throw new FormProblem({ records: `“${source.title}” has no record ${link.record}.` });
}

/** Stores them in the place of what was linked before. */
export function storeLinks(db: Database, review: string, finding: string, wanted: readonly KeptLink[]): void {
	db.delete(links)
		.where(and(eq(links.reviewId, review), eq(links.finding, finding)))
		.run();
	wanted.forEach((link, position) =>
		db
			.insert(links)
			.values({ ...link, reviewId: review, finding, position })
			.run()
	);
}

export const valuesOf = (kept: readonly KeptLink[]): string[] => kept.map(linkValue);
