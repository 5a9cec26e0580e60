import { expect, test } from 'vitest';
import { sharingWorld } from '../../../../tests/support/sharing-world.ts';
import { beginRelease } from '../commands/begin-release.ts';
import { makeRelease } from '../commands/make-release.ts';
import { publishRelease } from '../commands/publish-release.ts';
import { memberships } from '../db/schema/memberships.ts';
import { doRelease } from '../releases/do-release.ts';
import { findActor } from './actors.ts';
import { listOwnReleased } from './own-released.ts';
import { findDraft } from './release-drafts.ts';
import { listOwnShared } from './sharing-page.ts';

const world = sharingWorld();
world.share(['readiness'], { first: 0, count: 1, named: true });
world.share(['readiness', 'measures'], { first: 1 });
world.share(['measures'], { first: 0, count: 1 });
const { db, host, places } = world;
const draft = beginRelease(db, host, {
	...{ title: 'Spring', from: '2025-01-01', to: '2025-12-31', others: '5', note: '', example: false }
});
makeRelease(db, host, { draft, kept: doRelease(db, findDraft(db, draft)!) });
publishRelease(db, host, { draft, sure: true });
db.update(memberships).set({ role: 'community-member' }).run();

const member = (index: number) => {
	const { actor } = world.lead(index);
	if (actor.kind !== 'person') throw new TypeError('The lead is a person');
	return findActor(db, actor.id)!;
};

test('a member of the community sees what of their partnership stands in releases, and no choice', () => {
	expect(listOwnShared(db, member(0))).toEqual([]);
	expect(listOwnReleased(db, member(0))).toEqual([
		{
			partnership: places[0]!.name,
			releases: [
				{
					number: 1,
					title: 'Spring',
					kinds: [
						{ name: 'Readiness of core components', words: '2 components, by name' },
						{ name: 'Measures of shared questions', words: '2 questions, without the name' }
					]
				}
			]
		}
	]);
});

test('and nothing of any other partnership', () => {
	const seen = JSON.stringify(listOwnReleased(db, member(1)));
	expect(seen).toContain(places[1]!.name);
	expect(seen).not.toContain(places[0]!.name);
	expect(seen).not.toContain('by name');
});
