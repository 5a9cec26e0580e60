/** What comes back in a file reader's workbook: every cell that was changed, by its sheet and place, and what is wrong. */
import { codeAnswer } from '#lib/evidence/answer.ts';
import { plainCell } from '#lib/evidence/neutral-cell.ts';
import { plainWord } from '#lib/evidence/plain-word.ts';
import type { Instrument } from '#lib/evidence/instrument.ts';
import { cellAt, type CellRow, type Table } from '#lib/evidence/imports/table.ts';
import { readRowId, type RowPlace } from './reader-workbook.ts';

/** Columns from 0; A, G and H are hidden. `was` is what stood in a cell when the workbook was made. */
export const columns = { id: 0, answer: 4, comment: 5, answerWas: 6, commentWas: 7 } as const;

export type ChangedCell = {
	/** `Sheet “3 F-017”, cell E12`. */
	place: string;
	reference: string;
	/** Which reading of the file the workbook was made for. */
	reading: number;
	/** Code of the question; null for the comment on the file as a whole. */
	question: string | null;
	what: 'answer' | 'comment';
	text: string;
	was: string;
};

export type ReturnedWorkbook = { changes: ChangedCell[]; rows: number; faults: string[] };

/** `of`: where it was sent to. Faults name the sheet and the cell. */
export function readReaderWorkbook(
	table: Pick<Table, 'sheets' | 'leftOut'>,
	of: Pick<RowPlace, 'review' | 'source' | 'instrument'>,
	{ questions }: Pick<Instrument, 'questions'>
): ReturnedWorkbook {
	const changes: ChangedCell[] = [];
	const faults = table.leftOut.map(
		({ name, why }) => `Sheet “${name}”: ${why}. Write the answer itself into the cell.`
	);
	const seen = new Map<string, string>();
	let rows = 0;
	for (const { name, rows: lines } of table.sheets)
		for (const line of lines) {
			const id = cellAt(line, columns.id);
			const found = readRowId(id);
			if (!found) continue;
			rows += 1;
			const cell = (column: number) => `Sheet “${name}”, cell ${letters[column]}${line.row}`;
			const earlier = seen.get(id);
			seen.set(id, earlier ?? cell(columns.answer));
			const fault =
				misplaced(found, of, questions.length) ??
				(earlier ? `stands a second time; the first is ${earlier}` : null);
			if (fault) {
				faults.push(`${cell(columns.answer)}: this row ${fault}.`);
				continue;
			}
			const question = found.position === null ? null : questions[found.position]!;
			const { reference, reading } = found;
			const at = { reference, reading, question: question?.code ?? null };
			for (const what of question ? (['answer', 'comment'] as const) : (['comment'] as const)) {
				const changed = changeOf(line, what);
				if (!changed) continue;
				const given = question && what === 'answer' ? codeAnswer(question, changed.text) : null;
				if (given && 'expected' in given)
					faults.push(
						`${cell(columns[what])}: “${changed.text}” is not an answer; expected ${given.expected}.`
					);
				else changes.push({ place: cell(columns[what]), ...at, what, ...changed });
			}
		}
	if (rows === 0) faults.push('None of its rows is known here. Fetch the workbook anew, and fill that in.');
	return { changes, rows, faults };
}

const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

/** Why a row cannot be taken in here, as the end of a sentence. */
function misplaced(
	found: RowPlace,
	of: Pick<RowPlace, 'review' | 'source' | 'instrument'>,
	questions: number
): string | null {
	if (found.review !== of.review || found.source !== of.source)
		return `belongs to the workbook of another source (${found.source}); send it there`;
	if (found.instrument !== of.instrument)
		return `was made for other questions (${found.instrument}); fetch the workbook anew`;
	return found.position !== null && found.position >= questions ? 'has no question' : null;
}

/** Null where the cell is as it was; spelling an answer otherwise is no change. */
function changeOf(line: CellRow, what: 'answer' | 'comment'): { text: string; was: string } | null {
	const text = plainCell(cellAt(line, columns[what])).trim();
	const was = plainCell(cellAt(line, what === 'answer' ? columns.answerWas : columns.commentWas)).trim();
	const same = what === 'answer' ? plainWord(text) === plainWord(was) : asOneLine(text) === asOneLine(was);
	return same ? null : { text, was };
}

const asOneLine = (text: string) => text.replace(/\r\n?/g, '\n');
