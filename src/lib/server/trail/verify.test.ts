import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestTexts, firstPrevious, hashEvent, type ChainedEvent } from './event.ts';
import { verifyEvents, type KeptEvent } from './verify.ts';
import { verbs } from './verbs.ts';

type Unchained = Pick<
	ChainedEvent,
	'actor' | 'person' | 'verb' | 'organisation' | 'review' | 'subject' | 'facts'
> & {
	texts: KeptEvent['texts'];
};

/** Chains events as they are written, numbered from 1. */
function chained(notes: readonly Unchained[]): KeptEvent[] {
	let previous = firstPrevious;
	return notes.map(({ texts, facts, ...note }, index) => {
		const textDigest = texts && digestTexts(texts);
		const event = {
			...note,
			id: index + 1,
			at: `2031-01-01T00:00:0${index % 10}.000Z`,
			textDigest,
			previous
		};
		previous = hashEvent({ ...event, facts });
		return { ...event, facts: JSON.stringify(facts), hash: previous, texts };
	});
}

const word = fc.string({ maxLength: 12 });
const perhaps = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const note: fc.Arbitrary<Unchained> = fc.record({
	actor: fc.constantFrom('person', 'operator', 'cairn'),
	person: perhaps(word),
	verb: fc.constantFrom(...verbs.filter((verb) => verb !== 'review-erased')),
	organisation: perhaps(word),
	review: perhaps(word),
	subject: perhaps(word),
	facts: fc.dictionary(
		word.filter((name) => name !== '__proto__'),
		fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null)),
		{ maxKeys: 3 }
	),
	texts: perhaps(
		fc.record({
			salt: fc.constant('5a17'),
			before: perhaps(word),
			after: word,
			reason: perhaps(word)
		})
	)
});
const trail = fc.array(note, { minLength: 2, maxLength: 12 }).map(chained);
/** A trail with the place of one of its events. */
const trailAndPlace = trail.chain((events) => fc.tuple(fc.constant(events), fc.nat(events.length - 1)));

const faultsOf = (
	events: readonly KeptEvent[],
	given: number,
	against: Parameters<typeof verifyEvents>[2] = null
) => verifyEvents(events, given, against).faults;

const headOf = ({ id, hash }: KeptEvent) => ({ id, hash });

describe('the check of the trail', () => {
	test('finds no fault in a trail as it was written, and names its last event', () => {
		fc.assert(
			fc.property(trail, (events) => {
				const check = verifyEvents(events, events.length, headOf(events[0]!));
				expect(check).toEqual({
					events: events.length,
					head: headOf(events.at(-1)!),
					textsErased: 0,
					faults: []
				});
			})
		);
	});

	const alterations: { [Field in keyof KeptEvent]?: (value: never) => unknown } = {
		id: (value: number) => value + 1000,
		at: (value: string) => value.replace('2031', '2030'),
		actor: (value: string) => (value === 'cairn' ? 'operator' : 'cairn'),
		person: (value: string | null) => `${value}x`,
		verb: (value: string) => (value === 'signed-in' ? 'signed-out' : 'signed-in'),
		organisation: (value: string | null) => (value === null ? '' : null),
		review: (value: string | null) => `${value}x`,
		subject: (value: string | null) => `${value}x`,
		facts: (value: string) => JSON.stringify({ ...JSON.parse(value), another: 1 }),
		textDigest: (value: string | null) => (value === null ? 'f'.repeat(64) : null),
		previous: () => 'e'.repeat(64),
		hash: () => 'd'.repeat(64)
	};

	test.each(Object.entries(alterations))('finds an event whose %s was altered', (field, alter) => {
		fc.assert(
			fc.property(trailAndPlace, ([events, place]) => {
				const altered = {
					...events[place]!,
					[field]: alter(events[place]![field as keyof KeptEvent] as never)
				};
				expect(faultsOf(events.with(place, altered), events.length)).not.toEqual([]);
			})
		);
	});

	test('finds facts that are no JSON any more', () => {
		const [event] = chained([{ ...fc.sample(note, { numRuns: 1, seed: 3 })[0]!, texts: null }]);
		expect(faultsOf([{ ...event!, facts: '{' }], 1)).toEqual(['Event 1 is not as it was written.']);
	});

	test('finds texts that were altered, exchanged, or put where there were none', () => {
		fc.assert(
			fc.property(
				trailAndPlace,
				fc.constantFrom('salt', 'before', 'after', 'reason'),
				([events, place], part) => {
					const event = events[place]!;
					const texts = { ...(event.texts ?? { salt: '1', before: null, after: null, reason: null }) };
					texts[part as 'before'] = `${texts[part as 'before']}x`;
					expect(faultsOf(events.with(place, { ...event, texts }), events.length)).toContain(
						`The texts of event ${event.id} are not as they were written.`
					);
				}
			)
		);
	});

	test('finds an event that was removed, wherever it stood', () => {
		fc.assert(
			fc.property(trailAndPlace, ([events, place]) => {
				expect(faultsOf(events.toSpliced(place, 1), events.length)).toContain(
					`Event ${place + 1} is missing.`
				);
			})
		);
	});

	test('finds a removed event although those after it were numbered anew', () => {
		fc.assert(
			fc.property(trailAndPlace, ([events, place]) => {
				fc.pre(place < events.length - 1);
				const closed = events.toSpliced(place, 1).map((event, index) => ({ ...event, id: index + 1 }));
				expect(faultsOf(closed, closed.length)).not.toEqual([]);
			})
		);
	});

	test('finds an event that was inserted', () => {
		fc.assert(
			fc.property(trailAndPlace, note, ([events, place], extra) => {
				const [made] = chained([extra]);
				const inserted = { ...made!, id: place + 1, previous: events[place]!.previous };
				const moved = events.slice(place).map((event) => ({ ...event, id: event.id + 1 }));
				const forged = [...events.slice(0, place), inserted, ...moved];
				expect(faultsOf(forged, forged.length)).not.toEqual([]);
			})
		);
	});

	test('finds two events that changed places, with their numbers or without', () => {
		fc.assert(
			fc.property(trailAndPlace, ([events, place]) => {
				const other = (place + 1) % events.length;
				const [a, b] = [events[place]!, events[other]!];
				expect(faultsOf(events.with(place, b).with(other, a), events.length)).not.toEqual([]);
				const renumbered = events.with(place, { ...b, id: a.id }).with(other, { ...a, id: b.id });
				expect(faultsOf(renumbered, events.length)).not.toEqual([]);
			})
		);
	});

	test('finds that the end was cut off, by the highest number ever given', () => {
		fc.assert(
			fc.property(trailAndPlace, ([events, place]) => {
				const last = events.length;
				const said =
					place + 1 === last ? `Event ${last} is missing.` : `Events ${place + 1} to ${last} are missing.`;
				expect(faultsOf(events.slice(0, place), last)).toEqual([said]);
			})
		);
	});

	test('finds by an earlier head that the end was cut off and the number given set back', () => {
		fc.assert(
			fc.property(trailAndPlace, ([events, place]) => {
				const head = headOf(events.at(-1)!);
				const cut = events.slice(0, place);
				expect(faultsOf(cut, place)).toEqual([]);
				expect(faultsOf(cut, place, head)).toHaveLength(1);
				expect(faultsOf(cut, place, { ...head, id: null })).toHaveLength(1);
			})
		);
	});

	test('finds by an earlier head that the whole trail was written anew', () => {
		fc.assert(
			fc.property(trail, (events) => {
				const notes = events.map(({ facts, ...event }) => ({
					...event,
					facts: JSON.parse(facts) as ChainedEvent['facts']
				}));
				const anew = chained(notes.with(0, { ...notes[0]!, subject: `${notes[0]!.subject}x` }));
				expect(faultsOf(anew, anew.length)).toEqual([]);
				expect(faultsOf(anew, anew.length, headOf(events.at(-1)!))[0]).toContain('is not in it now');
			})
		);
	});

	const written = { actor: 'person', person: 'ann', organisation: null, subject: 'T3', facts: {} } as const;
	const texts = { salt: '5a17', before: null, after: 'Few files show it.', reason: null };
	const saved = (review: string) => ({ ...written, verb: 'narrative-saved', review, texts });
	const erased = (review: string) => ({ ...written, verb: 'review-erased', review, texts: null });
	const withoutTexts = (events: KeptEvent[], ...ids: number[]) =>
		events.map((event) => (ids.includes(event.id) ? { ...event, texts: null } : event));

	test('counts erased texts of which the trail tells, and finds no fault in that', () => {
		const events = withoutTexts(chained([saved('isle'), saved('isle'), erased('isle'), saved('glen')]), 1, 2);
		expect(verifyEvents(events, 4)).toMatchObject({ textsErased: 2, faults: [] });
	});

	test('finds texts that are gone without a word, before an erasure of another review or after one', () => {
		const events = chained([saved('isle'), erased('glen'), erased('isle'), saved('isle')]);
		expect(verifyEvents(withoutTexts(events, 4), 4).faults).toEqual([
			'The texts of event 4 are gone, and the trail tells of no erasure of its review after it.'
		]);
		const other = chained([saved('isle'), erased('glen')]);
		expect(verifyEvents(withoutTexts(other, 1), 2).faults).toHaveLength(1);
	});

	test('says no more than fifty faults', () => {
		const events = chained(Array.from({ length: 80 }, () => saved('isle')));
		expect(
			faultsOf(
				events.map((event) => ({ ...event, verb: 'signed-in' })),
				80
			)
		).toHaveLength(50);
	});
});
