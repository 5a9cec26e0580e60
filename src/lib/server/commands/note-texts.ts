/** What a note holds, tidied and checked: for one that is added and one that is written on. Pure. */
import { tidyLine, tidyText } from '#lib/judgement/written-text.ts';
import { refuseFaults } from '../problems.ts';

export type NoteTexts = {
	title: string;
	/** YYYY-MM-DD; empty where it is not known. */
	day: string;
	text: string;
};

/** Letters. A long conversation, word for word. */
const longest = { title: 200, text: 100_000 };

/** Throws form-invalid, field by field. */
export function checkedNote(written: NoteTexts): NoteTexts {
	const note = { title: tidyLine(written.title), day: written.day.trim(), text: tidyText(written.text) };
	const tooLong = (text: string, most: number) =>
		text.length > most ? `Write at most ${most} letters; these are ${text.length}.` : null;
	refuseFaults({
		title: note.title === '' ? 'Write what it is called.' : tooLong(note.title, longest.title),
		day: note.day === '' || isDay(note.day) ? null : 'Write the day as 2026-02-17, or nothing.',
		text: note.text === '' ? 'Write what was said, seen or read.' : tooLong(note.text, longest.text)
	});
	return note;
}

/** A day that there is: no 31 June. */
function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const day = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
