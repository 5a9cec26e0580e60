/** `may` and the oracle, asked the same about ten thousand worlds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	duties,
	roles,
	standings,
	type Actor,
	type HeldDuty,
	type Membership
} from '#lib/server/access/actor.ts';
import { may, rules, type Action, type Capacity } from '#lib/server/access/may.ts';
import {
	installation,
	type ConversationResource,
	type EntryResource,
	type Resource,
	type ReviewResource,
	type TopicResource
} from '#lib/server/access/resource.ts';
import { askOracle, sentences } from '../support/access-oracle.ts';
import { readRules, type Fact } from '../support/chained-facts.ts';
import { times } from '../support/long.ts';

/** Small enough to be read, close enough that roles and reviews meet. */
type World = {
	host: 'isle' | 'body';
	memberships: (Omit<Membership, 'host' | 'organisation'> & { organisation: 'isle' | 'body' })[];
	duties: HeldDuty[];
	demo: boolean;
	exploring: boolean;
	review: Omit<ReviewResource, 'kind' | 'id'>;
	given: boolean;
	taken: boolean;
	openRoom: boolean;
	/** An entry of one of the organisations, a topic that Ann or Bob opened, a conversation of both organisations. */
	entry: Omit<EntryResource, 'kind' | 'id'>;
	topic: Omit<TopicResource, 'kind' | 'id'>;
	talk: Pick<ConversationResource, 'example' | 'between'>;
};

const organisation = fc.constantFrom('isle' as const, 'body' as const);
/** Mostly confirmed, since nothing else gives anything. */
const standing = fc.constantFrom(...standings, 'confirmed' as const, 'confirmed' as const);
const worlds: fc.Arbitrary<World> = fc.record({
	host: organisation,
	memberships: fc.array(fc.record({ organisation, role: fc.constantFrom(...roles), standing }), {
		maxLength: 3
	}),
	duties: fc.array(
		fc.record({ review: fc.constantFrom('r1', 'r1', 'r2'), duty: fc.constantFrom(...duties), standing }),
		{ maxLength: 2 }
	),
	demo: fc.boolean(),
	exploring: fc.boolean(),
	review: fc.record({
		reviewKind: fc.constantFrom('thematic-review' as const, 'self-evaluation' as const),
		organisation: fc.constantFrom('isle', 'body', null),
		underReview: fc.constantFrom('isle', 'body', null),
		example: fc.boolean(),
		draftShared: fc.boolean(),
		issued: fc.boolean(),
		withdrawn: fc.boolean()
	}),
	given: fc.boolean(),
	taken: fc.boolean(),
	openRoom: fc.boolean(),
	entry: fc.record({
		organisation: fc.constantFrom('isle', 'body', null),
		example: fc.boolean(),
		state: fc.constantFrom('draft' as const, 'sent' as const, 'returned' as const, 'published' as const),
		withdrawn: fc.boolean()
	}),
	topic: fc.record({
		example: fc.boolean(),
		openedBy: fc.constantFrom('ann', 'bob'),
		withdrawn: fc.boolean()
	}),
	talk: fc.record({
		example: fc.boolean(),
		between: fc.constantFrom(['isle', 'body'], ['body', 'north'], ['north', 'south'])
	})
});

const actorsOf = ({ host, memberships, duties, demo, exploring }: World): Record<string, Actor> => ({
	ann: {
		kind: 'person',
		id: 'ann',
		name: 'Ann',
		demo,
		memberships: memberships.map((membership) => ({ ...membership, host: membership.organisation === host })),
		duties
	},
	somebody: { kind: 'visitor', exploring },
	operator: { kind: 'operator' },
	cairn: { kind: 'cairn' }
});

function resourcesOf({
	review,
	given,
	taken,
	openRoom,
	entry,
	topic,
	talk
}: World): Record<string, Resource> {
	const r1: ReviewResource = { kind: 'review', id: 'r1', ...review };
	return {
		r1,
		x1: { kind: 'record', review: r1, givenTo: given ? ['bob', 'ann'] : ['bob'] },
		c1: { kind: 'collection', review: r1, open: taken },
		w1: { kind: 'workshop', review: r1, open: openRoom },
		e1: { kind: 'entry', id: 'e1', ...entry },
		t1: { kind: 'topic', id: 't1', ...topic },
		k1: { kind: 'conversation', id: 'k1', ...talk },
		isle: { kind: 'organisation', id: 'isle' },
		body: { kind: 'organisation', id: 'body' },
		ann: { kind: 'person', id: 'ann' },
		bob: { kind: 'person', id: 'bob' },
		installation
	};
}

function factsOf({
	host,
	memberships,
	duties,
	demo,
	exploring,
	review,
	given,
	taken,
	openRoom,
	entry,
	topic,
	talk
}: World): Fact[] {
	const facts: Fact[] = [
		['person', 'ann'],
		['machine', 'operator'],
		['machine', 'cairn'],
		['installation', 'installation'],
		['organisation', 'isle'],
		['organisation', 'body'],
		['host', host],
		['review', 'r1'],
		['part-of', 'x1', 'r1'],
		['somebody', 'ann'],
		['somebody', 'somebody'],
		['survey-of', 'c1', 'r1'],
		['room-of', 'w1', 'r1'],
		['given', 'x1', 'bob'],
		[review.issued ? 'issued' : 'draft', 'r1'],
		[review.withdrawn ? 'withdrawn' : 'standing', 'r1'],
		...memberships.map(({ organisation, role, standing }): Fact => [
			'role',
			'ann',
			organisation,
			role,
			standing
		]),
		...duties.map(({ review, duty, standing }): Fact => ['duty', 'ann', review, duty, standing])
	];
	facts.push(
		['entry', 'e1'],
		entry.organisation ? ['of-organisation', 'e1', entry.organisation] : ['shipped', 'e1'],
		[entry.withdrawn ? 'gone' : 'lasting', 'e1'],
		['topic', 't1'],
		['opened-by', 't1', topic.openedBy],
		[topic.withdrawn ? 'gone' : 'lasting', 't1'],
		['talk', 'k1'],
		...talk.between.map((organisation): Fact => ['between', 'k1', organisation]),
		...Object.entries({ e1: entry, t1: topic, k1: talk }).map(([id, { example }]): Fact => [
			example ? 'in-example' : 'in-earnest',
			id
		])
	);
	if (entry.state === 'published') facts.push(['published', 'e1']);
	if (entry.state !== 'draft') facts.push(['sent', 'e1']);
	if (demo) facts.push(['invented', 'ann']);
	if (!demo) facts.push(['real', 'ann']);
	if (exploring) facts.push(['exploring', 'somebody']);
	if (review.organisation) facts.push(['run-by', 'r1', review.organisation]);
	if (review.underReview) facts.push(['under-review', 'r1', review.underReview]);
	if (review.example) facts.push(['example', 'r1']);
	if (review.draftShared) facts.push(['shared', 'r1']);
	if (openRoom) facts.push(['open-room', 'w1']);
	if (taken) facts.push(['taken', 'c1']);
	if (given) facts.push(['given', 'x1', 'ann']);
	return facts;
}

const actions = Object.keys(rules) as Action[];
const runs = (numRuns: number) => ({ numRuns });

/** What the two say differently of a world, in words. */
function differences(world: World, oracleRules = sentences): string[] {
	const oracle = askOracle(factsOf(world), oracleRules);
	const found: string[] = [];
	for (const [who, actor] of Object.entries(actorsOf(world)))
		for (const [what, resource] of Object.entries(resourcesOf(world)))
			for (const action of actions) {
				const { yes } = may(actor, action, resource);
				if (yes !== oracle(who, action, what))
					found.push(`${who} · ${action} · ${what}: may says ${yes ? 'yes' : 'no'}, the oracle otherwise`);
			}
	return found;
}

describe('the table of who may do what', () => {
	test('says the same as an independent oracle on ten thousand random worlds, for every action', () => {
		const answers = { yes: new Set<string>(), no: new Set<string>() };
		const { failed, counterexample } = fc.check(
			fc.property(worlds, (world) => {
				for (const [who, actor] of Object.entries(actorsOf(world)))
					if (who === 'ann')
						for (const resource of Object.values(resourcesOf(world)))
							for (const action of actions)
								answers[may(actor, action, resource).yes ? 'yes' : 'no'].add(action);
				return differences(world).length === 0;
			}),
			runs(times(10_000, 100_000))
		);
		const world = counterexample?.[0];
		expect(
			world && { world, differences: differences(world) },
			JSON.stringify(world, null, 1)
		).toBeUndefined();
		expect(failed).toBe(false);
		// The worlds are rich enough: of every action both answers were met.
		expect([...answers.yes].sort()).toEqual([...actions].sort());
		expect([...answers.no].sort()).toEqual([...actions].sort());
	});

	test.each<[Action, Capacity]>([
		['see-review', 'file-reader'],
		['see-records', 'own-viewer'],
		['see-record', 'file-reader'],
		['see-staff-comments', 'lead'],
		['see-history', 'reviewed'],
		['see-given-records', 'observer'],
		['see-plan', 'reviewed'],
		['open-plan', 'observer'],
		['edit-plan', 'own-contributor'],
		['choose-team', 'judge'],
		['give-records', 'file-reader'],
		['take-in-answers', 'own-contributor'],
		['arrange-evidence', 'own-contributor'],
		['open-evidence', 'own-viewer'],
		['gather-evidence', 'observer'],
		['read-record', 'judge'],
		['answer-survey', 'signed-in'],
		['adjudicate', 'file-reader'],
		['open-conclusions', 'reviewed'],
		['write-conclusions', 'own-viewer'],
		['share-draft', 'judge'],
		['issue-review', 'judge'],
		['withdraw-review', 'judge'],
		['start-review', 'administrator'],
		['see-people', 'member'],
		['choose-people', 'signed-in'],
		['see-trail', 'starter'],
		['see-administration', 'member'],
		['look-after-installation', 'administrator'],
		['see-releases', 'signed-in'],
		['see-sharing', 'judge'],
		['consent-to-share', 'own-contributor'],
		['keep-self-check', 'observer'],
		['make-releases', 'administrator'],
		['use-feed', 'signed-in'],
		['see-practice', 'signed-in'],
		['join-in', 'visiting'],
		['edit-practice', 'administrator'],
		['change-entry', 'reader'],
		['review-entry', 'writer'],
		['close-topic', 'topic-reader']
	])('would be found out if %s were open to one capacity more: %s', (action, capacity) => {
		const differs = () =>
			fc.check(
				fc.property(worlds, (world) => differences(world).length === 0),
				runs(10_000)
			);
		const found = withRule(
			action,
			{ ...rules[action], capacities: [...rules[action].capacities, capacity] },
			() => {
				const { counterexample } = differs();
				return counterexample && differences(counterexample[0]);
			}
		);
		expect(found).toEqual(expect.arrayContaining([expect.stringContaining(action)]));
	});

	test('would be found out if what is issued could be changed, or an invitation counted', () => {
		const world = fc.sample(worlds, { numRuns: 1, seed: 1 })[0]!;
		const issued: World = {
			...world,
			memberships: [{ organisation: 'isle', role: 'partnership-lead', standing: 'confirmed' }],
			review: { ...world.review, organisation: 'isle', issued: true, withdrawn: false }
		};
		const { open, ...always } = rules['edit-plan'];
		expect(differences(issued)).toEqual([]);
		expect(withRule('edit-plan', always, () => differences(issued))).toHaveLength(2);
		const broken = [...sentences, ...readRules('works(P, R, W) <- run-by(R, O), role(P, O, W, invited)')];
		const { failed } = fc.check(
			fc.property(worlds, (world) => differences(world, broken).length === 0),
			runs(10_000)
		);
		expect(failed).toBe(true);
	});
});

/** What `ask` gives while the table has another rule for an action. */
function withRule<Answer>(action: Action, rule: object, ask: () => Answer): Answer {
	const table = rules as Record<string, object>;
	const before = table[action]!;
	table[action] = rule;
	try {
		return ask();
	} finally {
		table[action] = before;
	}
}
