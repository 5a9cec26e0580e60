/** What the moderation of a review says in words. */
import type { Coefficient } from '#lib/measures/agreement/coefficient.ts';

/** `κ 0.62 (95% interval 0.21 to 1.00)`, or why there is none. */
export function coefficientWords(name: string, { value, interval, why }: Coefficient): string {
	if (value === null) return `${name} has no value: ${why}.`;
	const between = interval
		? ` (95% interval ${figure(interval.low)} to ${figure(interval.high)})`
		: ' (no interval)';
	return `${name} ${figure(value)}${between}`;
}

const figure = (value: number) =>
	value
		.toFixed(2)
		.replace(/^-0\.00$/, '0.00')
		.replace('-', '−');

/** Who sees it further on: `Senior decision makers see it 2 stages further on than workers.` */
export function aheadWords(ahead: number): string {
	const by = Math.abs(ahead);
	const stages = `${Number.isInteger(by) ? by : by.toFixed(1)} ${by === 1 ? 'stage' : 'stages'}`;
	return ahead > 0
		? `Senior decision makers see it ${stages} further on than workers.`
		: `Workers see it ${stages} further on than senior decision makers.`;
}
