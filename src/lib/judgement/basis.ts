/**
 * What a judgement rested on when it was made, in short, so that it can be marked *to be looked at again* when the
 * evidence changes afterwards, with what changed.
 */
import { z } from 'zod';

/** One thing that was there: a measure with its counts, a finding, a passage, a figure. */
export const groundSchema = z.strictObject({
	/** Names it in the review: `measure:staff/confident`, `finding:advocacy`, `passage:talks/p3`, `figure:…`. */
	key: z.string(),
	/** How it is called. */
	label: z.string(),
	/** What it said: `57 of 60`; for a text a digest of it, which is not shown. */
	says: z.string()
});
export type Ground = z.infer<typeof groundSchema>;
export type Basis = readonly Ground[];

export type Changed = {
	key: string;
	label: string;
	how: 'new' | 'gone' | 'changed';
	before: string;
	now: string;
};

/** What is new, gone or says something else now, in the order of what is there now, what is gone last. */
export function changedSince(before: Basis, now: Basis): Changed[] {
	const was = new Map(before.map((ground) => [ground.key, ground]));
	const is = new Set(now.map(({ key }) => key));
	return [
		...now.flatMap(({ key, label, says }): Changed[] => {
			const old = was.get(key);
			if (!old) return [{ key, label, how: 'new', before: '', now: says }];
			return old.says === says ? [] : [{ key, label, how: 'changed', before: old.says, now: says }];
		}),
		...before
			.filter(({ key }) => !is.has(key))
			.map(({ key, label, says }): Changed => ({ key, label, how: 'gone', before: says, now: '' }))
	];
}
