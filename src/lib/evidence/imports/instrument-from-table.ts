/** Makes the draft of an instrument from a table of answers, for a person to look through before it is used. */
import { maskIdentifiers } from '../identifiers.ts';
import { parseInstrument, type Instrument, type Question } from '../instrument.ts';
import { guessType, optionsOf, type Guess } from './guess-type.ts';
import { lettersOnly } from './heading-words.ts';
import { namesPeople, tellsOfFilling, toolColumn } from './known-columns.ts';
import { isChosenCell } from './mapped-answers.ts';
import { cellAt, type CellRow, type Table } from './table.ts';
import { findHeader, type ColumnHeading, type TableHeader } from './table-header.ts';

export type InstrumentDraft = {
	instrument: Instrument;
	/** Why each question was taken for what it is, in their order. */
	guesses: { code: string; heading: string; why: string }[];
};

const longestWording = 1_000;

/**
 * A question for each column, or group of columns, that is not the survey tool's own and does not name people. Which
 * answers are positive, and which elements a question gives evidence on, is left to a person but for yes and
 * agreement. Null where there is no such column.
 */
export function instrumentFromTable(
	table: Table,
	{ id, title }: { id: string; title: string }
): InstrumentDraft | null {
	const header = findHeader(table, null);
	if (!header) return null;
	const groups = groupsOf(header).filter((group) => group.columns.some(({ at }) => hasAny(header.rows, at)));
	const drafts = groups.map((group, at) => ({
		group,
		question: questionOf(group, header.rows, `Q${at + 1}`)
	}));
	if (drafts.length === 0) return null;
	const questions = drafts.map(({ question: { question } }) => question);
	return {
		instrument: parseInstrument({
			id,
			edition: '1',
			title,
			unit: { one: 'response', many: 'responses' },
			questions
		}),
		guesses: drafts.map(({ group, question: { question, why } }) => ({
			code: question.code,
			heading: group.wording,
			why
		}))
	};
}

/** Columns that make one question: nearly always one. */
type Group = { wording: string; columns: ColumnHeading[]; options: string[] | null };

function groupsOf({ format, headings, rows }: TableHeader): Group[] {
	const wanted = headings.filter(({ parts }) => {
		const [name] = parts;
		if (name === undefined || lettersOnly(name) === 'reference') return false;
		return toolColumn(format, name) === null && !parts.some(namesPeople) && !tellsOfFilling(name);
	});
	const groups: Group[] = [];
	for (const column of wanted) {
		const before = groups.at(-1);
		const isSame = column.groupSize > 1 && before?.columns[0]!.parts[0] === column.parts[0];
		const group = { wording: column.parts[0]!, columns: [column], options: null };
		if (isSame) before!.columns.push(column);
		else groups.push(group);
	}
	return groups.flatMap((group) => split(group, rows));
}

/** A group is a multiple choice where each of its columns holds only its own heading, else a question each. */
function split({ wording, columns }: Group, rows: readonly CellRow[]): Group[] {
	if (columns.length === 1) return [{ wording, columns, options: null }];
	const choices = columns.filter((column) => {
		const own = lettersOnly(column.parts.at(-1)!);
		return rows.every((row) => {
			const cell = cellAt(row, column.at);
			return !isChosenCell(cell) || lettersOnly(cell) === own || /^(?:1|x|yes|true)$/i.test(cell.trim());
		});
	});
	const options = optionsOf(choices.map(({ parts }) => parts.at(-1)!));
	if (choices.length >= 2 && options) {
		const others = columns.filter((column) => !choices.includes(column));
		return [{ wording, columns: choices, options }, ...others.map((column) => alone(column))];
	}
	return columns.map((column) => alone(column));
}

const alone = (column: ColumnHeading): Group => ({
	wording: column.parts.join(' '),
	columns: [column],
	options: null
});

function questionOf(
	{ wording, columns, options }: Group,
	rows: readonly CellRow[],
	code: string
): { question: Omit<Question, 'elements' | 'asksAboutRecording'>; why: string } {
	const { at } = columns[0]!;
	const { why, ...guess }: Guess = options
		? { type: 'multiple-choice', positive: [], options, why: 'it has a column for each choice' }
		: guessType(rows.map((row) => cellAt(row, at)).filter((cell) => cell.trim() !== ''));
	const plain = maskIdentifiers(wording.replace(/^q_\d+_/i, '').slice(0, longestWording));
	return { question: { code, wording: plain, ...guess }, why };
}

const hasAny = (rows: readonly CellRow[], at: number) => rows.some((row) => cellAt(row, at).trim() !== '');
