/** What is written about a source, tidied and checked: for one that is added and one that is changed. Pure. */
import type { Heard } from '#lib/evidence/sample.ts';
import { designs, type Design, type Source } from '#lib/evidence/source.ts';
import { tidyLine, tidyText } from '#lib/judgement/written-text.ts';
import { refuseFaults } from '../problems.ts';

export const sourceFields = [
	'title',
	'heardFrom',
	'peopleMet',
	'heard',
	'design',
	'frameSize',
	'asked',
	'howDrawn',
	'from',
	'to',
	'owner',
	'note'
] as const;
/** As a form has them: numbers in writing, and in `heard` a line for each group, such as “unpaid carers: 8”. */
export type SourceTexts = Record<(typeof sourceFields)[number], string>;

export type CheckedSource = {
	/** Tidied, as they are kept and compared. */
	texts: SourceTexts;
	/** Columns of the source, and of how it was drawn. */
	source: Pick<Source, 'title' | 'heardFrom' | 'peopleMet' | 'heard' | 'from' | 'to' | 'owner'> & {
		note: string | null;
	};
	sample: { design: Design; frameSize: number | null; asked: number | null; howDrawn: string };
};

/** Letters. */
const longest = { title: 120, heardFrom: 300, howDrawn: 400, note: 2_000 };
const most = 10_000_000;

/** Said where nobody wrote how they were drawn. */
const plainly: Record<Design, string> = {
	random: 'Drawn at random.',
	stratified: 'Drawn at random within strata.',
	census: 'All that there are.',
	purposive: 'Chosen on purpose.',
	'self-selected': 'Everybody who chose to answer.'
};

/** Throws form-invalid, field by field. */
export function checkedSource(written: SourceTexts): CheckedSource {
	const texts = Object.fromEntries(
		sourceFields.map((field) => [
			field,
			field === 'heard' ? groupLines(written[field]) : tidyLine(written[field])
		])
	) as SourceTexts;
	texts.note = tidyText(written.note);
	const design = designs.find((each) => each === texts.design);
	const heard = groupsOf(texts.heard);
	refuseFaults({
		title: fault(texts.title, longest.title, 'Write what it is called.'),
		heardFrom: fault(texts.heardFrom, longest.heardFrom, 'Write whose files were read, or who was heard.'),
		peopleMet: numberFault(texts.peopleMet),
		heard: heard ? null : 'Write a group and a number in each line, such as “unpaid carers: 8”.',
		design: design ? null : 'Choose how they were drawn.',
		frameSize: numberFault(texts.frameSize),
		asked: numberFault(texts.asked),
		howDrawn: fault(texts.howDrawn, longest.howDrawn, null),
		from: dayFault(texts.from),
		to: dayFault(texts.to) ?? (isBefore(texts.to, texts.from) ? 'It is before the first.' : null),
		owner:
			texts.owner === 'reviewers' || texts.owner === 'partnership' ? null : 'Choose whose evidence it is.',
		note: fault(texts.note, longest.note, null)
	});
	texts.howDrawn ||= plainly[design!];
	return {
		texts,
		source: {
			title: texts.title,
			heardFrom: texts.heardFrom,
			peopleMet: numberOf(texts.peopleMet),
			heard: heard!,
			from: texts.from || null,
			to: texts.to || null,
			owner: texts.owner as Source['owner'],
			note: texts.note || null
		},
		sample: {
			design: design!,
			frameSize: numberOf(texts.frameSize),
			asked: numberOf(texts.asked),
			howDrawn: texts.howDrawn
		}
	};
}

function fault(text: string, letters: number, missing: string | null): string | null {
	if (text === '') return missing;
	return text.length > letters ? `Write at most ${letters} letters; these are ${text.length}.` : null;
}

/** Digits, with the commas that people write between thousands. */
const plainNumber = (text: string) => text.replaceAll(/[,\s]/g, '');
const numberOf = (text: string) => (text === '' ? null : Number(plainNumber(text)));

function numberFault(text: string): string | null {
	if (text === '') return null;
	const fits = /^\d{1,9}$/.test(plainNumber(text)) && numberOf(text)! >= 1 && numberOf(text)! <= most;
	return fits ? null : 'Write a whole number from 1, or leave it empty.';
}

const isBefore = (day: string, other: string) =>
	day !== '' && other !== '' && dayFault(other) === null && day < other;

/** A day that there is: no 31 June. */
function dayFault(text: string): string | null {
	if (text === '') return null;
	const day = /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
	const real = day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
	return real ? null : 'Write a day, such as 2026-04-01, or leave it empty.';
}

export const heardText = (heard: readonly Heard[]): string =>
	heard.map(({ group, number }) => `${group}: ${number}`).join('\n');

/** The lines as they are kept, where each can be read; else as they were written. */
function groupLines(written: string): string {
	const heard = groupsOf(tidyText(written));
	return heard ? heardText(heard) : tidyText(written);
}

function groupsOf(text: string): Heard[] | null {
	const lines = text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
	if (lines.length > 30) return null;
	const groups = lines.map(
		(line) => /^(?<group>.{1,100}?)\s*[:,;–-]?\s*(?<number>[1-9]\d{0,6})$/.exec(line)?.groups
	);
	if (groups.some((found) => !found?.group)) return null;
	return groups.map((found) => ({ group: found!.group!, number: Number(found!.number) }));
}
