/** Reads the findings of a review by theme or standard, what is proposed, and where a new one begins. */
import { and, eq, isNotNull, isNull, like } from 'drizzle-orm';
import type { ProposedFinding } from '#lib/judgement/propose-findings.ts';
import { linkValue } from '#lib/pages/link-values.ts';
import type { LinkChoices } from '#lib/pages/link-choices.ts';
import type { ElementChoice } from '#lib/pages/find-choices.ts';
import { deriveFindingsPage, type FindingsOfElement } from '#lib/pages/findings-page.ts';
import { deriveProposals } from '#lib/pages/proposals.ts';
import type { TextCheck } from '#lib/pages/text-check.ts';
import { dayAndTime } from '#lib/pages/times.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { droppedDrafts, findings } from '../db/schema/conclusions.ts';
import { comments } from '../db/schema/staging.ts';
import { notFound } from '../problems.ts';
import { authorName } from './authors.ts';
import { whyClosed } from './closed.ts';
import { loadLinkChoices } from './finding-links.ts';
import { loadTextCheck } from './measures-to-check.ts';
import { loadInput } from './review-pages.ts';
import { listElementChoices } from './voices.ts';
import { maySee } from './visible-reviews.ts';

export type FindingsPage = {
	themes: FindingsOfElement[];
	withdrawn: { id: string; text: string; when: string }[];
	closed: string | null;
};

/**
 * What is proposed is for those who see the evidence; how much is said of a finding for those who may read it; what
 * was withdrawn for those who write. Throws a not-found Problem.
 */
export function loadFindingsPage(db: Database, actor: Actor, reviewId: string): FindingsPage {
	const drafts = maySee(db, actor, reviewId, 'see-records');
	const spoken = maySee(db, actor, reviewId, 'see-comments') ? countComments(db, reviewId) : new Map();
	const themes = deriveFindingsPage(loadInput(db, reviewId), spoken, listDropped(db, reviewId));
	return {
		themes: themes.map((theme) => ({
			...theme,
			...(!drafts && {
				proposed: [],
				dropped: [],
				strengths: withoutRecords(theme.strengths),
				areas: withoutRecords(theme.areas)
			})
		})),
		withdrawn: maySee(db, actor, reviewId, 'open-conclusions') ? listWithdrawn(db, reviewId) : [],
		closed: whyClosed(db, reviewId)
	};
}

/** References are for those who see the records. */
function withoutRecords(groups: FindingsOfElement['strengths']): FindingsOfElement['strengths'] {
	return groups.map(({ weight, findings: lines }) => ({
		weight,
		findings: lines.map((line) => ({
			...line,
			links: line.links.filter(({ record }) => record === undefined)
		}))
	}));
}

function countComments(db: Database, reviewId: string): Map<string, number> {
	const rows = db
		.select({ about: comments.about })
		.from(comments)
		.where(
			and(
				eq(comments.reviewId, reviewId),
				eq(comments.kind, 'comment'),
				isNull(comments.withdrawnAt),
				like(comments.about, 'finding:%')
			)
		)
		.all();
	const counts = new Map<string, number>();
	for (const { about } of rows) {
		const finding = about.slice('finding:'.length);
		counts.set(finding, (counts.get(finding) ?? 0) + 1);
	}
	return counts;
}

function listDropped(db: Database, reviewId: string): Set<string> {
	const rows = db.select().from(droppedDrafts).where(eq(droppedDrafts.reviewId, reviewId)).all();
	return new Set(rows.map(({ key }) => key));
}

function listWithdrawn(db: Database, reviewId: string): FindingsPage['withdrawn'] {
	return db
		.select()
		.from(findings)
		.where(and(eq(findings.reviewId, reviewId), isNotNull(findings.withdrawnAt)))
		.all()
		.map((row) => ({
			id: row.slug,
			text: row.text,
			when: `${dayAndTime(row.withdrawnAt!)}, by ${authorName(db, row.changedBy)}`
		}));
}

/** The proposals of a review as it stands, dropped or not. Throws a not-found Problem. */
export function listProposals(db: Database, reviewId: string): ProposedFinding[] {
	return deriveProposals(loadInput(db, reviewId));
}

export type NewFinding = {
	/** What it was proposed as; null for one of somebody's own. */
	proposed: ProposedFinding | null;
	/** `linkValue` of what it rests on at first. */
	links: string[];
	choices: LinkChoices;
	elements: ElementChoice[];
	check: TextCheck;
	closed: string | null;
};

/** `from`: the key of a proposal, or null. Throws a not-found Problem, also for a proposal that is made no more. */
export function loadNewFinding(
	db: Database,
	actor: Actor,
	reviewId: string,
	from: string | null,
	element: string | null
): NewFinding {
	const proposed = from === null ? null : listProposals(db, reviewId).find(({ key }) => key === from);
	if (proposed === undefined) throw notFound('proposed finding', from!);
	const on = proposed ? [proposed.element, ...proposed.elements] : element === null ? [] : [element];
	return {
		proposed,
		links: proposed?.links.map(linkValue) ?? [],
		choices: loadLinkChoices(db, actor, reviewId),
		elements: listElementChoices(db, reviewId),
		check: loadTextCheck(db, reviewId, 'finding:', on),
		closed: whyClosed(db, reviewId)
	};
}
