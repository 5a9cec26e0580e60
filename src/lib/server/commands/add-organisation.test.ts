import { beforeEach, describe, expect, test } from 'vitest';
import {
	as,
	at,
	byOperator,
	openOrganisations,
	verbsOf,
	type Organisations
} from '../../../../tests/support/organisations.ts';
import { loadDocuments } from './load-documents.ts';
import { openDatabase } from '../db/open.ts';
import { organisations } from '../db/schema/organisations.ts';
import { addOrganisation } from './add-organisation.ts';
import { renameOrganisation } from './rename-organisation.ts';

let world: Organisations;
beforeEach(() => {
	world = openOrganisations();
});

const all = () => world.db.select().from(organisations).all();

describe('adding an organisation', () => {
	test('makes the first one look after the installation, and no other', () => {
		const db = openDatabase(':memory:');
		loadDocuments(db, at);
		addOrganisation(db, byOperator, { kind: 'national-body', name: 'First' });
		addOrganisation(db, byOperator, { kind: 'national-body', name: 'Second' });
		expect(db.select().from(organisations).all()).toMatchObject([
			{ id: 'first', host: true },
			{ id: 'second', host: false }
		]);
	});

	test('makes a readable id from any name, and never the same twice', () => {
		const { db } = world;
		const add = (name: string) => addOrganisation(db, byOperator, { kind: 'national-body', name });
		expect([add(' Taigh-Bèige & Co. '), add('Taigh bèige, Co'), add('日本')]).toEqual([
			'taigh-beige-co',
			'taigh-beige-co-2',
			'organisation'
		]);
	});

	test('refuses a partnership that another one is, an unknown one, and a name that is taken or empty', () => {
		const { db } = world;
		const add = (name: string, partnership: string | null) => () =>
			addOrganisation(db, byOperator, { kind: 'partnership', name, partnership });
		expect(add('The isle again', 'S37000022')).toThrow(
			expect.objectContaining({ fields: { partnership: 'Isle partnership is this partnership already.' } })
		);
		expect(add('Nowhere', 'S37999999')).toThrow(expect.objectContaining({ code: 'form-invalid' }));
		expect(add('Nowhere', null)).toThrow(expect.objectContaining({ code: 'form-invalid' }));
		expect(add('isle  PARTNERSHIP', 'S37000001')).toThrow(expect.objectContaining({ code: 'form-invalid' }));
		expect(add('  ', 'S37000001')).toThrow(expect.objectContaining({ code: 'form-invalid' }));
		expect(all()).toHaveLength(2);
	});

	test('is for administrators of the host alone', () => {
		const { db, iain, morag } = world;
		const add = (person: string) => () =>
			addOrganisation(db, as(db, person), { kind: 'national-body', name: 'New' });
		expect(add(iain)).toThrow(expect.objectContaining({ code: 'not-found' }));
		expect(add(morag)()).toBe('new');
	});
});

describe('renaming an organisation', () => {
	test('keeps its id, and tells the trail both names', () => {
		const { db, isle, iain } = world;
		const renamed = renameOrganisation(db, as(db, iain), {
			organisation: isle,
			name: 'The isle',
			version: 1
		});
		expect(renamed).toEqual({ version: 2 });
		expect(all()).toContainEqual(expect.objectContaining({ id: isle, name: 'The isle', version: 2 }));
		expect(verbsOf(db)).toContain('organisation-renamed');
	});

	test('from a stale version stores nothing, and says what stands there', () => {
		const { db, isle, iain, morag } = world;
		renameOrganisation(db, as(db, morag), { organisation: isle, name: 'First', version: 1 });
		const late = renameOrganisation(db, as(db, iain), { organisation: isle, name: 'Second', version: 1 });
		expect(late).toEqual({ conflict: { texts: { name: 'First' }, version: 2, by: morag, at } });
		expect(all()).toContainEqual(expect.objectContaining({ id: isle, name: 'First' }));
	});

	test('of another organisation is not there for its administrator', () => {
		const { db, inspectorate, iain } = world;
		const rename = () =>
			renameOrganisation(db, as(db, iain), { organisation: inspectorate, name: 'Mine', version: 1 });
		expect(rename).toThrow(expect.objectContaining({ code: 'not-found' }));
	});
});
