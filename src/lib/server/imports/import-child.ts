/** The process that works on one file: it gets its job from the server, says how far it is, and ends with the server. */
import { Problem } from '../problems.ts';
import { doJob } from './do-job.ts';
import type { FromChild, ImportJob, Talk, ToChild } from './import-job.ts';

const say = (message: FromChild, then: () => void = () => {}) =>
	process.send?.(message, undefined, undefined, then);

let granted: () => void = () => {};
const talk: Talk = {
	progress: progressSayer(),
	async writing(work) {
		const grant = new Promise<void>((resolve) => (granted = resolve));
		say({ says: 'writing' });
		await grant;
		try {
			return work();
		} finally {
			say({ says: 'written' });
		}
	}
};

/** Says it at most ten times a second. */
function progressSayer(): Talk['progress'] {
	let last = 0;
	return (part, share) => {
		const now = performance.now();
		if (now - last < 100) return;
		last = now;
		say({ says: 'progress', part, share });
	};
}

process.on('message', (message: ToChild) => {
	if ('write' in message) granted();
	else void answer(message.job);
});
process.once('disconnect', () => process.exit(0));

async function answer(job: ImportJob): Promise<void> {
	try {
		const result = await doJob(job, process.stdin, talk);
		say({ says: 'done', result }, () => process.disconnect());
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		const { code, message, details } = error;
		say({ says: 'refused', problem: { code, message, details } }, () => process.disconnect());
	}
}
