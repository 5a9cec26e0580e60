/** What each column of a table is taken for, before a person has looked. */
import { findIdentifiers } from '../identifiers.ts';
import { shown } from '../answers-file-problem.ts';
import { fixedWords, type Instrument } from '../instrument.ts';
import { plainWord } from '../plain-word.ts';
import { isCalledReference, namesPeople, tellsOfFilling, toolColumn } from './known-columns.ts';
import type { Mapping, ColumnUse } from './mapping.ts';
import { columnMatcher, type ColumnMatch, type ColumnMatcher } from './match-columns.ts';
import { cellAt, type CellRow } from './table.ts';
import type { ColumnHeading, TableHeader } from './table-header.ts';
import type { UnderstoodColumn } from './understanding.ts';

/** As headings are compared from one file to the next. */
export const headingKey = (heading: string) => plainWord(heading);

/** In the order of the table. No question has two columns that are taken for exact. */
export function understandColumns(
	header: TableHeader,
	instrument: Instrument,
	remembered: Mapping | null
): UnderstoodColumn[] {
	const match = columnMatcher(instrument);
	const before = rememberedUses(remembered, instrument);
	const columns = header.headings.map((heading): UnderstoodColumn => {
		const values = sampleOf(header.rows, heading.at);
		const found = usedBefore(before, heading) ?? recognised(header, heading, match, values);
		return {
			at: heading.at,
			heading: heading.heading,
			use: found?.use ?? null,
			certainty: found?.certainty ?? null,
			why: found?.why ?? 'nothing like it is known',
			filled: filledIn(header.rows, heading.at),
			examples: found?.use.role === 'personal' ? [] : values.slice(0, 3).map(shown)
		};
	});
	return onceOnly(columns);
}

function usedBefore(before: ReadonlyMap<string, ColumnUse>, { heading }: ColumnHeading): ColumnMatch | null {
	const use = before.get(headingKey(heading));
	return use ? { use, certainty: 'remembered', why: 'decided for an earlier file' } : null;
}

/** What was decided, as far as the questions and choices are still there. */
function rememberedUses(remembered: Mapping | null, { questions }: Instrument): Map<string, ColumnUse> {
	const byCode = new Map(questions.map((question) => [question.code, question]));
	const kept = (remembered?.columns ?? []).filter(({ use }) => {
		if (!('question' in use)) return true;
		const question = byCode.get(use.question);
		if (!question || use.role === 'question') return question !== undefined;
		return use.word === '' || (fixedWords(question) ?? [use.word]).includes(use.word);
	});
	return new Map(kept.map(({ heading, use }) => [headingKey(heading), use]));
}

function recognised(
	{ format, rows }: TableHeader,
	heading: ColumnHeading,
	match: ColumnMatcher,
	values: readonly string[]
): ColumnMatch | null {
	const name = heading.parts[0] ?? '';
	const tool = toolColumn(format, name);
	if (tool) return { use: tool, certainty: 'exact', why: 'a column of the survey tool' };
	if (plainWord(name) === 'reference')
		return { use: { role: 'reference', prefix: '' }, certainty: 'exact', why: 'called reference' };
	const matched = match(heading);
	if (matched?.certainty === 'exact') return matched;
	if (heading.parts.some(namesPeople))
		return { use: { role: 'personal' }, certainty: 'exact', why: 'called as columns that name people are' };
	if (holdsAddresses(values))
		return { use: { role: 'personal' }, certainty: 'proposed', why: 'holds e-mail or IP addresses' };
	if (matched) return matched;
	if (tellsOfFilling(name))
		return { use: { role: 'metadata' }, certainty: 'proposed', why: 'tells when or how it was filled in' };
	if (format === 'cairn' && heading.parts.length > 0)
		return {
			use: { role: 'stratum', name: name.slice(0, 80) },
			certainty: 'exact',
			why: 'groups the records'
		};
	if (format === 'unknown' && isCalledReference(name) && isUnique(rows, heading.at))
		return { use: { role: 'reference', prefix: '' }, certainty: 'proposed', why: 'different in every row' };
	return null;
}

const ipAddress = /^\d{1,3}(?:\.\d{1,3}){3}$/;

function holdsAddresses(values: readonly string[]): boolean {
	const found = values.filter(
		(value) => ipAddress.test(value) || findIdentifiers(value).some(({ kind }) => kind === 'email')
	);
	return values.length > 0 && found.length * 2 >= values.length;
}

function isUnique(rows: readonly CellRow[], at: number): boolean {
	const values = new Set(rows.map((row) => cellAt(row, at).trim()));
	return rows.length > 0 && values.size === rows.length && !values.has('');
}

/**
 * What two columns seem to hold is for a person to decide: the sure one goes first, and of two sure ones neither is
 * taken for granted.
 */
function onceOnly(columns: UnderstoodColumn[]): UnderstoodColumn[] {
	const owners = new Map<string, UnderstoodColumn>();
	const contested = new Set<UnderstoodColumn>();
	const isSure = ({ certainty }: UnderstoodColumn) => certainty !== 'proposed';
	for (const column of [...columns.filter(isSure), ...columns.filter((each) => !isSure(each))]) {
		const key = keyOf(column.use);
		const owner = key === null ? undefined : owners.get(key);
		if (key !== null && !owner) owners.set(key, column);
		if (owner && isSure(column)) contested.add(owner);
	}
	return columns.map((column) => {
		const owner = owners.get(keyOf(column.use) ?? '');
		if (contested.has(column))
			return { ...column, certainty: 'proposed', why: `${column.why}, but not alone` };
		if (!owner || owner === column) return column;
		return { ...column, use: null, certainty: null, why: `“${shown(owner.heading)}” seems to be the same` };
	});
}

/** What only one column can be. */
export function keyOf(use: ColumnUse | null): string | null {
	if (use?.role === 'reference') return 'reference';
	if (use?.role === 'question') return `question ${use.question}`;
	if (use?.role === 'choice') return `choice ${use.question} ${use.word}`;
	if (use?.role === 'stratum') return `stratum ${use.name}`;
	return null;
}

const mostSampled = 200;

/** The first different values of a column. */
function sampleOf(rows: readonly CellRow[], at: number): string[] {
	const values = new Set<string>();
	for (const row of rows.slice(0, 2_000)) {
		const value = cellAt(row, at).trim();
		if (value !== '') values.add(value);
		if (values.size >= mostSampled) break;
	}
	return [...values];
}

export function filledIn(rows: readonly CellRow[], at: number): number {
	let filled = 0;
	for (const row of rows) if (cellAt(row, at).trim() !== '') filled += 1;
	return filled;
}

/** How many cells of a column hold somebody: Microsoft Forms writes “anonymous” where it holds nobody. */
export function peopleIn(rows: readonly CellRow[], at: number): number {
	const nobody = rows.filter((row) => /^anonymous$/i.test(cellAt(row, at).trim())).length;
	return filledIn(rows, at) - nobody;
}
