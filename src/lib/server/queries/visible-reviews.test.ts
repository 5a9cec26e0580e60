import { beforeAll, describe, expect, test } from 'vitest';
import { operator, type Actor } from '../access/actor.ts';
import { addDemoPerson, type DemoName } from '../commands/add-demo-person.ts';
import { exampleWorldSteps } from '../commands/load-example-world.ts';
import { loadDocuments } from '../commands/load-documents.ts';
import { loadSamples } from '../commands/load-samples.ts';
import { openDatabase, type Database } from '../db/open.ts';
import { findActor } from './actors.ts';
import { listReviews } from './reviews.ts';
import { listVisibleReviews, maySee } from './visible-reviews.ts';

const at = '2026-05-04T09:00:00.000Z';
const worked = 'south-lanarkshire-2018';

let db: Database;
beforeAll(() => {
	db = openDatabase(':memory:');
	loadDocuments(db, at);
	loadSamples(db, at);
	const steps = exampleWorldSteps(db, at);
	for (let piece = 0; piece < 12; piece += 1) steps.next();
});

const demo = (as: DemoName): Actor => findActor(db, addDemoPerson(db, at, as))!;
const visitor: Actor = { kind: 'visitor', exploring: true };
const listed = (actor: Actor) => listVisibleReviews(db, actor).map(({ id }) => id);

describe('the reviews of invented partnerships', () => {
	test('are listed to the people of that partnership alone', () => {
		expect(listed(demo('partner'))).toEqual(['example-glenmavick-2023']);
		expect(listed(demo('lead'))).toEqual([worked]);
		expect(listed(demo('inspector'))).toEqual([worked]);
		expect(listed(visitor)).toEqual([worked]);
	});

	test('can be opened by a link by whoever looks round the example', () => {
		expect(maySee(db, visitor, 'example-glenmavick-2023')).toBe(true);
		expect(maySee(db, demo('community'), 'example-glenmavick-2023')).toBe(false);
	});

	test('do not stand among the reviews of the command line, nor among those that are named where one is missing', () => {
		expect(maySee(db, operator, 'example-glenmavick-2023')).toBe(true);
		expect(listReviews(db).map(({ id }) => id)).toEqual([worked]);
	});

	test('are given to nobody of the example to work on', () => {
		const inspector = demo('inspector');
		expect(inspector.kind === 'person' && inspector.duties.map(({ review }) => review)).toEqual([
			worked,
			worked
		]);
	});
});
