/** Reads the kept documents. They never change, so each is parsed once and then looked up in memory. */
import { and, asc, eq } from 'drizzle-orm';
import { madeOnce } from '../db/made-once.ts';
import type { Database } from '../db/open.ts';
import { documents, type DocumentKind } from '../db/schema/documents.ts';
import { parseDocument, type DocumentOf } from '../documents.ts';
import { notFound, notFoundAmong } from '../problems.ts';

/** By their digest. */
const parsed = madeOnce<unknown>();

/** All documents of a kind, in the order of id and edition. */
export function listDocuments<Kind extends DocumentKind>(db: Database, kind: Kind): DocumentOf[Kind][] {
	const rows = db
		.select({ id: documents.id, edition: documents.edition, digest: documents.digest })
		.from(documents)
		.where(eq(documents.kind, kind))
		.orderBy(asc(documents.id), asc(documents.edition))
		.all();
	return rows.map((row) => parseOnce(db, kind, row));
}

/**
 * One document by `id@edition`, or by its id alone for the newest edition.
 * Throws a not-found Problem that lists what there is.
 */
export function findDocument<Kind extends DocumentKind>(
	db: Database,
	kind: Kind,
	reference: string
): DocumentOf[Kind] {
	const [id, edition] = reference.split('@');
	const rows = db
		.select({ id: documents.id, edition: documents.edition, digest: documents.digest })
		.from(documents)
		.where(eq(documents.kind, kind))
		.orderBy(asc(documents.id))
		.all();
	const newest = rows
		.filter((row) => row.id === id && (edition === undefined || row.edition === edition))
		.sort((a, b) => a.edition.localeCompare(b.edition, 'en', { numeric: true }))
		.at(-1);
	if (newest) return parseOnce(db, kind, newest);
	const known = rows.map((row) => `${row.id}@${row.edition}`);
	// Organisations bring instruments of their own; all else is the same for everybody.
	throw (kind === 'instrument' ? notFoundAmong : notFound)(kind.replace('-', ' '), reference, known);
}

/** Digest of one document; undefined when it is not kept. */
export function findDigest(
	db: Database,
	kind: DocumentKind,
	id: string,
	edition: string
): string | undefined {
	return db
		.select({ digest: documents.digest })
		.from(documents)
		.where(and(eq(documents.kind, kind), eq(documents.id, id), eq(documents.edition, edition)))
		.get()?.digest;
}

type Key = { id: string; edition: string; digest: string };

function parseOnce<Kind extends DocumentKind>(db: Database, kind: Kind, key: Key): DocumentOf[Kind] {
	return parsed(db, key.digest, () => {
		const row = db
			.select({ document: documents.document })
			.from(documents)
			.where(and(eq(documents.kind, kind), eq(documents.id, key.id), eq(documents.edition, key.edition)))
			.get();
		return parseDocument(kind, JSON.parse(row!.document));
	}) as DocumentOf[Kind];
}
