/** What the server and the process that makes a release say to one another. */
import type { ReleaseStep } from '../commands/keep-release-step.ts';
import type { KeptRelease } from '../queries/release-drafts.ts';

export type ReleaseJob = {
	/** The folder where everything is kept. */
	folder: string;
	/** Id of the draft. */
	draft: string;
};

export type FromMaker = ({ says: 'step' } & ReleaseStep) | { says: 'made'; kept: KeptRelease };
