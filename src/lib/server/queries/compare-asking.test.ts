import { beforeAll, expect, test } from 'vitest';
import { publishCompared, shareRiskTalks } from '../../../../tests/support/compared-world.ts';
import { addOrganisation, addPerson } from '../../../../tests/support/people.ts';
import { loadDocuments } from '../commands/load-documents.ts';
import { openDatabase, type Database } from '../db/open.ts';
import { findActor } from './actors.ts';
import { askingOf } from './compare-asking.ts';

let db: Database;
beforeAll(() => {
	db = openDatabase(':memory:');
	loadDocuments(db, '2026-03-02T09:30:00.000Z');
	const [ours, theirs] = publishCompared(db).sharing;
	for (const [id, { code, name }] of Object.entries({ ours: ours!, theirs: theirs! })) {
		addOrganisation(db, { id, kind: 'partnership', name, partnership: code });
		shareRiskTalks(db, id);
	}
});

test('what others shared on an element leaves out what one’s own partnership did', async () => {
	const shownTo = async (organisation: string) => {
		const id = await addPerson(db, {
			...{ name: 'Somebody', email: `somebody@${organisation}.example` },
			memberships: [{ organisation, role: 'community-member' }]
		});
		const nothing = { gaps: [], strengths: [] };
		return askingOf(db, findActor(db, id)!, nothing, { about: '8.3', elements: ['8.3'] }).practice;
	};
	expect((await shownTo('ours')).map(({ id }) => id)).toEqual(['risk-talks-theirs']);
	expect((await shownTo('theirs')).map(({ id }) => id)).toEqual(['risk-talks-ours']);
});
