/** Adds a source of evidence to a review. */
import { eq } from 'drizzle-orm';
import { plainWord } from '#lib/evidence/plain-word.ts';
import { sourceKinds } from '#lib/evidence/source.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { samples, sources } from '../db/schema/evidence.ts';
import { FormProblem } from '../problems.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { plainName } from './plain-name.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';
import { checkedSource, type SourceTexts } from './source-texts.ts';

export type NewSource = SourceTexts & {
	review: string;
	kind: string;
	/** What looks like an identifier and was confirmed as naming nobody. */
	confirmed?: readonly string[];
};

/** Names of pages that stand beside the sources. */
const reserved = new Set(['new', 'matrix']);

/**
 * Returns the name of the source in addresses, which is made of its title and stays. Throws a Problem: not-found for a
 * review that is not there, that the actor may not arrange, or that is closed; form-invalid, field by field.
 */
export function addSource(db: Database, by: By, { review, kind, confirmed, ...written }: NewSource): string {
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'arrange-evidence', of }, (note) => {
		const known = sourceKinds.find((each) => each === kind);
		if (!known) throw new FormProblem({ kind: 'Choose what kind of source it is.' });
		const { texts, source, sample } = checkedSource(written);
		refuseIdentifiers(texts, confirmed);
		const others = db.select().from(sources).where(eq(sources.reviewId, review)).all();
		refuseTitle(source.title, others);
		const slug = freeName(
			source.title,
			known,
			others.map((other) => other.slug)
		);
		const position = Math.max(-1, ...others.map((other) => other.position)) + 1;
		const authorship = { changedBy: authorOf(by.actor), changedAt: by.at };
		const { id } = db
			.insert(sources)
			.values({ ...source, reviewId: review, slug, position, kind: known, ...authorship })
			.returning({ id: sources.id })
			.get();
		db.insert(samples)
			.values({ ...sample, sourceId: id })
			.run();
		note({ verb: 'source-added', review, subject: slug, facts: { kind: known }, after: source.title });
		return slug;
	});
}

/** Two sources under one title cannot be told apart in findings and reports. Throws form-invalid. */
export function refuseTitle(
	title: string,
	others: readonly { title: string; withdrawnAt: string | null }[]
): void {
	const kept = others.filter(({ withdrawnAt }) => withdrawnAt === null);
	if (kept.some((other) => plainWord(other.title) === plainWord(title)))
		throw new FormProblem({ title: 'Another source of this review is called that. Call it otherwise.' });
}

/** Of the title, with a number behind where another source has them too. */
function freeName(title: string, kind: string, taken: readonly string[]): string {
	const name = plainName(title) || kind;
	const isTaken = (each: string) => taken.includes(each) || reserved.has(each);
	if (!isTaken(name)) return name;
	let number = 2;
	while (isTaken(`${name}-${number}`)) number += 1;
	return `${name}-${number}`;
}
