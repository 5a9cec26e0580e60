/** What the server and the process that reads files say to one another. */
import type { StagedProblem } from '../commands/keep-staged.ts';
import type { WithdrawBatchAsked } from '../commands/withdraw-batch.ts';

type About = {
	/** The folder where everything is kept. */
	folder: string;
	review: string;
	source: string;
	/** Id of the staged import. */
	staged: string;
};

export type ImportJob =
	/** Reads the file that comes on standard input. */
	| (About & { kind: 'read'; fileName: string })
	/** Looks again at a table that was read, after somebody said what its columns are. */
	| (About & { kind: 'check' })
	/** Takes it in. `person`: id of who does. */
	| (About & { kind: 'take-in'; person: string; at: string; name: string; identifiersChecked: boolean })
	/** Withdraws a batch of many records. */
	| { kind: 'withdraw'; folder: string; person: string; at: string; asked: WithdrawBatchAsked };

/** `rows` under the header; `fileDigest` only of a file that was just read. */
export type JobResult = { rows?: number; fileDigest?: string };

/** `share` from 0 to 1 of the part of the work that is under way. */
export type Progress = { part: 'reading' | 'checking' | 'storing'; share: number };

export type FromChild =
	| ({ says: 'progress' } & Progress)
	/** It is about to write, and waits for the answer. */
	| { says: 'writing' }
	| { says: 'written' }
	| { says: 'done'; result: JobResult }
	| { says: 'refused'; problem: StagedProblem };

export type ToChild = { job: ImportJob } | { write: true };

/** How the work asks for what only the server knows or grants. */
export type Talk = {
	progress: (part: Progress['part'], share: number) => void;
	/** Runs a short piece of work that writes, while nobody else does. */
	writing: <Result>(work: () => Result) => Promise<Result>;
};
