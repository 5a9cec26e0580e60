/** Makes a release: gathers what is shared in one look at the database, then reckons cell by cell. Writes nothing. */
import { makeRelease } from '#lib/benchmark/make-release.ts';
import type { ReleaseStep } from '../commands/keep-release-step.ts';
import type { Database } from '../db/open.ts';
import type { KeptRelease } from '../queries/release-drafts.ts';
import { gatherInput, inputDigest, type AskedRelease } from './release-input.ts';

export function doRelease(
	db: Database,
	asked: AskedRelease,
	step: (step: ReleaseStep) => void = () => {}
): KeptRelease {
	const { input, inputs } = db.transaction(() => {
		const gathering = gatherInput(db, asked);
		for (;;) {
			const { done, value } = gathering.next();
			if (done) return { input: value, inputs: inputDigest(db, asked) };
			step({ ...value, at: 'Gathering what is shared' });
		}
	});
	const making = makeRelease(input);
	for (;;) {
		const { done, value } = making.next();
		if (done) return { ...value, inputs };
		step({ ...value, at: 'Working out which groups may be shown' });
	}
}
