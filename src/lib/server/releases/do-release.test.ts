import { beforeEach, describe, expect, test } from 'vitest';
import {
	judgedComponents,
	sharingWorld,
	stageOf,
	type SharingWorld
} from '../../../../tests/support/sharing-world.ts';
import { beginRelease } from '../commands/begin-release.ts';
import { eraseReview } from '../commands/erase-review.ts';
import { makeRelease } from '../commands/make-release.ts';
import { publishRelease } from '../commands/publish-release.ts';
import { withdrawConsent } from '../commands/withdraw-consent.ts';
import { cairn } from '../access/actor.ts';
import { findReleaseOf } from '../queries/releases.ts';
import { doRelease } from './do-release.ts';
import type { AskedRelease } from './release-input.ts';

let world: SharingWorld;
beforeEach(() => {
	world = sharingWorld();
});

const asked: AskedRelease = {
	example: false,
	title: 'Spring 2026',
	from: '2025-01-01',
	to: '2025-12-31',
	others: 5,
	note: ''
};
const made = (change: Partial<AskedRelease> = {}) => doRelease(world.db, { ...asked, ...change });
const cellOf = (id: string) => made().release.cells.find(({ cell }) => cell.id === id);

/** Made, looked at and published; returns its number. */
function publish(): number {
	const { db, host } = world;
	const draft = beginRelease(db, host, { ...asked, others: '5' });
	makeRelease(db, host, { draft, kept: made() });
	return publishRelease(db, host, { draft, sure: true });
}

describe('what a release takes in', () => {
	test('is what is consented to, kind by kind, and of nobody else', () => {
		world.share(['readiness'], { count: 20 });
		const { release, grounds } = made();
		expect([...new Set(release.cells.map(({ cell }) => cell.kind))]).toEqual(['readiness']);
		expect(release.groups.at(-1)).toMatchObject({ id: 'scotland', partnerships: 20 });
		expect(grounds.cells[0]!.contributions.map(({ partnership }) => partnership).sort()).toEqual(
			world.places
				.slice(0, 20)
				.map(({ code }) => code)
				.sort()
		);
	});

	test('counts partnerships at each stage of a component', () => {
		world.share(['readiness']);
		const [first] = judgedComponents(world.db, 1);
		const counts = [0, 1, 2, 3, 4].map(
			(stage) => world.places.filter((_, index) => stageOf(index, 0) === stage).length
		);
		expect(cellOf(`component:${first}`)?.groups.scotland).toEqual({
			partnerships: world.places.length,
			counts
		});
	});

	test('adds the answers to a shipped question up, by lot where all were drawn so', () => {
		world.share(['measures']);
		const shown = cellOf('question:case-file-assessed/C1');
		expect(shown?.cell).toMatchObject({ sampled: true, instrument: 'case-file-assessed' });
		expect(shown?.groups.scotland).toMatchObject({ base: 20 * world.places.length });
		world.db.$client.prepare("update samples set design = 'self-selected' where source_id = 3").run();
		expect(cellOf('question:case-file-assessed/C1')?.cell.sampled).toBe(false);
	});

	test('takes several sources with the same questions together', () => {
		world.share(['measures'], { count: 1 });
		const { db } = world;
		const client = db.$client;
		client
			.prepare(
				`insert into sources (review_id, slug, position, kind, title, instrument, owner, heard_from, changed_by, changed_at)
				 select review_id, 'more', 2, kind, title, instrument, owner, heard_from, changed_by, changed_at from sources where id = 1`
			)
			.run();
		const more = client.prepare("select id from sources where slug = 'more'").pluck().get();
		client
			.prepare(
				'insert into samples select ?, design, 400, asked, strata, how_drawn, drawn, second from samples where source_id = 1'
			)
			.run(more);
		client
			.prepare("insert into records (source_id, number, reference, strata) values (?, 1, 'M', '{}')")
			.run(more);
		client.prepare('insert into answers values (?, 0, 1, 1, 0)').run(more);
		const { grounds } = made();
		expect(grounds.cells[0]!.contributions[0]!.value).toEqual({ positive: 11, base: 21 });
	});

	test('says nothing of a question that fewer than five answered, nor of one of an own instrument', () => {
		world = sharingWorld({ files: 4 });
		world.share(['measures']);
		expect(made().release.cells).toEqual([]);
		world = sharingWorld();
		world.share(['measures']);
		world.db.$client.prepare("update sources set instrument = 'case-file-assessed@2'").run();
		expect(made().release.cells).toEqual([]);
	});

	test('leaves out a stage that was carried over and not looked at, and an evaluation that was set aside', () => {
		world.share(['readiness', 'evaluations']);
		world.db.$client.prepare('update readiness set to_confirm = 1').run();
		world.db.$client.prepare("update judgements set set_aside_at = '2026-03-02'").run();
		expect(made().release.cells).toEqual([]);
	});

	test('counts the recommendations on each theme, also where there are none', () => {
		world.share(['recommendations']);
		const { grounds } = made();
		expect(grounds.cells.map(({ id }) => id)).toContain('recommendations:T1');
		const onT2 = grounds.cells.find(({ id }) => id === 'recommendations:T2')!;
		const third = onT2.contributions.find(({ partnership }) => partnership === world.places[2]!.code);
		expect(third?.value).toEqual({ count: 2 });
	});

	test('leaves out reviews whose period ends outside its own, and reviews that were withdrawn', () => {
		world.share(['readiness']);
		expect(made({ to: '2025-12-30' }).release.cells).toEqual([]);
		expect(made({ from: '2026-01-01', to: '2026-12-31' }).release.cells).toEqual([]);
		world.db.$client.prepare('update reviews set withdrawn_at = issued_at').run();
		expect(made().release.cells).toEqual([]);
	});

	test('is of one world only', () => {
		world.share(['readiness']);
		expect(made({ example: true }).release.cells).toEqual([]);
	});

	test('says how far it is', () => {
		world.share(['readiness'], { count: 2 });
		const steps: string[] = [];
		doRelease(world.db, asked, ({ done, steps: all, at }) => steps.push(`${at} ${done}/${all}`));
		expect(steps).toEqual([
			'Gathering what is shared 1/2',
			'Gathering what is shared 2/2',
			'Working out which groups may be shown 1/2',
			'Working out which groups may be shown 2/2'
		]);
	});
});

describe('a release after another', () => {
	test('is without what was withdrawn, while the earlier one stays', () => {
		world.share(['readiness']);
		const first = publish();
		const before = findReleaseOf(world.db, 'real', first)!;
		for (let index = 0; index < 8; index += 1)
			withdrawConsent(world.db, world.lead(index), { review: world.review(index), kind: 'readiness' });
		const second = publish();
		const after = findReleaseOf(world.db, 'real', second)!;
		expect([first, second]).toEqual([1, 2]);
		expect(after.release.groups.at(-1)?.partnerships).toBe(world.places.length - 8);
		expect(findReleaseOf(world.db, 'real', first)).toEqual(before);
	});

	test('takes the measures of erased records as they were released, while they are consented to', () => {
		world.share(['measures']);
		publish();
		const before = made().grounds;
		const review = world.review(3);
		eraseReview(world.db, { actor: cairn, at: '2026-06-01T00:00:00.000Z' }, { review });
		expect(made().grounds).toEqual(before);
		withdrawConsent(world.db, world.lead(3), { review, kind: 'measures' });
		expect(JSON.stringify(made().grounds)).not.toContain(review);
	});

	test('has no measures of records that were erased before they were ever released', () => {
		world.share(['measures']);
		const review = world.review(3);
		eraseReview(world.db, { actor: cairn, at: '2026-06-01T00:00:00.000Z' }, { review });
		expect(JSON.stringify(made().grounds)).not.toContain(review);
	});
});
