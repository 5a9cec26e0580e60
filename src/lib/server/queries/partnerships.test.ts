import { expect, test } from 'vitest';
import { cairn } from '../access/actor.ts';
import { addOrganisation } from '../commands/add-organisation.ts';
import { loadDocuments } from '../commands/load-documents.ts';
import { openDatabase } from '../db/open.ts';
import { findPlace, listPlaces } from './partnerships.ts';

const at = '2026-05-04T09:00:00.000Z';

function openLoaded() {
	const db = openDatabase(':memory:');
	loadDocuments(db, at);
	return db;
}

test('a code names its partnership in either world, with the family that it is compared in', () => {
	const db = openLoaded();
	expect(findPlace(db, 'S12000029')).toEqual({
		code: 'S37000028',
		name: 'South Lanarkshire',
		family: 3,
		example: false
	});
	expect(findPlace(db, 'X37000006')).toMatchObject({ name: 'Strathgarnock', family: 1, example: true });
	expect(findPlace(db, 'X37000099')).toBeNull();
});

test('where somebody chooses a partnership, no invented one is offered among the real ones', () => {
	const db = openLoaded();
	expect(listPlaces(db, 'real')).toHaveLength(31);
	expect(listPlaces(db, 'example')).toHaveLength(32);
	expect(listPlaces(db, 'real').some(({ example }) => example)).toBe(false);
	const asked = { kind: 'partnership', name: 'Our partnership', partnership: 'X37000006' } as const;
	expect(() => addOrganisation(db, { actor: cairn, at }, asked)).toThrow();
	expect(() =>
		addOrganisation(db, { actor: cairn, at }, { ...asked, partnership: 'S37000026' })
	).not.toThrow();
});
