/** How far the reading of a source is: by reader, how fast, and when it may be done. For whoever leads. */
import { longDate } from '#lib/reports/dates.ts';
import { counted } from '#lib/reports/review-words.ts';
import type { DeskState } from './desk-page.ts';
import { dayOf } from './times.ts';

/** One reading of one record by one reader. */
export type ReadingDone = {
	person: string;
	name: string;
	reading: number;
	state: DeskState;
	/** ISO 8601; null while it is not complete, and for answers that were brought in. */
	completedAt: string | null;
	/** Answers changed after they had been given. */
	changes: number;
};

export type ReaderProgress = {
	person: string;
	name: string;
	given: number;
	/** Of these, second readings. */
	second: number;
	notStarted: number;
	inProgress: number;
	completed: number;
	/** `4 a day on 2 days`; null where none was read to its end here. */
	rate: string | null;
	changes: number;
};

export type ReadingProgress = {
	readers: ReaderProgress[];
	/** All of them together, without a name of its own. */
	whole: Omit<ReaderProgress, 'person' | 'name'>;
	/** When it may be done and on what assumption, or why that cannot be said. */
	finish: string;
};

/** `unit`: what one record is called; `now`: ISO 8601. */
export function deriveReadingProgress(
	readings: readonly ReadingDone[],
	unit: { one: string; many: string },
	now: string
): ReadingProgress {
	const readers = [...Map.groupBy(readings, ({ person }) => person).values()].map((own) => ({
		person: own[0]!.person,
		name: own[0]!.name,
		...summed(own)
	}));
	return {
		readers: readers.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
		whole: summed(readings),
		finish: finishOf(readings, unit, now)
	};
}

function summed(readings: readonly ReadingDone[]): Omit<ReaderProgress, 'person' | 'name'> {
	const inState = (state: DeskState) => readings.filter((each) => each.state === state).length;
	const { read, days } = paceOf(readings);
	return {
		given: readings.length,
		second: readings.filter(({ reading }) => reading === 2).length,
		notStarted: inState('not-started'),
		inProgress: inState('in-progress'),
		completed: inState('completed'),
		rate: days === 0 ? null : `${oneDecimal(read / days)} a day on ${counted(days, 'day')}`,
		changes: readings.reduce((sum, { changes }) => sum + changes, 0)
	};
}

/** How many were read to their end here, and on how many days anybody read one to its end. */
function paceOf(readings: readonly ReadingDone[]): { read: number; days: number } {
	const ends = readings.flatMap(({ completedAt }) => (completedAt === null ? [] : [dayOf(completedAt)]));
	return { read: ends.length, days: new Set(ends).size };
}

function finishOf(
	readings: readonly ReadingDone[],
	unit: { one: string; many: string },
	now: string
): string {
	const left = readings.filter(({ state }) => state !== 'completed').length;
	if (readings.length === 0)
		return `No ${unit.one} has been given to anybody yet, so there is nothing to expect.`;
	if (left === 0) return `All that was given to be read has been read.`;
	const { read, days } = paceOf(readings);
	if (read === 0)
		return `No ${unit.one} has been read to its end yet, so that nothing can be said of when it will be done.`;
	const perDay = read / days;
	const last = weekdayAfter(dayOf(now), Math.ceil(left / perDay));
	return `${counted(left, 'reading')} ${left === 1 ? 'is' : 'are'} left. They may be done on ${longDate(last)}, if from tomorrow on as many are read on every weekday as on ${days === 1 ? 'the one day of reading' : `the ${days} days of reading`} so far: ${oneDecimal(perDay)} a day by all readers together.`;
}

/** The day that is so many weekdays after a day, YYYY-MM-DD. */
function weekdayAfter(day: string, weekdays: number): string {
	const date = new Date(`${day}T12:00:00.000Z`);
	for (let left = weekdays; left > 0;) {
		date.setUTCDate(date.getUTCDate() + 1);
		if (date.getUTCDay() !== 0 && date.getUTCDay() !== 6) left--;
	}
	return date.toISOString().slice(0, 10);
}

const oneDecimal = (number: number) => String(Math.round(number * 10) / 10);
