/** What the pages that compare are given: the release and who looks, whom one may ask, and what was shared. */
import type { Element } from '#lib/frameworks/framework.ts';
import { scotland, familyGroup } from '#lib/benchmark/release.ts';
import { resultKinds } from '#lib/benchmark/result-kinds.ts';
import { comparedAddress, inRelease, type ComparePageKind } from './compare-addresses.ts';
import type { ElementCompared } from './compare-element.ts';
import type { Nothing } from './compare-nothing.ts';
import type { CompareShelf } from './compare-shelf.ts';
import type { Gap, Strength } from './compare-gaps.ts';
import type { QuestionCompared } from './compare-question.ts';
import { sidesOf, type CompareView, type OwnPart } from './compare-view.ts';
import { kindWords } from './sharing-words.ts';

/** Somebody to ask; without an address where their organisation is not on this installation, or one may not write. */
export type Askable = Strength & { askHref: string | null };
/** With what they themselves shared on it. */
export type AskableWithPractice = Askable & { practice: SharedPractice[] };
export type SharedPractice = { id: string; title: string; whose: string | null; href: string };
/** `practice`: what others shared on it. */
export type AskedGap = Omit<Gap, 'strengths'> & {
	strengths: AskableWithPractice[];
	practice: SharedPractice[];
};

export type Asking = {
	questions: AskedGap[];
	strong: (Askable & { on: string; href: string })[];
	practice: SharedPractice[];
	/** Whether one may share practice oneself. */
	joins: boolean;
};

export type ComparedHead = ReturnType<typeof headOf>;
export type ElementPage = ComparedHead &
	Omit<ElementCompared, 'cells' | 'gaps' | 'strengths'> &
	Asking & { nothing: Nothing | null };
export type QuestionPage = ComparedHead &
	Omit<QuestionCompared, 'cells' | 'gaps' | 'strengths'> &
	Asking & { about: { name: string; href: string }[] };

/** What every page says of the release and of who looks. */
export function headOf(view: CompareView) {
	const { number, publishedAt, release, own, newest, fuller, asked, scales } = view;
	return {
		release: { number, title: release.title, publishedAt, example: release.example, newest, fuller },
		query: inRelease(view),
		own: own
			? {
					...{ code: own.code, name: own.name, family: own.family, among: own.among, asked },
					hasValues: own.values.size + own.alone.size > 0,
					alone: kindsAlone(view, own)
				}
			: null,
		sides: sidesOf(view),
		beside: besideWords(view),
		bands: scales.quantity.bands.map(({ name, from, to }) => ({ name, from, to }))
	};
}

/** Names of the kinds of result that are shown to oneself alone: “measures of shared questions”. */
function kindsAlone({ release }: CompareView, { alone }: OwnPart): string[] {
	const kinds = new Set(release.cells.filter(({ cell }) => alone.has(cell.id)).map(({ cell }) => cell.kind));
	return resultKinds.filter((kind) => kinds.has(kind)).map((kind) => kindWords[kind].name.toLowerCase());
}

/** Beside how many: “Glen Orrin beside the 7 others in its family and the 31 others in Scotland that shared results.” */
function besideWords({ release, own }: CompareView): string {
	const less = own && own.values.size > 0 ? 1 : 0;
	const countOf = (id: string) => release.groups.find((group) => group.id === id)?.partnerships ?? null;
	const othersIn = (id: string) => {
		const count = countOf(id);
		return count === null ? 'few others' : `${count - less} others`;
	};
	if (!own)
		return `The families, and Scotland with the ${countOf(scotland) ?? 'few'} partnerships that shared results.`;
	return `${own.name} beside the ${othersIn(familyGroup(own.family))} in its family and the ${othersIn(scotland)} in Scotland that shared results.`;
}

const pageKinds: Partial<Record<Element['kind'], { kind: ComparePageKind; word: string }>> = {
	standard: { kind: 'standards', word: 'Standard' },
	'core-component': { kind: 'components', word: 'Core component' },
	theme: { kind: 'themes', word: 'Theme' },
	change: { kind: 'changes', word: 'Change' }
};

/** The pages of these elements, those of a quality indicator being its theme's; each once. */
export function pagesAbout(
	{ frameworks }: CompareShelf,
	view: CompareView,
	codes: readonly string[]
): { name: string; href: string }[] {
	const all = frameworks.flatMap(({ elements }) => elements);
	const found = codes.flatMap((code) => {
		const element = all.find((each) => each.code === code);
		const shown =
			element?.kind === 'quality-indicator' ? all.find(({ code }) => code === element.parent) : element;
		const page = shown && pageKinds[shown.kind];
		return page
			? [{ name: `${page.word} ${shown.code}`, href: comparedAddress(view, page.kind, shown.code) }]
			: [];
	});
	return [...new Map(found.map((each) => [each.href, each])).values()];
}
