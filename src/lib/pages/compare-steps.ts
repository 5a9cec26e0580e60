/** A stage or an evaluation beside others: how many partnerships are at each step, and where one's own is. */
import type { Cell } from '#lib/benchmark/cell.ts';
import { isStepGroup } from '#lib/benchmark/picture.ts';
import type { ReleaseCell } from '#lib/benchmark/release.ts';
import { isStep } from '#lib/benchmark/value.ts';
import { spokenTerm, phraseOf } from '#lib/measures/term.ts';
import { cellAddress } from './compare-addresses.ts';
import {
	notShown,
	othersIn,
	ownValueOf,
	sidesOf,
	type CompareView,
	type Side,
	type Step
} from './compare-view.ts';

export type StepsRow = {
	side: Side;
	partnerships: number;
	/** Partnerships at each step, from the first; null where the group is not shown. */
	counts: number[] | null;
	without: string | null;
};

export type StepsBeside = {
	cell: Pick<Cell, 'id' | 'code' | 'title'>;
	href: string;
	/** Where one's own can be looked at. */
	ownHref: string | null;
	/** The step of oneself, or null. */
	own: number | null;
	steps: readonly Step[];
	message: { term: string; rest: string };
	rows: StepsRow[];
};

export function stepsOf(view: CompareView, { cell }: ReleaseCell): readonly Step[] {
	return cell.kind === 'readiness' ? view.scales.stages : view.scales.evaluations;
}

/** Takes a cell of stages or evaluations. */
export function describeSteps(view: CompareView, released: ReleaseCell): StepsBeside {
	const { cell } = released;
	const value = ownValueOf(view, released);
	const own = value && isStep(value) ? value.step : null;
	const steps = stepsOf(view, released);
	const rows = sidesOf(view)
		.filter(({ mark }) => mark !== 'own')
		.map((side): StepsRow => {
			const others = othersIn(view, released, side.id);
			return others && isStepGroup(others)
				? { side, partnerships: others.partnerships, counts: others.counts, without: null }
				: { side, partnerships: 0, counts: null, without: notShown };
		});
	return {
		cell: { id: cell.id, code: cell.code, title: cell.title },
		href: cellAddress(view, cell),
		ownHref: view.own?.hrefs.get(cell.id) ?? null,
		own,
		steps,
		message: messageOf(view, own, steps, rows),
		rows
	};
}

/** How many are at an earlier step than `own`, at the same, and at a later one. */
export function aroundStep(own: number, first: number, counts: readonly number[]) {
	const sum = (some: readonly number[]) => some.reduce((total, count) => total + count, 0);
	const place = own - first;
	return {
		earlier: sum(counts.slice(0, place)),
		same: counts[place] ?? 0,
		later: sum(counts.slice(place + 1))
	};
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** “**Installing**: of 11 others in Scotland, 6 are at a later stage, 3 at the same and 2 at an earlier one”. */
function messageOf(
	view: CompareView,
	own: number | null,
	steps: readonly Step[],
	rows: readonly StepsRow[]
): StepsBeside['message'] {
	const shown = rows.filter(({ counts }) => counts !== null);
	const widest = shown.find(({ side }) => side.mark === 'scotland') ?? shown[0];
	const first = steps[0]!.step;
	const named = (step: number) => steps.find((each) => each.step === step)?.name ?? String(step);
	if (own !== null) {
		const term = capital(named(own));
		if (!widest?.counts) return { term, rest: '; nobody else’s is shown' };
		const { earlier, same, later } = aroundStep(own, first, widest.counts);
		return {
			term,
			rest:
				steps.length === 5
					? `; of ${widest.partnerships} others in ${widest.side.name}, ${later} at a later stage, ${same} at the same, ${earlier} at an earlier one`
					: `; of ${widest.partnerships} others in ${widest.side.name}, ${later} evaluated higher, ${same} the same, ${earlier} lower`
		};
	}
	if (!widest?.counts) return { term: '', rest: 'Nothing of it is shown in this release' };
	// From the fourth stage or step on, “initial implementation” and “good”: where work has reached people.
	const reached = steps[3]!;
	const k = widest.counts.slice(3).reduce((sum, count) => sum + count, 0);
	const phrase = phraseOf(spokenTerm(k, widest.partnerships, view.scales.quantity)!);
	const term = phrase.trimEnd().replace(/ of$/, '');
	return {
		term,
		rest: `${phrase.slice(term.length)}partnerships in ${widest.side.name} are at “${reached.name}” or beyond: ${k} of ${widest.partnerships}`
	};
}
