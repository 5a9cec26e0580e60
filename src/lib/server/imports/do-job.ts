/** Does one job with a file; in the process for it (import-child.ts), with a connection of its own to the database. */
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { withdrawBatch } from '../commands/withdraw-batch.ts';
import { databaseName, openAsItIs } from '../db/open.ts';
import { findActor } from '../queries/actors.ts';
import type { ImportJob, JobResult, Talk } from './import-job.ts';
import { checkStaged, readSent } from './read-sent.ts';
import { storeStaged } from './store-staged.ts';

/** `input`: the file that was sent. Throws a Problem as what it does throws. */
export async function doJob(job: ImportJob, input: Readable, talk: Talk): Promise<JobResult> {
	const db = openAsItIs(join(job.folder, databaseName));
	try {
		switch (job.kind) {
			case 'read':
				return await readSent(db, job, input, talk);
			case 'check':
				return checkStaged(db, job, talk);
			case 'take-in':
				await storeStaged(db, job, talk);
				return {};
			case 'withdraw': {
				const actor = findActor(db, job.person) ?? { kind: 'visitor' as const, exploring: false };
				await talk.writing(() => withdrawBatch(db, { actor, at: job.at }, job.asked));
				return {};
			}
		}
	} finally {
		db.$client.close();
	}
}
