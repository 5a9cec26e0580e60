/**
 * The cells of the table of a self-evaluation, and how they are said; what a browser needs of it too, so nothing here
 * reads a framework.
 */
import type { ReadinessScale } from '#lib/frameworks/scales.ts';
import type { Readiness } from '#lib/judgement/readiness.ts';
import { longDate } from '#lib/reports/dates.ts';
import { sentenceCase } from '#lib/reports/review-words.ts';

export const readinessFilters = ['no-evidence', 'target-missed', 'changed', 'mine'] as const;
export type ReadinessFilter = (typeof readinessFilters)[number];

/** The steps of both scales: how well, and how do we know. */
export type ReadinessSteps = Pick<ReadinessScale, 'howWell' | 'howDoWeKnow'>;

/** What the judged components are held against to say which of them changed. */
export type SinceWhen = 'last-year' | 'last-visit';

export type ReadinessCell = {
	code: string;
	howWell: number | null;
	howDoWeKnow: number | null;
	target: number | null;
	/** No stage is asked for. */
	inDevelopment: boolean;
	toConfirm: boolean;
	/** The whole cell in words. */
	say: string;
	/** Which filters it answers to. */
	is: ReadinessFilter[];
	/** Whether the filters that are set leave it standing. */
	shown: boolean;
};

export type ReadinessRow = {
	code: string;
	title: string;
	inDevelopment: boolean;
	/** `7 of 12 at stage 3 or 4; 1 to do`. */
	line: string;
	/** For a standard in development: that it is, in a sentence. */
	note: string | null;
	cells: ReadinessCell[];
};

export type ReadinessTable = {
	rows: ReadinessRow[];
	/** The most components that a standard has. */
	widest: number;
	components: number;
	/** Components that a stage is asked for, and those of them that have one. */
	asked: number;
	judged: number;
	toConfirm: number;
	filters: { filter: ReadinessFilter; name: string; count: number; set: boolean }[];
	shown: number;
};

/** Whether the day of a target is over and its stage is not reached. `today` is YYYY-MM-DD. */
export function isTargetMissed(
	{ target, targetBy, howWell }: Pick<Readiness, 'target' | 'targetBy' | 'howWell'>,
	today: string
): boolean {
	return target !== null && targetBy !== null && targetBy < today && (howWell ?? -1) < target;
}

/** `Component 8.7: stage 3, initial implementation; measured`. */
export function sayCell(
	cell: Pick<ReadinessCell, 'code' | 'howWell' | 'howDoWeKnow' | 'inDevelopment' | 'toConfirm'>,
	scale: ReadinessSteps
): string {
	if (cell.inDevelopment) return `Component ${cell.code}: in development`;
	const name = (steps: ReadinessScale['howWell'], at: number) =>
		steps.find(({ step }) => step === at)?.name ?? '';
	const { howWell, howDoWeKnow } = cell;
	const parts = [
		howWell === null ? 'to do' : `stage ${howWell}, ${name(scale.howWell, howWell)}`,
		...(howDoWeKnow === null ? [] : [name(scale.howDoWeKnow, howDoWeKnow)]),
		...(cell.toConfirm ? ['from last year, to confirm'] : [])
	];
	return `Component ${cell.code}: ${parts.join('; ')}`;
}

/** `7 of 12 at stage 3 or 4; 1 to do`; empty where no stage is asked for. */
export function rowLine(cells: readonly Pick<ReadinessCell, 'howWell' | 'inDevelopment'>[]): string {
	const asked = cells.filter(({ inDevelopment }) => !inDevelopment);
	if (asked.length === 0) return '';
	const judged = asked.filter(({ howWell }) => howWell !== null);
	if (judged.length === 0) return `${asked.length} to do`;
	const far = judged.filter(({ howWell }) => howWell! >= 3).length;
	const todo = asked.length - judged.length;
	return `${far} of ${judged.length} at stage 3 or 4${todo > 0 ? `; ${todo} to do` : ''}`;
}

export function filterName(filter: ReadinessFilter, since: SinceWhen = 'last-year'): string {
	if (filter === 'no-evidence') return 'No evidence';
	if (filter === 'target-missed') return 'Target missed';
	if (filter === 'mine') return 'Assigned to me';
	return since === 'last-year' ? 'Changed since last year' : 'Changed since I was here';
}

/** The filters that an address names, `no-evidence,mine`; what is none is left out. */
export function filtersIn(asked: string | null): ReadinessFilter[] {
	const named = (asked ?? '').split(',');
	return readinessFilters.filter((filter) => named.includes(filter));
}

/** What an address says of the filters with one of them turned; empty where none is left. */
export function withFilter(set: readonly ReadinessFilter[], turned: ReadinessFilter): string {
	return readinessFilters
		.filter((filter) => (filter === turned ? !set.includes(filter) : set.includes(filter)))
		.join(',');
}

/** `4. Full implementation by 31 March 2027`; null where there is no target. */
export function targetWords(
	{ target, targetBy }: Pick<Readiness, 'target' | 'targetBy'>,
	scale: ReadinessSteps
): { stage: string; by: string | null } | null {
	if (target === null && targetBy === null) return null;
	const step = scale.howWell.find((each) => each.step === target);
	return {
		stage: step ? `${step.step}. ${sentenceCase(step.name)}` : 'No stage named',
		by: targetBy === null ? null : longDate(targetBy)
	};
}
