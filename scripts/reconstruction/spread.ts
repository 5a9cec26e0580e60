/**
 * Spreads answers over records so that the counts come out exactly, and a good record tends to be good throughout:
 * each record has a quality, a question ranks the records by quality and chance, and hands its answers out in order.
 */
import { bell, shuffled } from './chance.ts';
import type { Condition, Counts, Row, Spread } from './plan.ts';

/** The cells of one column or question, in the order of the rows. Throws when the counts do not fit the records. */
export function spreadCells(
	rows: readonly Row[],
	name: string,
	spread: Spread,
	chance: () => number
): string[] {
	if (spread.texts) return writtenCells(rows, spread.texts, chance);
	if (spread.dates || spread.daysBefore) return dateCells(rows, spread, chance);
	const groups = spread.groups ?? [{ where: {}, counts: spread.counts ?? {} }];
	const given = new Map<Row, string>();
	for (const { where, counts } of groups) {
		const members = rows.filter((row) => !given.has(row) && meets(row, where));
		handOut(members, counts, name, spread, chance).forEach((answer, row) => given.set(row, answer));
	}
	return rows.map((row) => given.get(row) ?? 'not applicable');
}

function handOut(members: Row[], counts: Counts, name: string, spread: Spread, chance: () => number) {
	const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
	if (total !== members.length) throw new Error(`${name}: ${total} answers for ${members.length} records`);
	const given = new Map<Row, string>();
	// Who leaves a question out, or has no occasion for it, has nothing to do with quality.
	let rest = shuffled(members, chance);
	for (const word of ['not applicable', 'blank']) {
		for (const row of rest.slice(0, counts[word] ?? 0)) given.set(row, word === 'blank' ? '' : word);
		rest = rest.slice(counts[word] ?? 0);
	}
	const answers = Object.entries(counts)
		.filter(([word]) => word !== 'not applicable' && word !== 'blank')
		.flatMap(([word, count]) => Array<string>(count).fill(word));
	ranked(rest, spread, chance).forEach((row, place) => given.set(row, answers[place]!));
	return given;
}

/** Best first. */
function ranked(rows: readonly Row[], spread: Spread, chance: () => number): Row[] {
	const loading = spread.loading ?? 0.5;
	const lift = (row: Row) =>
		Object.entries(spread.lift ?? {}).reduce((sum, [key, by]) => sum + (by[row.cells[key] ?? ''] ?? 0), 0);
	return rows
		.map((row) => ({ row, score: loading * row.quality + (1 - loading) * bell(chance) + lift(row) }))
		.sort((one, other) => other.score - one.score)
		.map(({ row }) => row);
}

export function meets(row: Row, where: Condition): boolean {
	return Object.entries(where).every(([key, words]) => words.includes(row.cells[key] ?? ''));
}

function writtenCells(
	rows: readonly Row[],
	texts: NonNullable<Spread['texts']>,
	chance: () => number
): string[] {
	const given = new Map<Row, string>();
	for (const { where, text } of texts) {
		const writer = shuffled(rows, chance).find((row) => !given.has(row) && meets(row, where));
		if (!writer) throw new Error(`no record fits the text “${text}”`);
		given.set(writer, text);
	}
	return rows.map((row) => given.get(row) ?? '');
}

const day = 24 * 60 * 60 * 1000;
const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The day itself, or the Friday before a weekend. */
function weekday(time: number): number {
	const weekend = new Date(time).getUTCDay();
	return time - (weekend === 6 ? day : weekend === 0 ? 2 * day : 0);
}

function dateCells(rows: readonly Row[], spread: Spread, chance: () => number): string[] {
	const missing = new Set(shuffled(rows, chance).slice(0, spread.notRecorded ?? 0));
	const bySpeed = ranked(rows, spread, chance);
	const cells = rows.map((row) => {
		const before = spread.daysBefore;
		if (before) {
			const later = Date.parse(row.cells[before.question] ?? '');
			const wait = waitOf(bySpeed.indexOf(row) / (rows.length - 1), before);
			return Number.isNaN(later) ? 'not recorded' : isoDay(weekday(later - wait * day));
		}
		const range = spread.dates?.find(({ where }) => meets(row, where ?? {}));
		if (!range) return 'not applicable';
		const [from, to] = [Date.parse(range.from), Date.parse(range.to)];
		return isoDay(weekday(from + Math.floor(chance() * ((to - from) / day + 1)) * day));
	});
	return cells.map((cell, index) => (missing.has(rows[index]!) ? 'not recorded' : cell));
}

/** Days from the shortest wait (place 0) over the usual one (place one half) to the longest (place 1). */
function waitOf(
	place: number,
	{ shortest, usual, longest }: { shortest: number; usual: number; longest: number }
): number {
	if (place <= 0.5) return Math.round(shortest + (usual - shortest) * 2 * place);
	const beyond = 2 * place - 1;
	return Math.round(usual + (longest - usual) * beyond * beyond);
}
