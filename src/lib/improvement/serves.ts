/**
 * What an improvement action serves: standards, changes of the change map, implementation drivers. What somebody
 * chose stands first; where nobody chose any of a kind, the crosswalks lead on from the element whose gap it closes.
 */
import type { Crosswalk } from '#lib/frameworks/crosswalk.ts';
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import { crosswalkLinks, locateElement, pathToTop } from '#lib/frameworks/lookup.ts';
import { referenceOf } from '#lib/frameworks/source.ts';
import type { Action } from './action.ts';

export const servedKinds = ['standard', 'change', 'driver'] as const;
export type ServedKind = (typeof servedKinds)[number];

/** `how`: somebody chose it; or a crosswalk that a document holds, or one that Cairn proposes, leads there. */
export type Served = { code: string; title: string; how: 'chosen' | 'published' | 'proposed' };

/** The documents to look in. */
export type Library = { frameworks: readonly Framework[]; crosswalks: readonly Crosswalk[] };

/** What an action serves, of each kind, in the order of the frameworks. */
export function servesOf(
	{ element, elements }: Pick<Action, 'element' | 'elements'>,
	library: Library
): Record<ServedKind, Served[]> {
	const codes = element === null ? elements : [element, ...elements];
	const standards = reached('standard', codes, codes, library);
	const changes = reached('change', codes, codes, library);
	const drivers = reached('driver', codes, [...codes, ...standards.map(({ code }) => code)], library);
	return { standard: standards, change: changes, driver: drivers };
}

function reached(
	kind: ServedKind,
	chosen: readonly string[],
	from: readonly string[],
	library: Library
): Served[] {
	const own = chosen.flatMap((code) => ofKind(kind, code, library, 'chosen'));
	const found = own.length > 0 ? own : from.flatMap((code) => acrossFrom(kind, code, library));
	const order = library.frameworks.flatMap((framework) => framework.elements.map(({ code }) => code));
	const each = [...new Map(found.toReversed().map((served) => [served.code, served])).values()];
	return each.sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
}

/** The element itself or the one above it that is of a kind: of component 8.7, standard 8. */
function ofKind(kind: ServedKind, code: string, { frameworks }: Library, how: Served['how']): Served[] {
	const place = locateElement(frameworks, code);
	const found = place && pathToTop(place.framework, code).find((each) => isOf(kind, each));
	return found ? [{ code: found.code, title: wordsOf(found), how }] : [];
}

/** Its title or, where that is only a label of ours, its words. */
const wordsOf = ({ label, title, text }: Element): string => (label ? text : title);

/** Outcomes stand on the change map beside its changes, and are served as they are. */
const isOf = (kind: ServedKind, element: Element) =>
	element.kind === kind || (kind === 'change' && element.kind === 'outcome');

function acrossFrom(kind: ServedKind, code: string, library: Library): Served[] {
	const place = locateElement(library.frameworks, code);
	if (!place) return [];
	return crosswalkLinks(library.crosswalks, referenceOf(place.framework), code).flatMap(
		({ crosswalk, code: far }) => (far === null ? [] : ofKind(kind, far, library, crosswalk.status))
	);
}

export type ActionGroup<Each> = { code: string; title: string; actions: Each[] };

/** Actions under what they serve, in the order of the framework; one may stand in several groups. Null: they serve none. */
export function groupActions<Each extends Pick<Action, 'element' | 'elements'>>(
	actions: readonly Each[],
	kind: ServedKind,
	library: Library
): { groups: ActionGroup<Each>[]; none: Each[] } {
	const groups = new Map<string, ActionGroup<Each>>();
	const none: Each[] = [];
	for (const action of actions) {
		const served = servesOf(action, library)[kind];
		if (served.length === 0) none.push(action);
		for (const { code, title } of served)
			groups.set(code, {
				code,
				title,
				actions: [...(groups.get(code)?.actions ?? []), action]
			});
	}
	const order = library.frameworks.flatMap((framework) => framework.elements.map(({ code }) => code));
	return {
		groups: [...groups.values()].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code)),
		none
	};
}
