/**
 * Loads the shipped documents (frameworks, crosswalks, instruments, scales, partnerships). Done at every start:
 * what is already kept is left alone.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cairn } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import type { DocumentKind } from '../db/schema/documents.ts';
import { fixturesFolder } from '../project-root.ts';
import { change } from './change.ts';
import { keepDocument, type NewDocument } from './keep-document.ts';

/** Not documents: reviews, and resources that are shared, each loaded by itself. */
const others = /^(?:samples|resources\.json)/;

/** Every document under a fixtures folder. */
function readShipped(folder: string): NewDocument[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.json') && !others.test(file))
		.sort()
		.map((file) => {
			const json = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>;
			return {
				kind: kindOf(file, json),
				id: String(json.id ?? 'partnerships'),
				edition: String(json.edition ?? '1'),
				json
			};
		});
}

function kindOf(file: string, json: Record<string, unknown>): DocumentKind {
	if (file.startsWith('frameworks')) return 'framework';
	if (file.startsWith('crosswalks')) return 'crosswalk';
	if (file.startsWith('instruments')) return 'instrument';
	if (!file.startsWith('scales')) return 'partnerships';
	return 'bands' in json ? 'quantity-scale' : 'steps' in json ? 'evaluation-scale' : 'readiness';
}

/**
 * Keeps the shipped documents that are not kept yet, all or none. `at` is the time now, ISO 8601.
 * Throws a Problem when a kept edition differs from the shipped one, a ZodError when one is malformed.
 */
export function loadDocuments(db: Database, at: string, folder: string = fixturesFolder): void {
	const shipped = readShipped(folder);
	const asked = { action: 'look-after-installation', of: () => installation } as const;
	change(db, { actor: cairn, at }, asked, (note) => {
		for (const document of shipped)
			if (keepDocument(db, document, at))
				note({ verb: 'document-kept', subject: `${document.id}@${document.edition}` });
	});
}
