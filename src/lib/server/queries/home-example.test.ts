import { beforeAll, expect, test } from 'vitest';
import type { Actor, Role } from '../access/actor.ts';
import { loadDocuments } from '../commands/load-documents.ts';
import { loadSamples } from '../commands/load-samples.ts';
import { openDatabase, type Database } from '../db/open.ts';
import { exampleOrganisations } from '../example-world.ts';
import { loadHomeExample } from './home-example.ts';

let db: Database;
beforeAll(() => {
	db = openDatabase(':memory:');
	loadDocuments(db, '2026-03-02T09:30:00.000Z');
	loadSamples(db, '2026-03-02T09:30:00.000Z');
});

/** Somebody of the example world, as one press signs them in. */
const person = (organisation: string, role: Role): Actor => ({
	kind: 'person',
	id: 'somebody',
	name: 'Somebody',
	demo: true,
	memberships: [{ organisation, role, standing: 'confirmed', host: false }],
	duties: []
});
const steps = (actor: Actor) => loadHomeExample(db, actor)?.chain.map(({ step }) => step);

test('the number on the home page is followed back to a record by who sees records', () => {
	expect(steps({ kind: 'visitor', exploring: true })?.[0]).toBe('Record');
	expect(steps(person(exampleOrganisations.inspectorate.id, 'lead-inspector'))?.[0]).toBe('Record');
});

test('the partnership under review follows it as far as the tally, and names no record', () => {
	const partnership = person(exampleOrganisations.partnership.id, 'partnership-lead');
	expect(steps(partnership)?.[0]).toBe('Tally');
	expect(JSON.stringify(loadHomeExample(db, partnership))).not.toMatch(/SL-A-|\/records\//);
});

test('who does not see the example is shown no number of it', () => {
	expect(loadHomeExample(db, { kind: 'visitor', exploring: false })).toBeNull();
});
