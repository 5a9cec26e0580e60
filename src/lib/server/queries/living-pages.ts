/**
 * The standards and the change map as the way into everything: beside what was published stands what members share and
 * ask, which checklists bear on it, and how it is across Scotland. Whoever may not see those finds the frameworks alone.
 */
import { describeChangeMap } from '#lib/pages/change-page.ts';
import {
	countHanging,
	hangingOn,
	type Hanging,
	type HangingCounts,
	type Shared
} from '#lib/pages/hanging.ts';
import { nationalPicture, type NationalPicture } from '#lib/pages/national-picture.ts';
import { selfChecksFor, type LinkedSelfCheck } from '#lib/pages/self-check-page.ts';
import { listStandards } from '#lib/pages/standard-page.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { findNational, isInvented, joinsIn, listShared } from './hanging.ts';
import { loadChangePage, loadStandardPage } from './library-pages.ts';
import { loadLibrary, type Library } from './library.ts';

/** In a list of standards or changes; a picture is null where the release shows none. */
export type Living = HangingCounts & { picture: NationalPicture | null };

const compared = (kind: 'standards' | 'changes', code: string) =>
	`/compare/${kind}/${encodeURIComponent(code)}`;

/** The highest share of any stage in pictures that stand together, so that all are drawn to one height. */
export const topOf = (living: Readonly<Record<string, Living>>): number =>
	Math.max(0, ...Object.values(living).flatMap(({ picture }) => picture?.shares ?? []));

/** The whole map, with what hangs on each change by its code. */
export function loadMapPage(db: Database, actor: Actor) {
	const map = describeChangeMap(loadLibrary(db, actor));
	const [shared, national] = [listShared(db, actor), findNational(db, actor)];
	const changes = map.columns.flatMap((column) => column.changes);
	const living = Object.fromEntries(
		changes.map(({ code, supportedBy }): [string, Living] => [
			code,
			{
				...countHanging(shared, [code]),
				picture: national && nationalPicture(national, supportedBy, compared('changes', code))
			}
		])
	);
	return { map, living, top: topOf(living), invented: isInvented(actor, shared, national) };
}

/** All standards, with what hangs on each and on its components, by its number. */
export function loadStandardsPage(db: Database, actor: Actor) {
	const library = loadLibrary(db, actor);
	const listed = listStandards(library);
	const [shared, national] = [listShared(db, actor), findNational(db, actor)];
	const living = Object.fromEntries(
		listed.standards.map(({ code, componentCodes }): [string, Living] => [
			code,
			{
				...countHanging(shared, [code, ...componentCodes]),
				picture: national && nationalPicture(national, componentCodes, compared('standards', code))
			}
		])
	);
	return { ...listed, living, top: topOf(living), invented: isInvented(actor, shared, national) };
}

type Beside = {
	picture: NationalPicture | null;
	selfChecks: LinkedSelfCheck[];
	joinsIn: boolean;
	invented: boolean;
};

/** Throws a not-found Problem. `below`: what names a component that supports the change, and not the change itself. */
export function loadLivingChange(db: Database, actor: Actor, code: string) {
	const change = loadChangePage(db, actor, code);
	const library = loadLibrary(db, actor);
	const components = change.standards.flatMap((standard) => standard.components.map((each) => each.code));
	const shared = listShared(db, actor);
	const others = {
		entries: shared.entries.filter(({ elements }) => !elements.includes(code)),
		topics: shared.topics.filter(({ elements }) => !elements.includes(code))
	};
	return {
		change,
		hanging: hangingOn(shared, [code]),
		below: hangingOn(others, components),
		...besides(db, actor, { library, shared, components, href: compared('changes', code) })
	};
}

/**
 * Throws a not-found Problem. `ofComponent`: what names a component itself, by its code; `asking`: the items of
 * checklists that a crosswalk sets beside it.
 */
export function loadLivingStandard(db: Database, actor: Actor, number: string) {
	const standard = loadStandardPage(db, actor, number);
	const library = loadLibrary(db, actor);
	const components = standard.components.map(({ code }) => code);
	const shared = listShared(db, actor);
	const ofComponent: Record<string, Hanging> = {};
	for (const code of components) {
		const hanging = hangingOn(shared, [code]);
		if (hanging) ofComponent[code] = hanging;
	}
	const asking = Object.fromEntries(components.map((code) => [code, selfChecksFor(library, [code])]));
	return {
		standard,
		hanging: hangingOn(shared, [number, ...components]),
		ofComponent,
		asking,
		...besides(db, actor, { library, shared, components, href: compared('standards', number) })
	};
}

type Of = { library: Library; shared: Shared; components: readonly string[]; href: string };

function besides(db: Database, actor: Actor, { library, shared, components, href }: Of): Beside {
	const national = findNational(db, actor);
	return {
		picture: national && nationalPicture(national, components, href),
		selfChecks: selfChecksFor(library, components),
		joinsIn: joinsIn(actor),
		invented: isInvented(actor, shared, national)
	};
}
