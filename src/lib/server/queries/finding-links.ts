/** Reads what findings rest on, and what there is to choose from. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { branchOf, findFramework } from '#lib/frameworks/lookup.ts';
import { elementLinks } from '#lib/pages/element-links.ts';
import { viewFinding, type FindingView } from '#lib/pages/finding-view.ts';
import { deriveLinkChoices, type LinkChoices, type Paper } from '#lib/pages/link-choices.ts';
import { linkValue, type KeptLink } from '#lib/pages/link-values.ts';
import type { ReportInput } from '#lib/reports/derive-input.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { attachments } from '../db/schema/attachments.ts';
import { links } from '../db/schema/conclusions.ts';
import { listDocuments } from './documents.ts';
import { findFindingRow, whyFindingClosed } from './findings.ts';
import { loadInput, withoutHidden } from './review-pages.ts';
import { findReview } from './reviews.ts';
import { seesOf } from './visible-reviews.ts';

/** What is linked to a finding, in its order, whether or not it still counts. */
export function listKeptLinks(db: Database, reviewId: string, finding: string): KeptLink[] {
	return db
		.select()
		.from(links)
		.where(and(eq(links.reviewId, reviewId), eq(links.finding, finding)))
		.orderBy(asc(links.position))
		.all()
		.map(({ source, question, passage, record, figure, attachment }) => ({
			source,
			...(question !== null && { question }),
			...(passage !== null && { passage }),
			...(record !== null && { record }),
			...(figure !== null && { figure }),
			...(attachment !== null && { attachment })
		}));
}

/** Throws a not-found Problem. */
export function loadLinkChoices(db: Database, actor: Actor, reviewId: string): LinkChoices {
	const input = withoutHidden(db, actor, loadInput(db, reviewId));
	return deriveLinkChoices(input, listPapers(db, reviewId), seesOf(db, actor, reviewId));
}

/** The attachments of a review that count, each in its latest revision. */
function listPapers(db: Database, reviewId: string): Paper[] {
	const rows = db
		.select()
		.from(attachments)
		.where(and(eq(attachments.reviewId, reviewId), isNull(attachments.withdrawnAt)))
		.orderBy(asc(attachments.title))
		.all();
	const replaced = new Set(rows.map(({ replaces }) => replaces));
	return rows
		.filter(({ id }) => !replaced.has(id))
		.map(({ id, title, elements }) => ({ id, title, elements }));
}

export type FindingLinks = {
	text: string;
	direction: 'strength' | 'area-for-improvement';
	/** `linkValue` of each. */
	links: string[];
	/** Codes of the finding and of what lies below its theme. */
	elements: string[];
	/** The same in words; empty where the framework is not at hand. */
	named: string;
	choices: LinkChoices;
	closed: string | null;
};

/** Throws a not-found Problem. */
export function loadFindingLinks(db: Database, actor: Actor, reviewId: string, slug: string): FindingLinks {
	const row = findFindingRow(db, reviewId, slug);
	const frameworks = listDocuments(db, 'framework');
	const references = findReview(db, reviewId).frameworks;
	const own = [row.element, ...row.elements];
	const below = references.flatMap((reference) => {
		const framework = findFramework(frameworks, reference);
		return framework?.elements.some(({ code }) => code === row.element)
			? branchOf(framework, row.element).map(({ code }) => code)
			: [];
	});
	const [named] = elementLinks(frameworks, references, [row.element]);
	return {
		text: row.text,
		direction: row.direction,
		links: listKeptLinks(db, reviewId, slug).map(linkValue),
		elements: [...new Set([...own, ...below])],
		named: named ? `“${named.text}”` : '',
		choices: loadLinkChoices(db, actor, reviewId),
		closed: whyFindingClosed(db, row)
	};
}

/** A finding with what it rests on; null for one that is withdrawn. Throws a not-found Problem. */
export function loadFindingView(
	db: Database,
	actor: Actor,
	reviewId: string,
	slug: string
): { view: FindingView; bands: ReportInput['quantityScale']['bands'] } | null {
	const input = withoutHidden(db, actor, loadInput(db, reviewId));
	const finding = input.bundle.findings.find(({ id }) => id === slug);
	if (!finding) return null;
	return {
		view: viewFinding(input, finding, seesOf(db, actor, reviewId)),
		bands: input.quantityScale.bands
	};
}
