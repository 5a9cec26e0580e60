/** Reads findings as they are edited, and those of a theme that were withdrawn. */
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { findFramework, pathToTop } from '#lib/frameworks/lookup.ts';
import { elementChoices } from '#lib/pages/element-choices.ts';
import type { Kept } from '#lib/pages/save-answer.ts';
import { dayAndTime } from '#lib/pages/times.ts';
import type { Database } from '../db/open.ts';
import { findings } from '../db/schema/conclusions.ts';
import { notFound } from '../problems.ts';
import { authorName } from './authors.ts';
import { whyClosed } from './closed.ts';
import { listDocuments } from './documents.ts';
import { findReview } from './reviews.ts';

type Row = typeof findings.$inferSelect;

/** The row of a finding, withdrawn or not. Throws a not-found Problem that lists the findings there are. */
export function findFindingRow(db: Database, reviewId: string, slug: string): Row {
	const rows = db.select().from(findings).where(eq(findings.reviewId, reviewId)).all();
	const row = rows.find((each) => each.slug === slug);
	if (row) return row;
	throw notFound(
		'finding',
		slug,
		rows.map((each) => each.slug)
	);
}

export function keptFinding(db: Database, row: Row): Kept {
	return {
		texts: {
			direction: row.direction,
			heading: row.heading,
			text: row.text,
			weight: row.weight,
			reason: row.reason ?? '',
			element: row.element,
			elements: row.elements.join(' ')
		},
		version: row.version,
		by: authorName(db, row.changedBy),
		at: row.changedAt
	};
}

/** Why a finding cannot be changed just now, in a sentence: it was withdrawn, or its review is closed. */
export function whyFindingClosed(db: Database, row: Row): string | null {
	const closed = whyClosed(db, row.reviewId);
	if (closed || !row.withdrawnAt) return closed;
	return `${authorName(db, row.changedBy)} withdrew this finding at ${dayAndTime(row.withdrawnAt)}.`;
}

export type FindingEditor = {
	direction: Row['direction'];
	kept: Kept;
	withdrawn: boolean;
	/** Why nothing in the review can be changed; null while it can. */
	closed: string | null;
	/** The theme or standard on whose page it stands; null where the framework is not at hand. */
	theme: { code: string; title: string } | null;
};

/** Throws a not-found Problem. */
export function loadFindingEditor(db: Database, reviewId: string, slug: string): FindingEditor {
	const row = findFindingRow(db, reviewId, slug);
	return {
		direction: row.direction,
		kept: keptFinding(db, row),
		withdrawn: row.withdrawnAt !== null,
		closed: whyClosed(db, reviewId),
		theme: themeOfElement(db, reviewId, row.element)
	};
}

export type WithdrawnFinding = { id: string; text: string; direction: Row['direction']; when: string };

/** Those of one theme or standard, in the order in which they stood. */
export function listWithdrawnFindings(db: Database, reviewId: string, theme: string): WithdrawnFinding[] {
	return db
		.select()
		.from(findings)
		.where(and(eq(findings.reviewId, reviewId), isNotNull(findings.withdrawnAt)))
		.orderBy(asc(findings.position))
		.all()
		.filter(({ element }) => themeOfElement(db, reviewId, element)?.code === theme)
		.map((row) => ({
			id: row.slug,
			text: row.text,
			direction: row.direction,
			when: `${dayAndTime(row.withdrawnAt!)}, by ${authorName(db, row.changedBy)}`
		}));
}

/** The theme or standard that an element lies in; null where the framework is not at hand. */
export function themeOfElement(db: Database, reviewId: string, element: string): FindingEditor['theme'] {
	const [leading = ''] = findReview(db, reviewId).frameworks;
	const framework = findFramework(listDocuments(db, 'framework'), leading);
	const top = framework && pathToTop(framework, element).at(-1);
	return top ? { code: top.code, title: top.title } : null;
}

/** The elements that a finding can stand on, as options; the one where it stands is among them, whatever it is. */
export function listElementOptions(
	db: Database,
	reviewId: string,
	chosen: string | null
): { value: string; label: string }[] {
	const [leading = ''] = findReview(db, reviewId).frameworks;
	const choices = elementChoices(listDocuments(db, 'framework'), [leading]);
	const options = choices.map(({ code, text }) => ({ value: code, label: `${code} ${shortened(text)}` }));
	if (chosen === null || chosen === '' || choices.some(({ code }) => code === chosen)) return options;
	return [{ value: chosen, label: chosen }, ...options];
}

const shortened = (text: string, most = 90) =>
	text.length <= most ? text : `${text.slice(0, most).replace(/\s\S*$/, '')} …`;

export type FindingToWeigh = {
	id: string;
	version: number;
	direction: Row['direction'];
	text: string;
	weight: Row['weight'];
	reason: string;
};

/** The findings of one theme or standard that count, in their order. */
export function listFindingsToWeigh(db: Database, reviewId: string, theme: string): FindingToWeigh[] {
	return db
		.select()
		.from(findings)
		.where(and(eq(findings.reviewId, reviewId), isNull(findings.withdrawnAt)))
		.orderBy(asc(findings.position))
		.all()
		.filter(({ element }) => themeOfElement(db, reviewId, element)?.code === theme)
		.map(({ slug, version, direction, text, weight, reason }) => ({
			id: slug,
			version,
			direction,
			text,
			weight,
			reason: reason ?? ''
		}));
}
