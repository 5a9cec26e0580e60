/**
 * The table of a self-evaluation: the standards with their core components, each a cell with its stage and how we know,
 * and which of them a filter leaves standing. Nothing is averaged.
 */
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import { childrenOf, elementsOfKind } from '#lib/frameworks/lookup.ts';
import type { Readiness } from '#lib/judgement/readiness.ts';
import {
	filterName,
	isTargetMissed,
	readinessFilters,
	rowLine,
	sayCell,
	type ReadinessCell,
	type ReadinessFilter,
	type ReadinessRow,
	type ReadinessSteps,
	type ReadinessTable,
	type SinceWhen
} from './readiness-cells.ts';

export type TableInput = {
	framework: Framework;
	scale: ReadinessSteps;
	readiness: readonly Readiness[];
	/** YYYY-MM-DD: a target that was to be reached before it and is not is missed. */
	today: string;
	/** Codes of the components that changed, and since when; null where there is nothing to hold them against. */
	changed: { since: SinceWhen; codes: ReadonlySet<string> } | null;
	/** Codes of the standards that are given to whoever looks; null where nothing can be given to them. */
	mine: ReadonlySet<string> | null;
	filters: readonly ReadinessFilter[];
};

/** Rows in the order of the standards. With filters set, a cell is shown where all of them hold. */
export function deriveReadinessTable(input: TableInput): ReadinessTable {
	const { framework } = input;
	const kept = new Map(input.readiness.map((each) => [each.element, each]));
	const rows = elementsOfKind(framework, 'standard').map((standard): ReadinessRow => {
		const cells = childrenOf(framework, standard.code, 'core-component').map((component) =>
			cellOf(input, standard.code, component, kept.get(component.code))
		);
		return {
			code: standard.code,
			title: standard.title,
			inDevelopment: standard.status === 'in-development',
			line: rowLine(cells),
			note: standard.status === 'in-development' ? developmentNote(framework, cells) : null,
			cells
		};
	});
	const all = rows.flatMap(({ cells }) => cells);
	const asked = all.filter(({ inDevelopment }) => !inDevelopment);
	return {
		rows,
		widest: Math.max(0, ...rows.map(({ cells }) => cells.length)),
		components: all.length,
		asked: asked.length,
		judged: asked.filter(({ howWell }) => howWell !== null).length,
		toConfirm: all.filter(({ toConfirm }) => toConfirm).length,
		filters: offeredFilters(input).map((filter) => ({
			filter,
			name: filterName(filter, input.changed?.since),
			count: all.filter(({ is }) => is.includes(filter)).length,
			set: input.filters.includes(filter)
		})),
		shown: all.filter(({ shown }) => shown).length
	};
}

function cellOf(
	input: TableInput,
	standard: string,
	{ code, status }: Element,
	kept: Readiness | undefined
): ReadinessCell {
	const inDevelopment = status === 'in-development';
	const is: ReadinessFilter[] = [
		...(!inDevelopment && !kept?.howDoWeKnow ? (['no-evidence'] as const) : []),
		...(kept && isTargetMissed(kept, input.today) ? (['target-missed'] as const) : []),
		...(input.changed?.codes.has(code) ? (['changed'] as const) : []),
		...(input.mine?.has(standard) ? (['mine'] as const) : [])
	];
	const cell = {
		code,
		howWell: kept?.howWell ?? null,
		howDoWeKnow: kept?.howDoWeKnow ?? null,
		target: kept?.target ?? null,
		inDevelopment,
		toConfirm: kept?.toConfirm ?? false
	};
	return {
		...cell,
		say: sayCell(cell, input.scale),
		is,
		shown: input.filters.every((filter) => is.includes(filter))
	};
}

const numberWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];
const inWords = (count: number) => numberWords[count] ?? String(count);

/** `In development in this edition: one component in four parts. Keep notes; no stage is asked for.` */
function developmentNote(framework: Framework, cells: readonly ReadinessCell[]): string {
	const parts = cells.flatMap(({ code }) => childrenOf(framework, code, 'part')).length;
	const components = `${inWords(cells.length)} component${cells.length === 1 ? '' : 's'}`;
	const inParts = parts > 0 ? ` in ${inWords(parts)} parts` : '';
	return `In development in this edition: ${components}${inParts}. Keep notes; no stage is asked for.`;
}

const offeredFilters = ({ changed, mine }: TableInput) =>
	readinessFilters.filter(
		(filter) => !(filter === 'changed' && changed === null) && !(filter === 'mine' && mine === null)
	);
