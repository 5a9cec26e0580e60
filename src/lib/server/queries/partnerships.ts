/**
 * Reads the partnerships, Scotland's and the invented ones. What a code names is looked up among both; where somebody
 * chooses which partnership they are or look at, only those of their own world are offered.
 */
import {
	benchmarkFamilyOf,
	findPartnership,
	isInvented,
	type Partnership
} from '#lib/frameworks/partnerships.ts';
import type { Database } from '../db/open.ts';
import { listDocuments } from './documents.ts';
import type { World } from './world.ts';

export type Place = {
	/** Code of the integration authority, today's. */
	code: string;
	name: string;
	/** Number of its benchmarking family, 1 to 4. */
	family: number;
	/** Whether it is invented. */
	example: boolean;
};

/** The partnership with this code, its own or a council's, today's or a superseded one; null when there is none. */
export function findPlace(db: Database, code: string): Place | null {
	for (const list of listDocuments(db, 'partnerships')) {
		const found = findPartnership(list, code);
		if (found) return placeOf(found);
	}
	return null;
}

/** The partnerships of one world, by name. */
export function listPlaces(db: Database, world: World): Place[] {
	return listDocuments(db, 'partnerships')
		.flatMap(({ partnerships }) => partnerships)
		.map(placeOf)
		.filter(({ example }) => example === (world === 'example'))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function placeOf(partnership: Partnership): Place {
	const { code, name } = partnership;
	return { code, name, family: benchmarkFamilyOf(partnership), example: isInvented(partnership) };
}
