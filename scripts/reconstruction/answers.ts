/** From a source's plan to its answers file: draws references, gives every cell, writes the CSV. */
import { bell, chanceOf } from './chance.ts';
import type { Row, SourcePlan, Spread } from './plan.ts';
import { spreadCells } from './spread.ts';

/** Text of the answers file of a source: reference, question codes in the order of `codes`, then the columns. */
export function answersFile(source: string, plan: SourcePlan, codes: readonly string[]): string {
	const quality = chanceOf(`${source} quality`);
	const rows: Row[] = drawReferences(source, plan).map((reference) => ({
		reference,
		quality: bell(quality),
		cells: {}
	}));
	// Where people live or work has nothing to do with how good a record is.
	const columns = Object.entries(plan.columns).map(
		([name, spread]) => [name, { loading: 0, ...spread }] as const
	);
	fillInOrder(rows, source, { ...Object.fromEntries(columns), ...plan.questions });
	const header = ['reference', ...codes, ...Object.keys(plan.columns)];
	const lines = rows.map((row) =>
		header.map((key) => cellText(key === 'reference' ? row.reference : (row.cells[key] ?? '')))
	);
	return [header.map(cellText), ...lines].map((cells) => cells.join(',') + '\n').join('');
}

function drawReferences(source: string, plan: SourcePlan): string[] {
	const chance = chanceOf(`${source} references`);
	const drawn = new Set(plan.keep);
	while (drawn.size < plan.records)
		drawn.add(plan.reference.replace(/0/g, () => String(Math.floor(chance() * 10))));
	return [...drawn].sort();
}

/** A question that depends on another waits until the other has its answers. */
function fillInOrder(rows: Row[], source: string, spreads: Record<string, Spread>): void {
	const open = new Set(Object.keys(spreads));
	while (open.size > 0) {
		const ready = [...open].filter((name) => namesUsed(spreads[name]!).every((used) => !open.has(used)));
		if (ready.length === 0) throw new Error(`${source}: ${[...open].join(', ')} wait for each other`);
		for (const name of ready) {
			const cells = spreadCells(rows, `${source} ${name}`, spreads[name]!, chanceOf(`${source} ${name}`));
			rows.forEach((row, index) => (row.cells[name] = cells[index]!));
			open.delete(name);
		}
	}
}

function namesUsed(spread: Spread): string[] {
	const conditions = [...(spread.groups ?? []), ...(spread.dates ?? []), ...(spread.texts ?? [])];
	return [
		...conditions.flatMap(({ where }) => Object.keys(where ?? {})),
		...Object.keys(spread.lift ?? {}),
		...(spread.daysBefore ? [spread.daysBefore.question] : [])
	];
}

function cellText(cell: string): string {
	return /[",\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
