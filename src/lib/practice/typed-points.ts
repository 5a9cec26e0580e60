/** The values of a run chart as they are typed: a line each, a day and a value. */
import { isDay } from '#lib/evidence/iso-date.ts';
import type { RunPoint } from './run-chart.ts';

/** More would no longer be a chart that somebody reads. */
export const mostPoints = 400;

/**
 * `2026-03-02, 14` or `2/3/2026 14`, a line each; empty lines count for nothing. Gives the values by day, and one
 * sentence for each line that cannot be read, with its number.
 */
export function readPoints(written: string): { points: RunPoint[]; faults: string[] } {
	const points: RunPoint[] = [];
	const faults: string[] = [];
	const seen = new Map<string, number>();
	written.split(/\r?\n/).forEach((text, index) => {
		if (text.trim() === '') return;
		const line = index + 1;
		const point = readPoint(text.trim());
		if (typeof point === 'string') faults.push(`Line ${line}: ${point}`);
		else if (seen.has(point.day))
			faults.push(`Line ${line}: line ${seen.get(point.day)} has that day already.`);
		else {
			seen.set(point.day, line);
			points.push(point);
		}
	});
	if (points.length > mostPoints) faults.push(`Write at most ${mostPoints} values.`);
	return { points: points.sort((a, b) => (a.day < b.day ? -1 : 1)), faults };
}

/** A value of at most nine digits before the point and four after it. */
const number = /^[-−]?\d{1,9}(?:\.\d{1,4})?%?$/;

function readPoint(text: string): RunPoint | string {
	const found = /^(\S+?)(?:\s*[,;]\s*|\s+)(\S.*)$/.exec(text);
	if (!found) return 'write a day and a value, such as 2026-03-02, 14.';
	const day = readDay(found[1]!);
	if (day === null) return 'the day is none. Write it as 2026-03-02 or 2/3/2026.';
	const value = found[2]!.trim();
	if (!number.test(value)) return 'the value is no number. Write it as 14 or 14.5.';
	return { day, value: Number(value.replace('−', '-').replace('%', '')) };
}

function readDay(text: string): string | null {
	const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
	const day = british
		? `${british[3]}-${british[2]!.padStart(2, '0')}-${british[1]!.padStart(2, '0')}`
		: text;
	return isDay(day) ? day : null;
}

/** Values as they stand in a form; `readPoints` gives them back. */
export const writePoints = (points: readonly RunPoint[]): string =>
	points.map(({ day, value }) => `${day}, ${value}`).join('\n');
