/** How a release was made, in paragraphs that stand in it: what was taken in, what is shown, what is not and why. */
import { longDate } from '#lib/reports/dates.ts';
import type { Rules } from './rules.ts';

type About = { from: string; to: string; rules: Rules; note: string; example: boolean };

/** `from` and `to` are days, YYYY-MM-DD. */
export function methodNote({ from, to, rules, note, example }: About): string[] {
	return [
		...(example ? ['Everything in this release is invented: its partnerships do not exist.'] : []),
		...(note === '' ? [] : [note]),
		`It holds what partnerships agreed to share of reviews that are issued and whose period ended between ${longDate(from)} and ${longDate(to)}. Of two reviews of a partnership the later one counts.`,
		'Only what was asked or judged in the same way is put together: the same edition of a framework, the same version of a question, the same scale.',
		`Groups are fixed: the four benchmarking families of the Improvement Service for children, social work and housing, and Scotland. A group is shown where at least ${rules.others} partnerships are left in it after one’s own is taken away.`,
		`A group is held back, too, where somebody could work out of all releases so far, by adding and taking away, the share of one other partnership to less than ${rules.narrowestShare} percentage points, its stage or evaluation to a single step, or its number of recommendations nearly. Where that is so of one group, another may be held back with it, so that no difference gives it away.`,
		`Counts of records are rounded to the nearest ${rules.roundTo}; shares and intervals are reckoned from the rounded counts. Partnerships that agreed to be named are shown with their own values.`,
		'There are no ranks. Stages and evaluations are judged by people, and are not samples: a difference in them is a question to ask.'
	];
}
