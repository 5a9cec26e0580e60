/** Makes Cairn ready in a folder: database open and migrated, shipped documents, the worked example and named resources loaded. */
import { openDatabase, type Database } from './db/open.ts';
import { loadDocuments } from './commands/load-documents.ts';
import { loadResources } from './commands/load-resources.ts';
import { loadSamples } from './commands/load-samples.ts';

/**
 * `folder` is where everything is kept, `at` the time now (ISO 8601). Safe to call again, and from several
 * processes at once. Throws a Problem when the folder or the database cannot be used.
 */
export function openCairn(folder: string, at: string): Database {
	const db = openDatabase(folder);
	try {
		loadDocuments(db, at);
		loadSamples(db, at);
		loadResources(db, at);
		return db;
	} catch (error) {
		db.$client.close();
		throw error;
	}
}
