/** Withdraws a batch; one of many answers in a process of its own, so that the server does not stand still meanwhile. */
import type { By } from '../commands/append-event.ts';
import { checkedReason, withdrawBatch, type WithdrawBatchAsked } from '../commands/withdraw-batch.ts';
import type { Database } from '../db/open.ts';
import { Problem, type ProblemCode } from '../problems.ts';
import { keptFolder } from '../project-root.ts';
import { findBatch } from '../queries/batches.ts';
import { findSource } from '../queries/sources.ts';
import { runJob } from './run-job.ts';

/** As many answers as are deleted in a tenth of a second. */
const mostHere = 50_000;

/** Throws a Problem as `withdrawBatch` does. */
export async function withdrawLarge(db: Database, by: By, asked: WithdrawBatchAsked): Promise<void> {
	const { key } = findSource(db, asked.review, asked.source);
	const answers = findBatch(db, key, asked.batch)?.answers ?? 0;
	if (answers <= mostHere || by.actor.kind !== 'person') {
		withdrawBatch(db, by, asked);
		return;
	}
	// Here, since only here the page learns what was found.
	checkedReason(asked);
	const job = { kind: 'withdraw' as const, folder: keptFolder(), person: by.actor.id, at: by.at, asked };
	const running = runJob(job);
	running.input.end();
	const outcome = await running.outcome;
	if ('done' in outcome) return;
	if ('lost' in outcome)
		throw new Problem('busy', 'The import was not withdrawn: the work was stopped. Try again.');
	const { code, message, details } = outcome.refused;
	throw new Problem(code as ProblemCode, message, details);
}
