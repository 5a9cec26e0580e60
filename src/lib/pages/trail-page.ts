/** What a page of the trail shows: sentences by day, newest first, and how they were chosen. */
import { longDate } from '#lib/reports/dates.ts';
import { clockTime, dayOf } from './times.ts';
import { tellChange, type ChangePiece } from './told-change.ts';

/** An event in words. `id` is its number in the trail. */
export type ToldEvent = {
	id: number;
	/** ISO 8601, UTC. */
	at: string;
	who: string;
	did: string;
	reason: string | null;
	before: string | null;
	after: string | null;
};

export type TrailLine = Pick<ToldEvent, 'id' | 'who' | 'did' | 'reason'> & {
	/** `14:02`. */
	time: string;
	/** What the change did to a text; null where there is none to show. */
	change: ChangePiece[] | null;
};

export type TrailDay = { day: string; heading: string; lines: TrailLine[] };

/** Days in the order in which the events come, on the clock of Scotland. */
export function deriveTrailDays(events: readonly ToldEvent[]): TrailDay[] {
	const byDay = Map.groupBy(events, ({ at }) => dayOf(at));
	return [...byDay].map(([day, told]) => ({ day, heading: longDate(day), lines: told.map(toLine) }));
}

function toLine({ id, at, who, did, reason, before, after }: ToldEvent): TrailLine {
	const unchanged = before === after || (before === null && after === null);
	return {
		id,
		who,
		did,
		reason,
		time: clockTime(at),
		change: unchanged ? null : tellChange(before ?? '', after ?? '')
	};
}

export type Option = { value: string; label: string };

/** The fields of the form that chooses, as they stand in the address; empty for no choice. */
export type TrailChoice = { who: string; kind: string; from: string; to: string; theme: string };

export type TrailPage = {
	days: TrailDay[];
	/** How many events fit the choice. */
	count: number;
	/** The choice that was made, and what there is to choose from. */
	choice: TrailChoice;
	who: Option[];
	kinds: Option[];
	/** None where events are not of one review. */
	themes: Option[];
	/** Addresses, without the path. */
	older: string | null;
	newest: string | null;
	csv: string;
};

const plain = new Intl.NumberFormat('en-GB');

/** “4,312 events”, with what was chosen: “3 events fit”. */
export function counted({ count, choice }: Pick<TrailPage, 'count' | 'choice'>): string {
	const chosen = Object.values(choice).some((value) => value !== '');
	if (count === 0) return chosen ? 'No event fits' : 'Nothing has happened yet';
	const events = `${plain.format(count)} event${count === 1 ? '' : 's'}`;
	return chosen ? `${events} ${count === 1 ? 'fits' : 'fit'}` : events;
}

/** The state of the trail in words: “Checked just now: 4,312 events, none altered.” */
export function checked({
	events,
	textsErased,
	faults
}: {
	events: number;
	textsErased: number;
	faults: readonly string[];
}): string {
	if (faults.length > 0)
		return `Checked just now: the trail is not as it was written. ${faults.length === 1 ? 'One thing is' : `${faults.length} things are`} wrong.`;
	const erased =
		textsErased === 0 ? '' : ` The texts of ${plain.format(textsErased)} were erased, as the trail says.`;
	return `Checked just now: ${plain.format(events)} event${events === 1 ? ', not' : 's, none'} altered.${erased}`;
}
