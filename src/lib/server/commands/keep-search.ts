/** Keeps the full text of what is shared, for the commands that change it: only what everybody of its world may read. */
import type { Database } from '../db/open.ts';

/** `about`: `entry:<id>` or `topic:<id>`; null takes it out. In the transaction of the change that calls it. */
export function keepSearch(db: Database, about: string, text: { title: string; body: string } | null): void {
	db.$client.prepare('delete from shared_texts where about = ?').run(about);
	if (text)
		db.$client
			.prepare('insert into shared_texts (about, title, body) values (?, ?, ?)')
			.run(about, text.title, text.body);
}
