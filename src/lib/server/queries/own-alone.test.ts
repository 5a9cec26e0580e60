import { beforeAll, describe, expect, test } from 'vitest';
import { standardRules } from '#lib/benchmark/rules.ts';
import { headOf } from '#lib/pages/compare-asked.ts';
import { figureRows } from '#lib/pages/compare-figures.ts';
import { givenValueOf, othersIn, ownValueOf, type CompareView } from '#lib/pages/compare-view.ts';
import { began, sharingWorld, type SharingWorld } from '../../../../tests/support/sharing-world.ts';
import { makeRelease } from '../commands/make-release.ts';
import { publishRelease } from '../commands/publish-release.ts';
import { beginRelease } from '../commands/begin-release.ts';
import { doRelease } from '../releases/do-release.ts';
import { loadView } from './compare-views.ts';
import { loadOwnStart } from './own-start.ts';
import { findDraft } from './release-drafts.ts';

/** All but the first share; the first has an issued review of the same year. */
let world: SharingWorld;
beforeAll(() => {
	world = sharingWorld();
	world.share(['readiness', 'measures'], { first: 1 });
	const { db, host } = world;
	const asked = { title: 'First', from: '2025-01-01', to: '2025-12-31', note: '', example: false };
	const draft = beginRelease(db, host, { ...asked, others: String(standardRules.others) });
	makeRelease(db, host, { draft, kept: doRelease(db, findDraft(db, draft)!) });
	publishRelease(db, host, { draft, sure: true });
});
const seenBy = (index: number) => loadView(world.db, world.lead(index).actor)!;
const shownCell = (view: CompareView) =>
	view.release.cells.find(({ cell, groups }) => cell.kind === 'measures' && groups.scotland)!;

test('the start page leads a partnership to the newest release, whether it shares or not', () => {
	const { actor } = world.lead(0);
	if (actor.kind !== 'person') throw new TypeError('The lead is a person');
	expect(loadOwnStart(world.db, actor, began).next).toContainEqual({
		words: `See ${world.places[0]!.name} beside others, in “First”`,
		href: '/compare'
	});
});

describe('a partnership that shares nothing', () => {
	test('sees its own exact values beside the groups, each with its records', () => {
		const view = seenBy(0);
		const released = shownCell(view);
		expect(ownValueOf(view, released)).toEqual({ positive: 10, base: 20 });
		expect(view.own!.hrefs.get(released.cell.id)).toContain(`/reviews/${world.review(0)}/`);
		expect(headOf(view).own).toMatchObject({
			hasValues: true,
			alone: ['readiness of core components', 'measures of shared questions']
		});
	});

	test('is not taken out of groups in which it does not count', () => {
		const view = seenBy(0);
		const released = shownCell(view);
		expect(givenValueOf(view, released)).toBeNull();
		expect(othersIn(view, released, 'scotland')).toEqual(released.groups.scotland);
		const rows = figureRows(view, [released]);
		expect(rows.filter(({ group }) => group === 'own')).toMatchObject([{ positive: 10, base: 20 }]);
		expect(rows.filter(({ part }) => part === 'others')).toEqual([]);
	});

	test('is shown to none of another partnership', () => {
		const view = seenBy(1);
		expect(view.own!.alone.size).toBe(0);
		const name = world.places[0]!.name;
		const rows = figureRows(view, view.release.cells);
		expect(rows.filter(({ group_name: whose }) => whose === name)).toEqual([]);
	});

	test('is shown to none of its own people who do not see its reviews', () => {
		const actor = world.lead(0).actor;
		if (actor.kind !== 'person') throw new TypeError('The lead is a person');
		const member = {
			...actor,
			memberships: actor.memberships.map((held) => ({ ...held, role: 'community-member' as const }))
		};
		const { own } = loadView(world.db, member)!;
		expect(own).toMatchObject({ name: world.places[0]!.name });
		expect(own!.alone.size).toBe(0);
	});
});
