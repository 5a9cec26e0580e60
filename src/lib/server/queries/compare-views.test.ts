import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { headOf } from '#lib/pages/compare-asked.ts';
import { comparedAddress } from '#lib/pages/compare-addresses.ts';
import { publishCompared } from '../../../../tests/support/compared-world.ts';
import type { Member } from '../../../../tests/support/compared-release.ts';
import { addOrganisation, addPerson } from '../../../../tests/support/people.ts';
import type { Person } from '../access/actor.ts';
import { loadDocuments } from '../commands/load-documents.ts';
import { openDatabase, type Database } from '../db/open.ts';
import { releases } from '../db/schema/comparing.ts';
import { findActor } from './actors.ts';
import { loadView, viewsUpTo } from './compare-views.ts';
import { findReleaseOf } from './releases.ts';

let db: Database;
let first: Member;
let second: Member;
let silent: Member;
let person: Person;

beforeAll(async () => {
	db = openDatabase(':memory:');
	loadDocuments(db, '2026-03-02T09:30:00.000Z');
	const published = publishCompared(db);
	[first, second] = [published.sharing[0]!, published.sharing[7]!];
	silent = published.silent;
	for (const { code, name } of [first, second, silent])
		addOrganisation(db, { id: code, kind: 'partnership', name, partnership: code });
	const id = await addPerson(db, {
		...{ name: 'Ishbel Ross', email: 'ishbel@example.org' },
		memberships: [
			{ organisation: first.code, role: 'community-member' },
			{ organisation: second.code, role: 'viewer' }
		]
	});
	person = findActor(db, id) as Person;
});

const lookAs = (partnership: string | null, release: number | null = null) =>
	loadView(db, person, { release, partnership })!;

describe('somebody of several partnerships', () => {
	test('looks as the one that they choose, and stays with it on every page', () => {
		const view = lookAs(second.code, 1);
		expect(view.own).toMatchObject({ code: second.code, name: second.name });
		expect(view.own!.values.size).toBeGreaterThan(0);
		expect(view.own!.among.map(({ code }) => code).toSorted()).toEqual([first.code, second.code].toSorted());
		expect(comparedAddress(view, 'standards', '8')).toBe(
			`/compare/standards/8?release=1&partnership=${second.code}`
		);
		expect(viewsUpTo(db, person, lookAs(second.code)).map(({ own }) => own!.code)).toEqual([
			second.code,
			second.code
		]);
	});

	test('looks as the first by name without a choice, and addresses name none', () => {
		const view = lookAs(null);
		expect(view.own!.name).toBe([first.name, second.name].toSorted()[0]);
		expect(comparedAddress(view, 'standards', '8')).toBe('/compare/standards/8');
	});

	test('cannot look as one that they are not of', () => {
		expect(() => lookAs(silent.code)).toThrow(`There is no partnership of yours “${silent.code}”.`);
	});
});

test('a release that shows clearly less than an older one of the same period leads to that', () => {
	const { release, from, to } = findReleaseOf(db, 'real', 2)!;
	expect(headOf(lookAs(null)).release).toMatchObject({ number: 2, fuller: null });
	const cells = release.cells.filter(({ cell }) => cell.kind !== 'measures');
	const document = JSON.stringify({ ...release, cells });
	db.insert(releases)
		.values({
			...{ number: 3, example: false, title: 'Anew', from, to, document, grounds: '{"cells":[]}' },
			digest: createHash('sha256').update(document).digest('hex'),
			...{ publishedBy: 'operator', publishedAt: '2026-06-01T09:00:00.000Z' }
		})
		.run();
	expect(headOf(lookAs(null)).release).toMatchObject({ number: 3, fuller: 2 });
	expect(lookAs(null, 2).fuller).toBeNull();
});
