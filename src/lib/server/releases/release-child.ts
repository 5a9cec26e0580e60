/** The process that makes one release: it is told which, says how far it is, and ends with the server. */
import { join } from 'node:path';
import { databaseName, openAsItIs } from '../db/open.ts';
import { findDraft } from '../queries/release-drafts.ts';
import { doRelease } from './do-release.ts';
import type { FromMaker, ReleaseJob } from './release-job.ts';

const say = (message: FromMaker, then: () => void = () => {}) =>
	process.send?.(message, undefined, undefined, then);

process.on('message', ({ folder, draft }: ReleaseJob) => {
	const db = openAsItIs(join(folder, databaseName));
	const asked = findDraft(db, draft);
	if (!asked) return void process.disconnect();
	const kept = doRelease(db, asked, sayer());
	db.$client.close();
	say({ says: 'made', kept }, () => process.disconnect());
});
process.once('disconnect', () => process.exit(0));

/** Says it at most five times a second. */
function sayer(): Parameters<typeof doRelease>[2] {
	let last = -Infinity;
	return (step) => {
		const now = performance.now();
		if (now - last < 200) return;
		last = now;
		say({ says: 'step', ...step });
	};
}
