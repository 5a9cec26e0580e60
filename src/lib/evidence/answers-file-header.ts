/** The header row of an answers file: which column holds the reference, which a question, which a group. */
import { shown, type AnswersProblem } from './answers-file-problem.ts';
import type { Instrument, Question } from './instrument.ts';
import { plainWord } from './plain-word.ts';

/** Positions count from 0. */
export type AnswersColumns = {
	/** Null when there is none. */
	reference: number | null;
	questions: { at: number; name: string; question: Question }[];
	strata: { at: number; name: string }[];
	/** Columns that hold names of people, their e-mail or IP addresses: left out. */
	personal: { at: number; name: string }[];
	/** Columns without a name, which must be empty. */
	unnamed: number[];
	count: number;
};

/** In plain words (plain-word.ts). */
export const personalNames = new Set(
	[
		['name', 'full name', 'first name', 'forename', 'given name', 'middle name'],
		['last name', 'surname', 'family name', 'e-mail', 'email', 'mail'],
		['e-mail address', 'email address', 'ip', 'ip address']
	].flat()
);

/** How many cells of a row name the reference or a question: tells the header's separator. */
export function knownColumns(cells: readonly string[], instrument: Instrument): number {
	const known = new Set(['reference', ...instrument.questions.map(({ code }) => plainWord(code))]);
	return new Set(cells.map(plainWord).filter((name) => known.has(name))).size;
}

/** Reads the header. Every question of the instrument needs its column, though its cells may be empty. */
export function readHeader(
	cells: readonly string[],
	row: number,
	instrument: Instrument
): { columns: AnswersColumns; problems: AnswersProblem[] } {
	const byColumn = new Map(instrument.questions.map((question) => [plainWord(question.code), question]));
	const columns: AnswersColumns = {
		reference: null,
		questions: [],
		strata: [],
		personal: [],
		unnamed: [],
		count: cells.length
	};
	const problems: AnswersProblem[] = [];
	const seen = new Set<string>();
	cells.forEach((cell, at) => {
		const name = cell.replace(/[\s\ufeff]+/g, ' ').trim();
		const plain = plainWord(name);
		const question = byColumn.get(plain);
		if (plain !== '' && seen.has(plain)) problems.push(duplicateColumn(row, name));
		else if (plain === '') columns.unnamed.push(at);
		else if (plain === 'reference') columns.reference = at;
		else if (question) columns.questions.push({ at, name, question });
		else if (personalNames.has(plain)) columns.personal.push({ at, name });
		else columns.strata.push({ at, name });
		seen.add(plain);
	});
	if (columns.reference === null) problems.push(noReference(row));
	for (const { code } of instrument.questions)
		if (!seen.has(plainWord(code))) problems.push(missingColumn(row, code, columns));
	return { columns, problems };
}

function duplicateColumn(row: number, name: string): AnswersProblem {
	return { code: 'duplicate-column', row, column: shown(name), value: shown(name), expected: 'it once' };
}

function noReference(row: number): AnswersProblem {
	const expected = 'it first, with a reference of its own in each row';
	return { code: 'no-reference-column', row, column: null, value: null, expected };
}

function missingColumn(row: number, code: string, { strata }: AnswersColumns): AnswersProblem {
	const near = strata.find(({ name }) => isNear(name, code));
	const expected = 'one for every question, though its cells may be empty';
	return {
		code: 'missing-column',
		row,
		column: shown(code),
		value: near ? shown(near.name) : null,
		expected: near ? `${expected} (is “${shown(near.name)}” meant?)` : expected
	};
}

/** Whether a column's name may be a slip for a question's code: joined otherwise, or one letter off. */
function isNear(name: string, code: string): boolean {
	const [a, b] = [name, code].map((each) => plainWord(each).replace(/[\s._-]+/g, '')) as [string, string];
	return a === b || (Math.min(a.length, b.length) > 1 && isOneEditApart(a, b));
}

/** One letter put in, left out, exchanged, or two neighbours swapped. */
function isOneEditApart(a: string, b: string): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (long.length - short.length > 1) return false;
	let at = 0;
	while (at < short.length && short[at] === long[at]) at++;
	if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
	if (short.slice(at + 1) === long.slice(at + 1)) return true;
	const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
	return swapped && short.slice(at + 2) === long.slice(at + 2);
}
