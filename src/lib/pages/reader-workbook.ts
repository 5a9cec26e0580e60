/**
 * The workbook in which a file reader answers without a network: a sheet for each of their files with a row for each
 * question, and the answer words that its cells offer. Each row carries a hidden id, and what stood in it when it was
 * made, so that whatever comes back finds its place and overwrites nothing. Reading it back: read-reader-workbook.ts.
 */
import type { Instrument } from '#lib/evidence/instrument.ts';
import { cannotSay, type DeskPage, type DeskQuestion } from './desk-page.ts';

export type ReaderRow = {
	/** Hidden; see `rowId`. */
	id: string;
	number: string;
	group: string;
	question: string;
	answer: string;
	comment: string;
	/** Place of its list among `words`; null where the answer is written freely or no answer is asked. */
	list: number | null;
	/** False for the comment on the file as a whole, which has no answer. */
	asks: boolean;
};

export type ReaderSheet = { name: string; title: string; about: string; rows: ReaderRow[] };

export type ReaderWorkbook = {
	title: string;
	instructions: string[];
	/** What the cells offer, each list under the number of the first question that has it. */
	words: { head: string; words: string[] }[];
	sheets: ReaderSheet[];
};

/** What a row belongs to. */
export type RowPlace = {
	review: string;
	source: string;
	/** id@edition. */
	instrument: string;
	reference: string;
	reading: number;
	/** Place of the question in its instrument, from 0; null for the comment on the file as a whole. */
	position: number | null;
};

const mark = 'cairn';

export function rowId({ review, source, instrument, reference, reading, position }: RowPlace): string {
	const parts = [
		review,
		source,
		instrument,
		reference,
		String(reading),
		position === null ? 'file' : String(position)
	];
	return [mark, ...parts.map(encodeURIComponent)].join('|');
}

/** Null for what is no id of ours. */
export function readRowId(id: string): RowPlace | null {
	const [first, ...parts] = id.trim().split('|');
	if (first !== mark || parts.length !== 6) return null;
	try {
		const [review, source, instrument, reference, reading, position] = parts.map(decodeURIComponent) as [
			string,
			string,
			string,
			string,
			string,
			string
		];
		if (!/^[12]$/.test(reading) || !/^(?:file|\d{1,4})$/.test(position)) return null;
		return {
			review,
			source,
			instrument,
			reference,
			reading: Number(reading),
			position: position === 'file' ? null : Number(position)
		};
	} catch {
		return null;
	}
}

/** A spreadsheet takes 31 letters for the name of a sheet, and not these signs. */
function sheetName(number: number, reference: string): string {
	return `${number} ${reference.replace(/[\\/?*[\]:']/g, '-')}`.slice(0, 31).toWellFormed().trim();
}

/** `pages`: the desk's own pages of the files that are still open to this reader, in the order of their queue. */
export function deriveReaderWorkbook(
	of: Pick<RowPlace, 'review' | 'source' | 'instrument'>,
	title: string,
	{ unit }: Pick<Instrument, 'unit'>,
	pages: readonly DeskPage[]
): ReaderWorkbook {
	const words: ReaderWorkbook['words'] = [];
	const places = new Map<string, number>();
	const listOf = (question: DeskQuestion): number | null => {
		if (question.kind !== 'one' || question.answers.length === 0) return null;
		const offered = [...question.answers, ...cannotSay].map(({ value }) => value);
		const key = offered.join('\n');
		const place = places.get(key) ?? words.length;
		if (place === words.length) {
			places.set(key, place);
			words.push({ head: `From question ${question.position + 1}`, words: offered });
		}
		return place;
	};
	return {
		title,
		instructions: instructionsFor(unit),
		words,
		sheets: pages.map((page, index) => sheetOf(of, page, index + 1, listOf))
	};
}

function sheetOf(
	of: Pick<RowPlace, 'review' | 'source' | 'instrument'>,
	{ reference, reading, groups, comment, strata }: DeskPage,
	number: number,
	listOf: (question: DeskQuestion) => number | null
): ReaderSheet {
	const id = (position: number | null) => rowId({ ...of, reference, reading, position });
	const rows = groups.flatMap(({ heading, questions }) =>
		questions.map((question): ReaderRow => ({
			id: id(question.position),
			number: String(question.position + 1),
			group: heading,
			question: [question.wording, question.help, freely(question)].filter(Boolean).join('\n'),
			answer: question.value,
			comment: question.comment,
			list: listOf(question),
			asks: true
		}))
	);
	const whole: ReaderRow = {
		id: id(null),
		number: '',
		group: '',
		question: 'Remarks on the file as a whole',
		answer: '',
		comment,
		list: null,
		asks: false
	};
	return {
		name: sheetName(number, reference),
		title: reference,
		about: strata.map(({ column, value }) => `${column}: ${value}`).join(' · '),
		rows: [...rows, whole]
	};
}

/** How an answer is written where no list offers it. */
function freely({ kind, answers }: DeskQuestion): string | null {
	if (kind === 'several')
		return `Write one or more with “;” between: ${answers.map(({ value }) => value).join('; ')}`;
	return kind === 'date' ? 'Write a date as YYYY-MM-DD.' : null;
}

const instructionsFor = ({ one, many }: Instrument['unit']): string[] => [
	`There is a sheet for each of your ${many}, with a row for each question. You need no network to fill it in.`,
	'Choose an answer from the list of its cell, or write it as the question says. “not applicable” and “not recorded” can be answered to every question. An empty cell is no answer.',
	'Write remarks in the column beside the answers. Name nobody: no names, numbers, addresses or dates of birth.',
	'Leave the sheets, their rows and their hidden columns as they are. You may save and go on as often as you like.',
	`Then send the workbook on the page where you fetched it. Only what you changed is taken in. If a cell cannot be taken in, nothing is, and each such cell is named. Whatever of a ${one} was changed in Cairn meanwhile is not overwritten.`
];
