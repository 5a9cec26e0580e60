/** Reads the tables of figures of a source as they are worked on, withdrawn or not. What counts: sources.ts. */
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { writeFigureTable } from '#lib/evidence/figure-table.ts';
import type { Figure } from '#lib/evidence/voices.ts';
import type { Kept } from '#lib/pages/save-answer.ts';
import { dayAndTime } from '#lib/pages/times.ts';
import type { Database } from '../db/open.ts';
import { figures } from '../db/schema/voices.ts';
import { notFound } from '../problems.ts';
import { authorName } from './authors.ts';
import { whyClosed } from './closed.ts';
import { findSource } from './sources.ts';

type Row = typeof figures.$inferSelect;

/** The row of a table, withdrawn or not. Throws a not-found Problem. */
export function findFigureRow(db: Database, reviewId: string, source: string, slug: string): Row {
	const { key } = findSource(db, reviewId, source);
	const row = db
		.select()
		.from(figures)
		.where(and(eq(figures.sourceId, key), eq(figures.slug, slug)))
		.get();
	if (row) return row;
	throw notFound('table of figures', slug);
}

export function keptFigure(db: Database, row: Row): Kept {
	const { title, unit, period, origin, chart, table, elements } = row;
	return {
		texts: {
			title,
			unit,
			period,
			origin,
			chart,
			table: writeFigureTable(table),
			elements: elements.join(' ')
		},
		version: row.version,
		by: authorName(db, row.changedBy),
		at: row.changedAt
	};
}

/** Why a table cannot be changed just now: it was withdrawn, or its review is closed. */
export function whyFigureClosed(db: Database, reviewId: string, row: Row): string | null {
	const closed = whyClosed(db, reviewId);
	if (closed || !row.withdrawnAt) return closed;
	return `${authorName(db, row.changedBy)} withdrew this table at ${dayAndTime(row.withdrawnAt)}.`;
}

export type FiguresPage = {
	source: { id: string; title: string };
	figures: Figure[];
	withdrawn: { id: string; title: string; when: string }[];
	closed: string | null;
};

/** Throws a not-found Problem. */
export function loadFiguresPage(db: Database, reviewId: string, sourceId: string): FiguresPage {
	const { key, id, title, figures: counted } = findSource(db, reviewId, sourceId);
	const rows = db
		.select()
		.from(figures)
		.where(and(eq(figures.sourceId, key), isNotNull(figures.withdrawnAt)))
		.orderBy(asc(figures.position))
		.all();
	return {
		source: { id, title },
		figures: counted,
		withdrawn: rows.map((row) => ({
			id: row.slug,
			title: row.title,
			when: `${dayAndTime(row.withdrawnAt!)}, by ${authorName(db, row.changedBy)}`
		})),
		closed: whyClosed(db, reviewId)
	};
}

/** Throws a not-found Problem. */
export function loadFigureEditor(
	db: Database,
	reviewId: string,
	source: string,
	slug: string
): { kept: Kept; withdrawn: boolean; closed: string | null } {
	const row = findFigureRow(db, reviewId, source, slug);
	return { kept: keptFigure(db, row), withdrawn: row.withdrawnAt !== null, closed: whyClosed(db, reviewId) };
}
