/** Reads what a file reader's workbook holds: the records that they were given and that still take answers. */
import { deriveReaderWorkbook, type ReaderWorkbook } from '#lib/pages/reader-workbook.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { notFound } from '../problems.ts';
import { loadDeskPage } from './desk.ts';
import { findDocument } from './documents.ts';
import { loadReadingList } from './given-records.ts';
import { findSource } from './sources.ts';

/** Records with a sheet each; a workbook with more is slow to open. */
const mostSheets = 100;

export type WorkbookOffer = {
	title: string;
	records: number;
	unit: { one: string; many: string };
	open: boolean;
};

/** What there is to take along. Throws a not-found Problem. */
export function loadWorkbookOffer(
	db: Database,
	actor: Actor,
	review: string,
	sourceId: string
): WorkbookOffer {
	const list = loadReadingList(db, review, sourceId, actor);
	return { title: list.title, unit: list.unit, open: list.open, records: openLines(list).length };
}

/** Throws a not-found Problem, also where nothing was given to the actor. */
export function loadReaderWorkbook(
	db: Database,
	actor: Actor,
	review: string,
	sourceId: string
): { name: string; workbook: ReaderWorkbook } {
	const source = findSource(db, review, sourceId);
	const lines = openLines(loadReadingList(db, review, sourceId, actor));
	if (source.instrument === null || lines.length === 0) throw notFound('workbook of the source', sourceId);
	const pages = lines
		.slice(0, mostSheets)
		.map(({ reference }) => loadDeskPage(db, actor, { review, source: sourceId, reference }));
	const of = { review, source: sourceId, instrument: source.instrument };
	const instrument = findDocument(db, 'instrument', source.instrument);
	return {
		name: `${review}-${sourceId}-to-read.xlsx`,
		workbook: deriveReaderWorkbook(of, source.title, instrument, pages)
	};
}

function openLines({ readers, open }: ReturnType<typeof loadReadingList>) {
	const own = readers.find((reader) => reader.own)?.lines ?? [];
	return open ? own.filter(({ status, heldBy }) => heldBy === null && status !== 'completed') : [];
}
