/** How long it takes to check a long trail, against hashing as many texts of the same length and nothing else. */
import { createHash } from 'node:crypto';
import { operator } from '#lib/server/access/actor.ts';
import { appendEvent } from '#lib/server/commands/append-event.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { verifyTrail } from '#lib/server/queries/verify-trail.ts';
import { figure, scratchFolder, time } from './stopwatch.ts';

const events = 100_000;
const at = '2026-01-01T00:00:00.000Z';
const sentence = 'Few files show that advocacy was offered in good time. ';
const scratch = scratchFolder();
const db = openDatabase(scratch.next());
db.transaction(() => {
	for (let each = 0; each < events; each += 1)
		appendEvent(
			db,
			{ actor: operator, at },
			{ verb: 'narrative-saved', review: `review-${each % 50}`, subject: 'T3', after: sentence.repeat(4) }
		);
});

const hashed = time(
	() => sentence.repeat(4),
	(text) => {
		for (let each = 0; each < 2 * events; each += 1) createHash('sha256').update(text).digest('hex');
	}
);
const before = process.memoryUsage().rss;
const checked = time(
	() => undefined,
	() => verifyTrail(db)
);
const grown = (process.memoryUsage().rss - before) / 2 ** 20;
const { faults } = verifyTrail(db);
db.$client.close();
scratch.remove();
if (faults.length > 0) throw new Error(faults[0]);

console.log(`
a trail of ${events.toLocaleString('en-GB')} events, each with a text
${figure('two bare hashes for each event', hashed, hashed, 'bare hashes')}
${figure('check the trail', checked, hashed, 'bare hashes')}
memory more at the end than before: ${grown.toFixed(0)} MiB`);
