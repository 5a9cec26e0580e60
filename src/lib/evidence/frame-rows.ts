/** The columns of a sampling frame and the rows under them, each a reference with its strata. */
import { personalNames } from './answers-file-header.ts';
import type { CellRow } from './answers-file-words.ts';
import type { FrameProblem } from './frame-problem.ts';
import { findIdentifiers, type IdentifierKind } from './identifiers.ts';
import { plainWord } from './plain-word.ts';

export type FrameEntry = {
	/** Pseudonymous, unique in its frame. */
	reference: string;
	/** Name of a strata column → value; a column left empty has no entry. */
	strata: Record<string, string>;
};

type Column = { at: number; name: string };

/** Positions count from 0. */
export type FrameColumns = {
	reference: Column;
	strata: Column[];
	/** Columns that hold names of people, their e-mail or IP addresses: left out. */
	personal: Column[];
	/** Columns without a name, which must be empty, and those behind the last. */
	unnamed: number[];
	count: number;
	problems: FrameProblem[];
};

/** As long as a record's; longer ones are no references. */
const longestReference = 64;
const longestGroup = 80;

const referenceNames = new Set(
	[
		['reference', 'ref', 'references', 'id', 'case', 'file', 'case reference', 'file reference', 'case id'],
		['record', 'record reference', 'pseudonym', 'unique reference', 'reference number', 'case number']
	].flat()
);

/** Whether a column of this name, in plain words, holds the references. */
export function isReferenceName(plainName: string): boolean {
	return referenceNames.has(plainName.replace(/[\s._-]+/g, ' '));
}

/** Whether a column of this name, in plain words, holds names or addresses of people. */
export function isPersonalName(plainName: string): boolean {
	return personalNames.has(plainName);
}

/**
 * Reads the header row. The column named for the reference holds it, else the first that does not name people; null
 * when there is none.
 */
export function readColumns(cells: readonly string[], row: number): FrameColumns | null {
	const named = cells
		.map((cell, at) => ({ at, name: cell.replace(/[\s\ufeff]+/g, ' ').trim() }))
		.filter(({ name }) => name !== '');
	const isPersonal = ({ name }: Column) => isPersonalName(plainWord(name));
	const reference =
		named.find(({ name }) => isReferenceName(plainWord(name))) ?? named.find((column) => !isPersonal(column));
	if (!reference) return null;
	const others = named.filter((column) => column !== reference);
	const problems: FrameProblem[] = [];
	const seen = new Set<string>();
	for (const { name } of named) {
		const plain = plainWord(name);
		if (seen.has(plain)) problems.push({ code: 'duplicate-column', row, column: name, value: null });
		else if (name.length > longestGroup)
			problems.push({ code: 'long-group', row, column: null, value: name });
		for (const kind of kindsIn(name))
			problems.push({ code: 'identifier', row, column: null, value: null, kind });
		seen.add(plain);
	}
	return {
		reference,
		strata: others.filter((column) => !isPersonal(column)),
		personal: others.filter(isPersonal),
		unnamed: cells.map((_, at) => at).filter((at) => !named.some((column) => column.at === at)),
		count: cells.length,
		problems
	};
}

/** Reads the rows under the header. Every one needs a reference that no other has and that names nobody. */
export function readEntries(
	columns: FrameColumns,
	rows: readonly CellRow[]
): { entries: FrameEntry[]; problems: FrameProblem[] } {
	const problems: FrameProblem[] = [];
	const firstRows = new Map<string, number>();
	// Remembered, since groups repeat.
	const groups = new Map<string, IdentifierKind[]>();
	const { reference: own } = columns;
	const entries = rows.map(({ row, cells }): FrameEntry => {
		const extra = [...columns.unnamed.map((at) => cells[at] ?? ''), ...cells.slice(columns.count)];
		if (extra.some((cell) => cell.trim() !== ''))
			problems.push({ code: 'unnamed-column', row, column: null, value: null });
		const reference = tidyCell(cells[own.at]);
		const place = { row, column: own.name, value: reference };
		const first = firstRows.get(reference);
		if (reference === '') problems.push({ ...place, code: 'empty-reference', value: null });
		else if (reference.length > longestReference) problems.push({ ...place, code: 'long-reference' });
		else if (first !== undefined) problems.push({ ...place, code: 'duplicate-reference', first });
		else firstRows.set(reference, row);
		for (const kind of kindsIn(reference)) problems.push({ ...place, code: 'identifier', value: null, kind });
		// Without a prototype: a column may be called “constructor” or “__proto__”.
		const strata = Object.create(null) as Record<string, string>;
		for (const { at, name } of columns.strata) {
			const group = tidyCell(cells[at]);
			if (group === '') continue;
			strata[name] = group;
			if (group.length > longestGroup) problems.push({ code: 'long-group', row, column: name, value: group });
			const kinds = groups.get(group) ?? kindsIn(group);
			groups.set(group, kinds);
			for (const kind of kinds) problems.push({ code: 'identifier', row, column: name, value: null, kind });
		}
		return { reference, strata };
	});
	return { entries, problems };
}

/** One space between words, composed letters, nothing that does not show. */
function tidyCell(cell: string | undefined): string {
	return (cell ?? '')
		.replace(/[\u00ad\u200b-\u200d\u2060\ufeff\p{Cc}]/gu, (sign) => (/\s/.test(sign) ? ' ' : ''))
		.replace(/\s+/g, ' ')
		.trim()
		.normalize('NFC');
}

/**
 * At most three letters, then at most five digits: too short for an identifier of any kind. Most references look so, and
 * there may be a hundred thousand of them.
 */
export const harmless = /^[A-Za-z]{0,3}[-_/]?\d{1,5}$/;

function kindsIn(text: string): IdentifierKind[] {
	if (harmless.test(text)) return [];
	return [...new Set(findIdentifiers(text).map(({ kind }) => kind))];
}
