/** The columns of a mapped table, made ready for reading its rows; and what is wrong with the mapping itself. */
import type { AnswersProblem } from '../answers-file-problem.ts';
import { shown } from '../answers-file-problem.ts';
import { isOpenChoice } from '../answers-file-words.ts';
import { fixedWords, type Instrument, type Question } from '../instrument.ts';
import { plainWord } from '../plain-word.ts';
import type { Known } from './imported.ts';
import type { Mapping } from './mapping.ts';
import { mappedCoder, type MappedCoder } from './mapped-answers.ts';
import { wordsInCell } from './match-words.ts';
import { headingsOf } from './table-header.ts';
import { cellAt, type CellRow, type TableSheet } from './table.ts';
import { headingKey, keyOf } from './understand-columns.ts';

/** A question with its columns: one, or one for each choice, and what was written beside them. */
export type QuestionColumns = {
	/** Position in the instrument. */
	position: number;
	question: Question;
	heading: string;
	at: number | null;
	choices: { at: number; word: string }[];
	others: { at: number; word: string; heading: string }[];
	code: MappedCoder;
	words: readonly string[] | null;
};

export type OpenColumns = {
	questions: QuestionColumns[];
	reference: { at: number; prefix: string; heading: string } | null;
	strata: { at: number; name: string; heading: string }[];
	personal: { at: number; heading: string }[];
	leftOut: string[];
	recognised: { question: string; headings: string[] }[];
	missing: string[];
	wordsOf: Map<string, readonly string[] | null>;
};

/** What is wrong before any row is read: the table is not the one that was mapped, or two columns are the same. */
export function columnProblems(
	sheet: TableSheet | null,
	{ questions }: Instrument,
	mapping: Mapping
): AnswersProblem[] {
	const headerRows = sheet?.rows.filter(({ row }) => mapping.headerRows.includes(row)) ?? [];
	if (!sheet || headerRows.length === 0)
		return [problem('no-header', null, null, 'the header that was mapped')];
	const headings = new Map(headingsOf(headerRows, []).map(({ at, heading }) => [at, heading]));
	const row = headerRows.at(-1)!.row;
	const codes = new Set(questions.map(({ code }) => code));
	const seen = new Set<string>();
	const problems = mapping.columns.flatMap(({ at, heading, use }): AnswersProblem[] => {
		const there = headings.get(at) ?? `Column ${at + 1}`;
		if (headingKey(there) !== headingKey(heading))
			return [problem('column-gone', row, heading, 'the columns that were mapped', there)];
		if ('question' in use && !codes.has(use.question))
			return [problem('missing-column', row, use.question, 'a question of this instrument', null)];
		const key = keyOf(use);
		if (key !== null && seen.has(key)) return [problem('duplicate-column', row, heading, 'it once')];
		if (key !== null) seen.add(key);
		// One column of answers and columns for its choices would say it twice.
		if (use.role === 'choice' && seen.has(`question ${use.question}`))
			return [problem('duplicate-column', row, heading, 'one way of answering')];
		return [];
	});
	const answered = mapping.columns.some(({ use }) => use.role === 'question' || use.role === 'choice');
	return answered ? problems : [...problems, problem('no-question', row, null, 'a column for at least one')];
}

function problem(
	code: AnswersProblem['code'],
	row: number | null,
	column: string | null,
	expected: string,
	value: string | null = null
): AnswersProblem {
	return { code, row, column: column && shown(column), value: value && shown(value), expected };
}

/** In the order of the table. */
export function openColumns(
	instrument: Instrument,
	mapping: Mapping,
	rows: readonly CellRow[],
	known: Known
): OpenColumns {
	const wordsOf = new Map<string, readonly string[] | null>();
	const questions = new Map<string, QuestionColumns>();
	const open: OpenColumns = {
		questions: [],
		reference: null,
		strata: [],
		personal: [],
		leftOut: [],
		recognised: [],
		missing: [],
		wordsOf
	};
	const columnsOf = (code: string, heading: string): QuestionColumns | null => {
		const position = instrument.questions.findIndex((each) => each.code === code);
		const question = instrument.questions[position];
		if (!question) return null;
		const columns = questions.get(code) ?? newColumns(question, position, heading, mapping);
		questions.set(code, columns);
		return columns;
	};
	for (const { at, heading, use } of mapping.columns) {
		if (use.role === 'question') Object.assign(columnsOf(use.question, heading) ?? {}, { at, heading });
		else if (use.role === 'choice') columnsOf(use.question, heading)?.choices.push({ at, word: use.word });
		else if (use.role === 'other')
			columnsOf(use.question, heading)?.others.push({ at, word: use.word, heading });
		else if (use.role === 'reference') open.reference = { at, prefix: use.prefix, heading };
		else if (use.role === 'stratum') open.strata.push({ at, name: use.name, heading });
		else if (use.role === 'personal') open.personal.push({ at, heading });
		else open.leftOut.push(heading);
	}
	open.questions = [...questions.values()];
	for (const columns of open.questions) withWords(columns, mapping, rows, known);
	for (const { question, words } of open.questions) wordsOf.set(question.code, words);
	open.recognised = open.questions.map(({ question: { code } }) => ({
		question: code,
		headings: mapping.columns
			.filter(({ use }) => 'question' in use && use.question === code)
			.map(({ heading }) => shown(heading))
	}));
	open.missing = instrument.questions.flatMap(({ code }) => (questions.has(code) ? [] : [code]));
	return open;
}

function newColumns(
	question: Question,
	position: number,
	heading: string,
	mapping: Mapping
): QuestionColumns {
	const words = fixedWords(question);
	const code = mappedCoder(question, words, mapping);
	return { position, question, heading, at: null, choices: [], others: [], code, words };
}

/** The words of a choice without options are those known from before, then those found, in alphabetical order. */
function withWords(columns: QuestionColumns, mapping: Mapping, rows: readonly CellRow[], known: Known): void {
	const { question, at } = columns;
	if (!isOpenChoice(question)) return;
	const before = known.words?.get(question.code) ?? question.positive;
	const seen = new Set(['', 'not applicable', 'not recorded', ...before.map(plainWord)]);
	const meanings = mapping.words[question.code] ?? {};
	const found: string[] = [];
	const note = (word: string) => {
		const meant = Object.hasOwn(meanings, plainWord(word)) ? meanings[plainWord(word)]! : word;
		if (!seen.has(plainWord(meant))) found.push(meant.trim());
		seen.add(plainWord(meant));
	};
	columns.choices.forEach(({ word }) => note(word));
	if (at !== null)
		for (const cell of new Set(rows.map((row) => cellAt(row, at)))) wordsInCell(question, cell).forEach(note);
	columns.words = [...before, ...found.sort(inReadingOrder.compare)];
	columns.code = mappedCoder(question, columns.words, mapping);
}

const inReadingOrder = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });
