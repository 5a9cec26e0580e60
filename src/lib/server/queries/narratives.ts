/** Reads a narrative as it is edited: its text, its version, who saved it last, and its earlier versions. */
import { and, desc, eq } from 'drizzle-orm';
import type { NarrativePart } from '#lib/judgement/judgement.ts';
import type { MeasureLink, NarrativeDocument } from '#lib/judgement/narrative-document.ts';
import { writeNotation } from '#lib/judgement/narrative-notation.ts';
import { documentOfParagraphs, withLinksTo } from '#lib/judgement/narrative-text.ts';
import type { Kept } from '#lib/pages/save-answer.ts';
import type { TextCheck } from '#lib/pages/text-check.ts';
import type { Database } from '../db/open.ts';
import { narratives, narrativeVersions } from '../db/schema/conclusions.ts';
import { notFound } from '../problems.ts';
import { authorName } from './authors.ts';
import { whyClosed } from './closed.ts';
import { loadTextCheck } from './measures-to-check.ts';
import { loadReviewFrame } from './review-pages.ts';

/** Which narrative of a review. `part`: the summary where left out. */
export type NarrativePlace = { review: string; element: string; part?: NarrativePart };

/** Which parts a theme or standard has, by the kind of its review. */
const partsOf = {
	'thematic-review': ['summary'],
	'self-evaluation': ['summary', 'overall', 'strengths', 'gaps']
} as const satisfies Record<string, readonly NarrativePart[]>;

type Row = { paragraphs: string[]; document: unknown };

/** What is stored went through narrativeDocumentSchema when it came in. */
export const storedDocument = ({ paragraphs, document }: Row): NarrativeDocument =>
	document === null ? documentOfParagraphs(paragraphs) : (document as NarrativeDocument);

export function findNarrativeRow(db: Database, { review, element, part = 'summary' }: NarrativePlace) {
	return db
		.select()
		.from(narratives)
		.where(and(eq(narratives.reviewId, review), eq(narratives.element, element), eq(narratives.part, part)))
		.get();
}

/** The narrative as it stands, in the notation; of version 0 and without text where none was written. */
export function findNarrative(db: Database, place: NarrativePlace): Kept {
	const row = findNarrativeRow(db, place);
	return row
		? {
				texts: { text: writeNotation(storedDocument(row)) },
				version: row.version,
				by: authorName(db, row.changedBy),
				at: row.changedAt
			}
		: { texts: { text: '' }, version: 0, by: '', at: '' };
}

export type NarrativeEditor = {
	part: NarrativePart;
	title: string;
	kept: Kept;
	/** The document as it stands, for a page that only shows it; null where nothing was written. */
	document: NarrativeDocument | null;
	/** What its words of quantity are checked against. */
	check: TextCheck;
	/** How many earlier versions there are. */
	earlier: number;
	closed: string | null;
};

/** Throws a not-found Problem for a theme that the review does not have, or a part that the theme has not. */
export function loadNarrativeEditor(
	db: Database,
	review: string,
	element: string,
	part: string
): NarrativeEditor {
	const { title } = findTheme(db, review, element);
	const place = { review, element, part: findPart(db, review, part) };
	const row = findNarrativeRow(db, place);
	const check = loadTextCheck(db, review, `narrative:${element}:${place.part}`, [element]);
	const isThere = ({ source, question }: MeasureLink) =>
		check.measures.some((measure) => measure.source === source && measure.question === question);
	return {
		part: place.part,
		title,
		kept: findNarrative(db, place),
		document: row && row.paragraphs.length > 0 ? withLinksTo(storedDocument(row), isThere) : null,
		check,
		earlier: listVersions(db, place).length,
		closed: whyClosed(db, review)
	};
}

export type NarrativeVersion = { version: number; text: string; by: string; at: string };

/** The versions that were kept when others took their place, newest first; not the one that stands. */
export function listVersions(
	db: Database,
	{ review, element, part = 'summary' }: NarrativePlace
): NarrativeVersion[] {
	return db
		.select()
		.from(narrativeVersions)
		.where(
			and(
				eq(narrativeVersions.reviewId, review),
				eq(narrativeVersions.element, element),
				eq(narrativeVersions.part, part)
			)
		)
		.orderBy(desc(narrativeVersions.version))
		.all()
		.map((row) => ({
			version: row.version,
			text: writeNotation(storedDocument(row)),
			by: authorName(db, row.changedBy),
			at: row.changedAt
		}));
}

export type VersionsPage = {
	part: NarrativePart;
	title: string;
	/** The one that stands first, then those it took the place of, newest first; empty where nothing was written. */
	versions: NarrativeVersion[];
	closed: string | null;
};

/** Throws a not-found Problem, as loadNarrativeEditor. */
export function loadVersions(db: Database, review: string, element: string, part: string): VersionsPage {
	const { title } = findTheme(db, review, element);
	const place = { review, element, part: findPart(db, review, part) };
	const { version, texts, by, at } = findNarrative(db, place);
	const now = version === 0 ? [] : [{ version, text: texts.text ?? '', by, at }];
	return {
		part: place.part,
		title,
		versions: [...now, ...listVersions(db, place)],
		closed: whyClosed(db, review)
	};
}

/** A part that a theme or standard of the review has. Throws a not-found Problem that lists those it has. */
export function findPart(db: Database, review: string, part: string): NarrativePart {
	const parts: readonly NarrativePart[] = partsOf[loadReviewFrame(db, review).review.kind];
	const found = parts.find((each) => each === part);
	if (found) return found;
	throw notFound('text', part, [...parts]);
}

/** A theme or standard that has a page in the review. Throws a not-found Problem that lists those that have. */
export function findTheme(db: Database, reviewId: string, code: string): { code: string; title: string } {
	const { themes } = loadReviewFrame(db, reviewId);
	const theme = themes.find((each) => each.code === code);
	if (theme) return theme;
	throw notFound(
		'theme',
		code,
		themes.map((each) => each.code)
	);
}
