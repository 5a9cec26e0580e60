/** Keeps a document for good. The same document again is nothing new; another text under the same edition is refused. */
import { createHash } from 'node:crypto';
import type { Database } from '../db/open.ts';
import { documents, type DocumentKind } from '../db/schema/documents.ts';
import { parseDocument } from '../documents.ts';
import { Problem } from '../problems.ts';
import { findDigest } from '../queries/documents.ts';

export type NewDocument = { kind: DocumentKind; id: string; edition: string; json: unknown };

/**
 * Keeps a document, unless it is kept already; says whether it is new. It is parsed first, so that the order of its keys and left-out
 * defaults make no difference. `at` is the time now, ISO 8601.
 * Throws a Problem when that edition is kept with another text, a ZodError when the document is malformed.
 */
export function keepDocument(db: Database, { kind, id, edition, json }: NewDocument, at: string): boolean {
	const document = JSON.stringify(parseDocument(kind, json));
	const digest = createHash('sha256').update(document).digest('hex');
	const kept = findDigest(db, kind, id, edition);
	if (kept === digest) return false;
	if (kept !== undefined)
		throw new Problem(
			'edition-changed',
			`The ${kind} ${id}, edition ${edition}, differs from the one kept in the database. An edition never changes: give the new text a new edition, or set CAIRN_DATA to another folder.`
		);
	db.insert(documents).values({ kind, id, edition, digest, document, loadedAt: at }).run();
	return true;
}
