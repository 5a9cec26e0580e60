/** Full text search in what is shared. The words that somebody typed never reach SQLite as they are: search-words.ts. */
import { markEnd, markStart, markedWords, type MarkedWords } from '#lib/practice/marked-words.ts';
import { searchQuery } from '#lib/practice/search-words.ts';
import type { Database } from '../db/open.ts';

export type SharedHit = { id: string; snippet: MarkedWords };

/**
 * All that fit, best first (bm25, a title counting five times as much), the same order every time; null where nothing
 * was typed that can be searched for. It knows no worlds: whoever asks shows only what the actor may see.
 */
export function searchShared(db: Database, kind: 'entry' | 'topic', typed: string): SharedHit[] | null {
	const query = searchQuery(typed);
	if (query === null) return null;
	const rows = db.$client
		.prepare(
			`select about, snippet(shared_texts, 2, @start, @end, '…', 30) as snippet from shared_texts
			where shared_texts match @query and about like @kind
			order by bm25(shared_texts, 0.0, 5.0, 1.0), about`
		)
		.all({ query, kind: `${kind}:%`, start: markStart, end: markEnd }) as {
		about: string;
		snippet: string;
	}[];
	return rows.map(({ about, snippet }) => ({
		id: about.slice(kind.length + 1),
		snippet: markedWords(snippet)
	}));
}
