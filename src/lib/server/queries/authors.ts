/** Names for the authors of rows: a person's own, or what else wrote there (access/actor.ts, authorOf). */
import { eq } from 'drizzle-orm';
import type { Database } from '../db/open.ts';
import { people } from '../db/schema/people.ts';

const others: Readonly<Record<string, string>> = {
	operator: 'the command line',
	cairn: 'Cairn',
	Cairn: 'Cairn'
};

/** `author` is as a row has it in changedBy; somebody who is no longer here has no name left. */
export function authorName(db: Database, author: string): string {
	const person = db.select({ name: people.name }).from(people).where(eq(people.id, author)).get();
	return person?.name ?? others[author] ?? 'somebody who has left';
}
