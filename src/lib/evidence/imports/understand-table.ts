/**
 * Understands a table as answers to an instrument, as far as that can be done without a person: exports of survey
 * tools, tables of one's own, and files of answers under the questions' codes.
 */
import type { AnswersProblem } from '../answers-file-problem.ts';
import type { Instrument, Question } from '../instrument.ts';
import { plainWord } from '../plain-word.ts';
import type { Mapping } from './mapping.ts';
import { hasAnswerWords, wordMatcher, wordsInCell } from './match-words.ts';
import { cellAt, type CellRow, type Table } from './table.ts';
import { findHeader, type TableHeader } from './table-header.ts';
import {
	mostWordsShown,
	type QuestionWords,
	type Understanding,
	type UnderstoodWord
} from './understanding.ts';
import { understandColumns } from './understand-columns.ts';

export type { Understanding } from './understanding.ts';

/** `remembered`: what was decided for an earlier file with these questions; its headings need not all be there. */
export function understandTable(
	table: Table,
	instrument: Instrument,
	remembered: Mapping | null = null
): Understanding {
	const header = findHeader(table, instrument);
	if (!header) return nothingToUnderstand(table, instrument);
	const columns = understandColumns(header, instrument, remembered);
	const words = instrument.questions.filter(hasAnswerWords).flatMap((question) => {
		const at = columns.find(({ use }) => use?.role === 'question' && use.question === question.code)?.at;
		return at === undefined ? [] : [wordsOfQuestion(question, header.rows, at, remembered)];
	});
	const answered = new Set(columns.flatMap(({ use }) => (use && 'question' in use ? [use.question] : [])));
	const problems = tableProblems(header);
	const sure = [...columns, ...words.flatMap((each) => each.words)].every(
		({ certainty }) => certainty === 'exact' || certainty === 'remembered'
	);
	return {
		format: header.format,
		sheet: header.sheet.name,
		otherSheets: table.sheets.flatMap(({ name }) =>
			name === null || name === header.sheet.name ? [] : [name]
		),
		headerRows: header.headerRows.map(({ row }) => row),
		rows: header.rows.length,
		columns,
		words,
		missing: instrument.questions.flatMap(({ code }) => (answered.has(code) ? [] : [code])),
		problems,
		isSettled: sure && problems.length === 0 && answered.size > 0
	};
}

function nothingToUnderstand(table: Table, { questions }: Instrument): Understanding {
	const expected = 'a header row, then a row for each response';
	return {
		format: 'unknown',
		sheet: null,
		otherSheets: table.sheets.flatMap(({ name }) => (name === null ? [] : [name])),
		headerRows: [],
		rows: 0,
		columns: [],
		words: [],
		missing: questions.map(({ code }) => code),
		problems: [{ code: 'empty-file', row: null, column: null, value: null, expected }],
		isSettled: false
	};
}

/** Merged cells are as good as several under a header, and hide what belongs where among the answers. */
function tableProblems({ sheet, headerRows, rows }: TableHeader): AnswersProblem[] {
	const last = headerRows.at(-1)!.row;
	const merged = sheet.merged.find((range) => Number(/(\d+)$/.exec(range)?.[1]) > last);
	const problems: AnswersProblem[] = [];
	if (rows.length === 0)
		problems.push({
			code: 'no-rows',
			row: null,
			column: null,
			value: null,
			expected: 'one for each response'
		});
	if (merged !== undefined)
		problems.push({
			code: 'merged-cells',
			row: Number(/\d+/.exec(merged)![0]),
			column: null,
			value: merged,
			expected: 'a value in each cell: unmerge them in the spreadsheet'
		});
	return problems;
}

function wordsOfQuestion(
	question: Question,
	rows: readonly CellRow[],
	at: number,
	remembered: Mapping | null
): QuestionWords {
	const match = wordMatcher(question, remembered?.words[question.code] ?? {});
	const otherwise = remembered?.otherwise[question.code];
	const counts = countWords(question, rows, at);
	const words = [...counts.values()]
		.sort((a, b) => b.count - a.count)
		.map(({ found, count }): UnderstoodWord => {
			const plain = plainWord(found);
			const matched = match(found);
			if (matched) return { found, plain, count, ...matched };
			if (otherwise !== undefined) return { found, plain, count, answer: otherwise, certainty: 'remembered' };
			return { found, plain, count, answer: null, certainty: null };
		});
	// Those that have to be decided come before those that are sure, where not all can be shown.
	const open = words.filter(({ certainty }) => certainty !== 'exact');
	const sure = words.filter(({ certainty }) => certainty === 'exact');
	const room = Math.max(0, mostWordsShown - open.length);
	const chosen = new Set([...open.slice(0, mostWordsShown), ...sure.slice(0, room)]);
	return {
		question: question.code,
		words: words.filter((word) => chosen.has(word)),
		different: counts.size
	};
}

/** Different words, each with how often it stands there; beyond this many they are no answer words. */
const mostDifferent = 5_000;

function countWords(question: Question, rows: readonly CellRow[], at: number) {
	const cells = new Map<string, number>();
	for (const row of rows) {
		const cell = cellAt(row, at);
		const count = cells.get(cell);
		if (count !== undefined) cells.set(cell, count + 1);
		else if (cells.size < mostDifferent) cells.set(cell, 1);
	}
	const words = new Map<string, { found: string; count: number }>();
	for (const [cell, count] of cells)
		for (const found of wordsInCell(question, cell)) {
			const plain = plainWord(found);
			if (plain === '') continue;
			const before = words.get(plain);
			if (before) before.count += count;
			else words.set(plain, { found, count });
		}
	return words;
}
