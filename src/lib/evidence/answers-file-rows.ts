/** The rows under the header of an answers file, each a record with its coded answers. */
import { answerCoder, type AnswerCoder, type CodedAnswer } from './answer.ts';
import type { AnswersColumns } from './answers-file-header.ts';
import { identifierProblem, shown, type AnswersProblem } from './answers-file-problem.ts';
import { findIdentifiers, type IdentifierKind } from './identifiers.ts';
import { isOpenChoice, type CellRow } from './answers-file-words.ts';
import type { Question } from './instrument.ts';
import { plainWord } from './plain-word.ts';

export type AnswersRecord = {
	reference: string;
	/** Name of a strata column → value; a column left empty in this row has no entry. */
	strata: Record<string, string>;
	/** Question code → coded answer; a question left blank has no entry. */
	answers: ReadonlyMap<string, CodedAnswer>;
	/** As a spreadsheet shows it. */
	row: number;
};

const longestReference = 64;
const longestGroup = 80;
/** Several choices are kept as a sum of powers of two. */
const mostChoices = 30;

/** Codes the rows. Records hold what could be read; they are whole only when there are no problems. */
export function readRows(
	columns: AnswersColumns,
	rows: readonly CellRow[],
	words: ReadonlyMap<string, readonly string[] | null>
): { records: AnswersRecord[]; problems: AnswersProblem[] } {
	const problems: AnswersProblem[] = [];
	const identifiersIn = identifierReader();
	const report = (row: number, column: string, cell: string) => {
		for (const kind of identifiersIn(cell)) problems.push(identifierProblem(row, column, kind));
	};
	const questions = columns.questions.map(({ at, name, question }) => ({
		at,
		name,
		code: question.code,
		coder: coderFor(question, words.get(question.code) ?? null, problems),
		isFree: question.type === 'text' || isOpenChoice(question)
	}));
	const firstRows = new Map<string, number>();

	const records = rows.map(({ row, cells }): AnswersRecord => {
		problems.push(...cellCountProblems(row, cells, columns));
		const reference = columns.reference === null ? '' : (cells[columns.reference] ?? '').trim();
		if (columns.reference !== null) {
			problems.push(...referenceProblems(row, reference, firstRows));
			report(row, 'reference', reference);
		}
		const answers = new Map<string, CodedAnswer>();
		for (const { at, name, code, coder, isFree } of questions) {
			const cell = cells[at] ?? '';
			const coded = coder?.(cell);
			if (!coded) continue;
			if ('code' in coded) answers.set(code, coded);
			else problems.push({ ...coded, code: 'unknown-answer', row, column: shown(name), value: shown(cell) });
			if (isFree) report(row, name, cell);
		}
		// Without a prototype: a column may be called “constructor” or “__proto__”.
		const strata = Object.create(null) as Record<string, string>;
		for (const { at, name } of columns.strata) {
			const group = (cells[at] ?? '').replace(/\s+/g, ' ').trim();
			if (group === '') continue;
			strata[name] = group;
			if (group.length > longestGroup) problems.push(longGroup(row, name, group));
			report(row, name, group);
		}
		return { reference, strata, answers, row };
	});
	return { records, problems };
}

/** Null, and a problem, for several choices among more words than can be kept. */
function coderFor(
	question: Question,
	words: readonly string[] | null,
	problems: AnswersProblem[]
): AnswerCoder | null {
	if (question.type !== 'multiple-choice' || !words || words.length <= mostChoices)
		return answerCoder(question, words);
	const expected = `at most ${mostChoices}, with “;” between them in a cell`;
	const place = { row: null, column: shown(question.code), value: String(words.length) };
	problems.push({ code: 'too-many-words', ...place, expected });
	return null;
}

function cellCountProblems(row: number, cells: readonly string[], columns: AnswersColumns): AnswersProblem[] {
	const problems: AnswersProblem[] = [];
	if (cells.slice(columns.count).some((cell) => plainWord(cell) !== ''))
		problems.push({
			code: 'too-many-cells',
			row,
			column: null,
			value: String(cells.length),
			expected: `at most ${columns.count}, as in the header; a cell that holds the separator stands in quotation marks`
		});
	for (const at of columns.unnamed)
		if (plainWord(cells[at] ?? '') !== '')
			problems.push({
				code: 'unnamed-column',
				row,
				column: String(at + 1),
				value: shown(cells[at]!),
				expected: 'a question code or the name of a group in the header'
			});
	return problems;
}

function referenceProblems(row: number, reference: string, firstRows: Map<string, number>): AnswersProblem[] {
	const place = { row, column: 'reference', value: shown(reference) };
	if (reference === '')
		return [{ code: 'empty-reference', ...place, value: null, expected: 'one that no other row has' }];
	if (reference.length > longestReference)
		return [{ code: 'long-reference', ...place, expected: `at most ${longestReference} characters` }];
	const first = firstRows.get(reference);
	if (first !== undefined)
		return [{ code: 'duplicate-reference', ...place, expected: `another than in row ${first}` }];
	firstRows.set(reference, row);
	return [];
}

function longGroup(row: number, column: string, group: string): AnswersProblem {
	const expected = `at most ${longestGroup} characters`;
	return { code: 'long-group', row, column: shown(column), value: shown(group), expected };
}

/** The kinds of identifier in a cell, each once; remembered, since groups repeat. */
function identifierReader(): (cell: string) => readonly IdentifierKind[] {
	const known = new Map<string, readonly IdentifierKind[]>();
	return (cell) => {
		const before = known.get(cell);
		if (before) return before;
		const kinds = [...new Set(findIdentifiers(cell).map(({ kind }) => kind))];
		known.set(cell, kinds);
		return kinds;
	};
}
