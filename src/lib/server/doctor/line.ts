/** One line of the doctor: what was looked at, how it stands, and what to do about it. */
export type DoctorState = 'fine' | 'look' | 'broken';

export type DoctorLine = {
	what: string;
	state: DoctorState;
	/** What was found, one sentence. */
	found: string;
	/** What to do; null when nothing is to be done. */
	todo: string | null;
};

export const fine = (what: string, found: string): DoctorLine => ({ what, state: 'fine', found, todo: null });
export const look = (what: string, found: string, todo: string): DoctorLine => ({
	what,
	state: 'look',
	found,
	todo
});
export const broken = (what: string, found: string, todo: string): DoctorLine => ({
	what,
	state: 'broken',
	found,
	todo
});

/** Whole megabytes, or gigabytes with one decimal place. */
export function sayBytes(bytes: number): string {
	return bytes < 1e9 ? `${Math.ceil(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/** “3 hours”, “12 days”. */
export function sayAge(milliseconds: number): string {
	const hours = Math.max(0, Math.round(milliseconds / 3_600_000));
	if (hours < 1) return 'less than an hour';
	if (hours < 48) return `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
	return `${Math.round(hours / 24)} days`;
}
