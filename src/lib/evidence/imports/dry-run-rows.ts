/** Reads the rows of a mapped table, each as a record with its coded answers. */
import type { CodedAnswer } from '../answer.ts';
import { identifierProblem, shown, type AnswersProblem } from '../answers-file-problem.ts';
import { findIdentifiers, type IdentifierKind } from '../identifiers.ts';
import { WordCounts, type ProblemList } from './dry-run-counts.ts';
import type { OpenColumns, QuestionColumns } from './dry-run-columns.ts';
import type { DryRun, ImportedRecord, Known } from './imported.ts';
import { isChosenCell, isFreeText, type MappedAnswer } from './mapped-answers.ts';
import type { TableFormat } from './mapping.ts';
import { cellAt, type CellRow } from './table.ts';
import { referenceMaker } from './references.ts';

const longestGroup = 80;

export type RowReader = {
	/** Null for a row that answers nothing. What is wrong goes to the list of problems. */
	read: (row: CellRow) => { record: ImportedRecord; isDuplicate: boolean } | null;
	/** The answer words that were found so far. */
	words: () => DryRun['words'];
};

export function rowReader(
	columns: OpenColumns,
	format: TableFormat,
	known: Known,
	problems: ProblemList,
	digestOf: (text: string) => string
): RowReader {
	const counts = new Map(
		columns.questions.filter(isCounted).map(({ question }) => [question.code, new WordCounts()])
	);
	const identifiersIn = identifierReader();
	const referenceOf = referenceMaker(columns.reference, known.references);
	const left = new Map(known.digests);
	const report = (row: number, column: string, text: string) => {
		for (const kind of identifiersIn(text)) problems.add(identifierProblem(row, column, kind));
	};

	const answerIn = (row: CellRow, each: QuestionColumns): MappedAnswer => {
		const { question, heading } = each;
		const isAlone = each.choices.length === 0 && each.others.length === 0;
		const { cell, beside } = isAlone ? { cell: ownCell(row, each), beside: [] } : severalCells(row, each);
		if (cell === '' && beside.length === 0) return null;
		for (const { text, column } of beside) report(row.row, column, text);
		const coded = each.code(cell);
		if (cell !== '') counts.get(question.code)?.add(cell);
		if (coded && 'expected' in coded) {
			const place = { row: row.row, column: shown(heading), value: shown(cell) };
			problems.add({ ...coded, code: 'unknown-answer', ...place });
		} else if (coded && (isFreeText(question) || coded.text !== undefined)) report(row.row, heading, cell);
		if (!coded || 'expected' in coded || beside.length === 0 || question.type === 'text') return coded;
		const texts = [coded.text ?? '', ...beside.map(({ text }) => text)];
		return { ...coded, text: texts.filter((text) => text !== '').join('; ') };
	};

	const read: RowReader['read'] = (row) => {
		const answers: ImportedRecord['answers'] = [];
		let isFaulty = false;
		for (const each of columns.questions) {
			const coded = answerIn(row, each);
			if (coded && 'code' in coded) answers.push(answerAt(each.position, coded));
			else if (coded) isFaulty = true;
		}
		const strata = strataOf(row, columns, problems, report);
		// Somebody opened the survey and closed it again: nobody was heard. In an answers file the row was meant.
		if (answers.length === 0 && !isFaulty && format !== 'cairn') return null;
		answers.sort((a, b) => a.question - b.question);
		const digest = digestOf(contentOf(answers, strata));
		const named = referenceOf(row, digest);
		problems.add(...named.problems);
		if (columns.reference?.prefix === '') report(row.row, columns.reference.heading, named.reference);
		const record = { reference: named.reference, strata, answers, digest, row: row.row };
		return { record, isDuplicate: columns.reference ? named.isKnown : isKnownContent(left, digest) };
	};
	return {
		read,
		words: () =>
			columns.questions
				.filter(isCounted)
				.map((each) => ({ question: each.question.code, words: counts.get(each.question.code)!.list(each) }))
	};
}

const isCounted = ({ question, words }: QuestionColumns) => words !== null && question.type !== 'text';

/** Written out, since this is done some million times. */
function answerAt(question: number, { code, text }: CodedAnswer): ImportedRecord['answers'][number] {
	return text === undefined ? { question, code } : { question, code, text };
}

const ownCell = (row: CellRow, { at }: QuestionColumns) => (at === null ? '' : cellAt(row, at).trim());

/** What the columns of one question come to as one cell, and what was written beside the choices. */
function severalCells(row: CellRow, each: QuestionColumns) {
	const own = ownCell(row, each);
	const chosen = each.choices.filter(({ at }) => isChosenCell(cellAt(row, at))).map(({ word }) => word);
	const filled = each.others.filter(({ at }) => cellAt(row, at).trim() !== '');
	// What is written beside a single choice that was made does not take its place.
	const takesPlace = each.question.type === 'multiple-choice' || own === '';
	const others = takesPlace ? filled.map(({ word }) => word) : [];
	return {
		cell: [own, ...chosen, ...others].filter((word) => word !== '').join('; '),
		beside: filled.map(({ at, heading }) => ({ text: cellAt(row, at).trim(), column: heading }))
	};
}

function strataOf(
	row: CellRow,
	{ strata: columns }: OpenColumns,
	problems: ProblemList,
	report: (row: number, column: string, text: string) => void
): Record<string, string> {
	// Without a prototype: a column may be called “constructor” or “__proto__”.
	const strata = Object.create(null) as Record<string, string>;
	for (const { at, name, heading } of columns) {
		const group = cellAt(row, at).replace(/\s+/g, ' ').trim();
		if (group === '') continue;
		strata[name] = group;
		if (group.length > longestGroup) problems.add(longGroup(row.row, heading, group));
		report(row.row, heading, group);
	}
	return strata;
}

function longGroup(row: number, column: string, group: string): AnswersProblem {
	const expected = `at most ${longestGroup} characters`;
	return { code: 'long-group', row, column: shown(column), value: shown(group), expected };
}

/** What a row says, whatever its reference and place: the same text for the same answers and groups. */
function contentOf(answers: ImportedRecord['answers'], strata: Readonly<Record<string, string>>): string {
	return JSON.stringify([
		answers.map(({ question, code, text }) =>
			text === undefined ? [question, code] : [question, code, text]
		),
		Object.entries(strata).sort(([a], [b]) => (a < b ? -1 : 1))
	]);
}

/** Two people may answer alike: of equal rows as many are known as were taken in before. */
function isKnownContent(left: Map<string, number>, digest: string): boolean {
	const count = left.get(digest) ?? 0;
	if (count > 0) left.set(digest, count - 1);
	return count > 0;
}

/** Different texts whose identifiers are remembered, since groups repeat. */
const mostRemembered = 10_000;

function identifierReader(): (text: string) => readonly IdentifierKind[] {
	const known = new Map<string, readonly IdentifierKind[]>();
	return (text) => {
		const before = known.get(text);
		if (before) return before;
		const kinds = [...new Set(findIdentifiers(text).map(({ kind }) => kind))];
		if (known.size < mostRemembered) known.set(text, kinds);
		return kinds;
	};
}
