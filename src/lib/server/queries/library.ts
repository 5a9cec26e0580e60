/** Everything the product knows beforehand: what good looks like, how it is asked, and the scales it is said in. */
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import type { DocumentOf } from '../documents.ts';
import { fixturesFolder } from '../project-root.ts';
import { listDocuments } from './documents.ts';
import { listSources } from './sources.ts';
import { listVisibleReviews } from './visible-reviews.ts';

export type Library = {
	frameworks: DocumentOf['framework'][];
	crosswalks: DocumentOf['crosswalk'][];
	instruments: DocumentOf['instrument'][];
	quantityScales: DocumentOf['quantity-scale'][];
	evaluationScales: DocumentOf['evaluation-scale'][];
	readiness: DocumentOf['readiness'][];
	partnerships: DocumentOf['partnerships'][];
};

/** With the instruments that come with Cairn, and those that are asked in a review that the actor may see. */
export function loadLibrary(db: Database, actor: Actor): Library {
	return {
		frameworks: listDocuments(db, 'framework'),
		crosswalks: listDocuments(db, 'crosswalk'),
		instruments: listInstruments(db, actor),
		quantityScales: listDocuments(db, 'quantity-scale'),
		evaluationScales: listDocuments(db, 'evaluation-scale'),
		readiness: listDocuments(db, 'readiness'),
		partnerships: listDocuments(db, 'partnerships')
	};
}

function listInstruments(db: Database, actor: Actor): Library['instruments'] {
	const asked = listVisibleReviews(db, actor).flatMap(({ id }) =>
		listSources(db, id).flatMap(({ instrument }) => instrument ?? [])
	);
	const open = new Set([...shippedInstruments(), ...asked]);
	return listDocuments(db, 'instrument').filter(({ id, edition }) => open.has(`${id}@${edition}`));
}

/** By id@edition: fixtures/instruments/<id>/<edition>.json. */
export const shippedInstruments = () =>
	readdirSync(join(fixturesFolder, 'instruments'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.json'))
		.map((file) => `${dirname(file)}@${basename(file, '.json')}`);
