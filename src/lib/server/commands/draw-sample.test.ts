import { and, eq, gt } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { readFrameText } from '#lib/evidence/frame-text.ts';
import { numberedFrame } from '#lib/evidence/frame.ts';
import type { DrawAsked } from '#lib/measures/sampling/draw.ts';
import { sampleMismatch } from '#lib/measures/sample-mismatch.ts';
import { answers, records, sources } from '../db/schema/evidence.ts';
import { frameEntries } from '../db/schema/drawing.ts';
import { givenRecords } from '../db/schema/memberships.ts';
import { readings } from '../db/schema/readings.ts';
import { FormProblem, NamesProblem } from '../problems.ts';
import { checkDraw, findDrawn, listDrawn } from '../queries/drawing.ts';
import { loadSamplePage } from '../queries/sample-page.ts';
import { findSource } from '../queries/sources.ts';
import { review, reviewWorld, start, type ReviewWorld } from '../../../../tests/support/review-world.ts';
import { drawSourceSample } from './draw-sample.ts';
import { setFrame } from './set-frame.ts';
import { useReplacement } from './use-replacement.ts';

let world: ReviewWorld;
let key: number;
const source = 'folders';
beforeEach(() => {
	world = reviewWorld();
	const files = findSource(world.db, review, 'files');
	const row = world.db.select().from(sources).where(eq(sources.id, files.key)).get()!;
	key = world.db
		.insert(sources)
		.values({ ...row, id: undefined, slug: source, position: 9, title: 'Folders', changedAt: start })
		.returning({ id: sources.id })
		.get().id;
	world.db.$client
		.prepare("insert into samples (source_id, design, how_drawn) values (?, 'purposive', 'Not yet.')")
		.run(key);
});

const localities = ['North', 'North', 'North', 'South'];
const town = (size = 40) =>
	readFrameText(
		[
			'reference,locality',
			...Array.from({ length: size }, (_, index) => `F-${index + 1},${localities[index % 4]}`)
		].join('\n')
	);
const give = (frame: Parameters<typeof setFrame>[2]['frame'] = town(), confirmed: string[] = []) =>
	setFrame(world.db, world.by('ailsa'), { review, source, frame, confirmed });
const stratified: DrawAsked = {
	design: 'stratified',
	seed: '7',
	size: 8,
	column: 'locality',
	numbers: null,
	replacements: 1
};
const draw = (asked: Partial<DrawAsked> = {}, seen: string | null = null, at?: string) =>
	drawSourceSample(world.db, world.by('ailsa', at), {
		review,
		source,
		draw: { ...stratified, ...asked },
		seen
	});
const kept = () => world.db.select().from(records).where(eq(records.sourceId, key)).all();
const replace = (reference: string, reason = 'The file is closed.', confirmed: string[] = []) =>
	useReplacement(world.db, world.by('ailsa'), { review, source, reference, reason, confirmed });
const answer = (record: number, reading = 1) => {
	world.db.insert(answers).values({ sourceId: key, question: 0, record, reading, value: 1 }).run();
	const row = { sourceId: key, record, reading, state: 'in-progress' as const };
	world.db
		.insert(readings)
		.values({ ...row, startedAt: start, changedBy: 'rona', changedAt: start })
		.run();
};

describe('a frame', () => {
	it('is kept whole, with an event that tells its size', () => {
		expect(give()).toBe(40);
		expect(findSource(world.db, review, source).sample.frameSize).toBe(40);
		expect(world.told()).toMatchObject([{ verb: 'frame-set', subject: source, facts: { frame: 40 } }]);
	});

	it('takes the place of an earlier one, of another size too', () => {
		give();
		give({ entries: numberedFrame(12), problems: [] });
		expect(findSource(world.db, review, source).sample.frameSize).toBe(12);
		expect(world.db.$client.prepare('select count(*) from frame_entries').pluck().get()).toBe(12);
	});

	it('with a duplicate or a CHI number is refused with the row, and nothing of it is kept', () => {
		const attempt = () => give(readFrameText('reference\nF-1\nF-1\n0101011237'));
		expect(attempt).toThrow(
			expect.objectContaining({
				code: 'frame-refused',
				details: [expect.stringMatching(/^Row 3.*twice/), expect.stringMatching(/^Row 4.*CHI number/)]
			})
		);
		expect(world.db.select().from(frameEntries).all()).toEqual([]);
		expect(world.told()).toEqual([]);
	});

	it('is taken once somebody has looked at the one reference that looks like an identifier, and at no other', () => {
		const frame = readFrameText(
			`reference\n${Array.from({ length: 20 }, (_, at) => `F-${at}`).join('\n')}\n0101011237`
		);
		expect(() => give(frame)).toThrow(NamesProblem);
		expect(() => give(frame, ['row 3'])).toThrow(NamesProblem);
		expect(give(frame, ['row 22'])).toBe(21);
	});

	it('full of what looks like CHI numbers cannot be confirmed', () => {
		const frame = readFrameText('reference\nF-1\n0101011237');
		expect(() => give(frame, ['row 9'])).toThrow(expect.objectContaining({ code: 'frame-refused' }));
	});

	it('can be given by whoever leads the review, and by nobody else', () => {
		for (const name of ['magnus', 'rona', 'callum', 'effie', 'struan'] as const)
			expect(() => setFrame(world.db, world.by(name), { review, source, frame: town() })).toThrow(
				expect.objectContaining({ code: 'not-found' })
			);
	});
});

describe('a draw', () => {
	it('makes records of what was drawn, in the order of drawing, and tells the sample of the source', () => {
		give();
		draw();
		const { sample, recordCount } = findSource(world.db, review, source);
		expect(recordCount).toBe(8);
		expect(sample).toEqual({
			design: 'stratified',
			frameSize: 40,
			asked: null,
			strata: { column: 'locality', sizes: { North: 30, South: 10 } },
			howDrawn:
				'8 of 40 files, drawn at random within each “locality” in proportion to its size (North 6 of 30 and South 2 of 10), by cairn-draw-1 with the seed “7”.'
		});
		expect(sampleMismatch(sample, recordCount)).toBeUndefined();
		expect(findDrawn(world.db, key)).toMatchObject({
			way: 'cairn-draw-1',
			seed: '7',
			size: 8,
			column: 'locality',
			allocation: 'proportional',
			strata: { North: 6, South: 2 },
			replacements: 1
		});
		const drawn = listDrawn(world.db, key);
		expect(drawn.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(kept().map(({ reference, number }) => [reference, number])).toEqual(
			drawn.slice(0, 8).map(({ reference, record }) => [reference, record])
		);
		expect(drawn.slice(8).map(({ standing, strata }) => [standing, strata.locality])).toEqual([
			['replacement', 'North'],
			['replacement', 'South']
		]);
		expect(world.told().at(-1)).toMatchObject({
			verb: 'sample-drawn',
			facts: { drawn: 8, frame: 40, replacements: 2, design: 'stratified', again: false }
		});
	});

	it('comes out again when it is checked, and does not once the frame is another', () => {
		give();
		expect(checkDraw(world.db, key)).toBeNull();
		draw();
		expect(checkDraw(world.db, key)).toBe(true);
		replace(kept()[0]!.reference);
		expect(checkDraw(world.db, key)).toBe(true);
		world.db
			.update(frameEntries)
			.set({ reference: 'F-999' })
			.where(and(eq(frameEntries.sourceId, key), eq(frameEntries.reference, kept()[1]!.reference)))
			.run();
		expect(checkDraw(world.db, key)).toBe(false);
	});

	it('cannot be checked once its frame was erased, and is not what it was once the frame shrank', () => {
		give();
		draw();
		const own = eq(frameEntries.sourceId, key);
		world.db
			.delete(frameEntries)
			.where(and(own, gt(frameEntries.position, 4)))
			.run();
		expect(checkDraw(world.db, key)).toBe(false);
		world.db.delete(frameEntries).where(own).run();
		expect(checkDraw(world.db, key)).toBeNull();
	});

	it('that is asked for twice at the same time is made once; another one is told of the first', () => {
		give();
		draw();
		const first = findDrawn(world.db, key);
		draw({}, null, '2026-03-02T10:00:05.000Z');
		expect(findDrawn(world.db, key)).toEqual(first);
		expect(world.told().filter(({ verb }) => verb === 'sample-drawn')).toHaveLength(1);
		expect(() => draw({ seed: '8' })).toThrow(expect.objectContaining({ code: 'changed-meanwhile' }));
	});

	it('is made again while nothing is answered, and takes back who the first was given to', () => {
		give();
		draw();
		const before = kept().map(({ reference }) => reference);
		world.db
			.insert(givenRecords)
			.values({ sourceId: key, record: 1, personId: 'rona', changedBy: 'ailsa', changedAt: start })
			.run();
		draw({ seed: '8' }, findDrawn(world.db, key)!.at);
		expect(kept()).toHaveLength(8);
		expect(kept().map(({ reference }) => reference)).not.toEqual(before);
		expect(world.db.select().from(givenRecords).where(eq(givenRecords.sourceId, key)).all()).toEqual([]);
		expect(checkDraw(world.db, key)).toBe(true);
	});

	it('is not made again once there is an answer, nor is the frame changed; nothing is lost', () => {
		give();
		draw();
		answer(1);
		const before = kept();
		expect(() => draw({ seed: '8' }, findDrawn(world.db, key)!.at)).toThrow(/answers to this source already/);
		expect(() => give()).toThrow(/answers to this source already/);
		expect(kept()).toEqual(before);
		expect(world.db.select().from(answers).where(eq(answers.sourceId, key)).all()).toHaveLength(1);
	});

	it('is not made again once a replacement was used, so that its use stays to be seen', () => {
		give();
		draw();
		replace(kept()[0]!.reference);
		expect(() => draw({ seed: '8' }, findDrawn(world.db, key)!.at)).toThrow(/A replacement was used already/);
		expect(listDrawn(world.db, key).filter(({ standing }) => standing === 'used')).toHaveLength(1);
	});

	it('of a thousand from fifty thousand takes no more than a few seconds', () => {
		give({ entries: numberedFrame(50_000), problems: [] });
		const before = performance.now();
		draw({ design: 'random', column: null, size: 1000, replacements: 50 });
		expect(performance.now() - before).toBeLessThan(5000);
		expect(kept()).toHaveLength(1000);
	});

	it('is not made for a source that was withdrawn, nor is a replacement used', () => {
		give();
		draw();
		world.db.update(sources).set({ withdrawnAt: start }).where(eq(sources.id, key)).run();
		for (const attempt of [
			() => draw({ seed: '8' }, findDrawn(world.db, key)!.at),
			() => give(),
			() => replace(kept()[0]!.reference)
		])
			expect(attempt).toThrow(expect.objectContaining({ code: 'not-found' }));
	});

	it('is not made beside records that came in another way', () => {
		const asked = { review, source: 'files', frame: town() };
		expect(() => setFrame(world.db, world.by('ailsa'), asked)).toThrow(/already|not drawn here/);
	});

	it('of all of them is a census, and needs no seed', () => {
		give();
		draw({ design: 'census', seed: '' });
		const { sample, recordCount } = findSource(world.db, review, source);
		expect(recordCount).toBe(40);
		expect(sample).toMatchObject({
			design: 'census',
			strata: null,
			howDrawn: 'All 40 files of the sampling frame: a census.'
		});
		expect(checkDraw(world.db, key)).toBe(true);
	});

	it('in set numbers keeps them', () => {
		give();
		draw({ numbers: { South: 5, North: 1 } });
		expect(findDrawn(world.db, key)).toMatchObject({
			allocation: 'set',
			size: 6,
			strata: { North: 1, South: 5 }
		});
		expect(checkDraw(world.db, key)).toBe(true);
	});

	it.each<[string, Partial<DrawAsked>, string]>([
		['more than there are', { size: 41 }, 'drawSize'],
		['no seed', { seed: ' ' }, 'seed'],
		['a column that is not there', { column: 'team' }, 'column'],
		['a stratum that is not there', { numbers: { West: 1 } }, 'numbers'],
		['a seed that names somebody', { seed: 'a.reid@example.org' }, 'seed']
	])('with %s is refused at its field, and nothing is drawn', (_, asked, field) => {
		give();
		const attempt = () => draw(asked);
		expect(attempt).toThrow(FormProblem);
		expect(attempt).toThrow(expect.objectContaining({ fields: { [field]: expect.any(String) } }));
		expect(kept()).toEqual([]);
	});

	it('without a frame, or by anybody who does not lead, is refused', () => {
		expect(() => draw()).toThrow(/Give the frame first/);
		expect(() =>
			drawSourceSample(world.db, world.by('magnus'), { review, source, draw: stratified, seen: null })
		).toThrow(expect.objectContaining({ code: 'not-found' }));
	});

	it('by strata for a survey says nothing of the strata of those who answer', () => {
		world.db.update(sources).set({ kind: 'staff-survey' }).where(eq(sources.id, key)).run();
		give();
		draw();
		expect(findSource(world.db, review, source).sample.strata).toBeNull();
		expect(
			loadSamplePage(world.db, review, source, { size: '', of: '', share: '', margin: '', check: false })
				.drawn!.strata
		).toMatchObject([
			{ stratum: 'North', frame: 30 },
			{ stratum: 'South', frame: 10 }
		]);
	});

	it('for a survey says who is asked, makes no records and leaves its design', () => {
		world.db.update(sources).set({ kind: 'staff-survey' }).where(eq(sources.id, key)).run();
		give();
		draw();
		expect(kept()).toEqual([]);
		expect(findSource(world.db, review, source).sample).toMatchObject({
			design: 'purposive',
			asked: 8,
			frameSize: 40
		});
	});
});

describe('a replacement', () => {
	it('takes the number of what it stands for, from the same stratum, and its reading begins again', () => {
		give();
		draw();
		const given = kept().find(({ strata }) => strata.locality === 'South')!;
		answer(given.number);
		answer(given.number, 2);
		const used = replace(given.reference);
		expect(used).toEqual({ reference: expect.any(String), record: given.number, answers: 2 });
		const now = kept().find(({ number }) => number === given.number)!;
		expect(now).toMatchObject({ reference: used.reference, strata: { locality: 'South' } });
		expect(kept()).toHaveLength(8);
		expect(world.db.select().from(answers).where(eq(answers.sourceId, key)).all()).toEqual([]);
		expect(world.db.select().from(readings).where(eq(readings.sourceId, key)).all()).toEqual([]);
		expect(
			listDrawn(world.db, key).filter(({ standing }) => standing === 'used' || standing === 'replaced')
		).toMatchObject([
			{ reference: given.reference, standing: 'replaced' },
			{
				reference: used.reference,
				standing: 'used',
				standsFor: given.reference,
				reason: 'The file is closed.',
				changedBy: 'ailsa'
			}
		]);
		expect(world.told().at(-1)).toMatchObject({
			verb: 'replacement-used',
			facts: { record: given.number, answers: 2 },
			reason: 'The file is closed.'
		});
	});

	it('can itself be replaced, as long as one is left; then the page says that none is', () => {
		give();
		draw({ replacements: 2 });
		const south = () => kept().find(({ strata }) => strata.locality === 'South')!.reference;
		const first = south();
		replace(first);
		replace(south());
		expect(listDrawn(world.db, key).filter(({ standing }) => standing === 'replaced')).toHaveLength(2);
		expect(() => replace(south())).toThrow(
			expect.objectContaining({ fields: { reference: 'There is no replacement left for South.' } })
		);
		expect(() => replace(first)).toThrow(
			expect.objectContaining({ fields: { reference: 'Choose a reference that is in the sample now.' } })
		);
	});

	it('needs a reason that names nobody, and somebody who leads', () => {
		give();
		draw();
		const { reference } = kept()[0]!;
		expect(() => replace(reference, ' ')).toThrow(
			expect.objectContaining({ fields: { reason: 'Write why it is replaced.' } })
		);
		expect(() => replace(reference, 'Ring 01856 555 123.')).toThrow(NamesProblem);
		expect(replace(reference, 'Ring 01856 555 123.', ['01856 555 123']).record).toBe(1);
		expect(() =>
			useReplacement(world.db, world.by('rona'), { review, source, reference, reason: 'Closed.' })
		).toThrow(expect.objectContaining({ code: 'not-found' }));
	});
});
