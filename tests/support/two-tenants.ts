/**
 * Two tenants on one installation: in each a partnership and a scrutiny body, with self-evaluations and thematic
 * reviews in every state, people in every role, duty and standing, and a canary in every text. A third organisation
 * is the host. All of it is invented.
 */
import {
	duties as dutyNames,
	rolesOf,
	standings,
	type Duty,
	type Role,
	type Standing
} from '#lib/server/access/actor.ts';
import { beginDraft, ownId } from '#lib/evidence/instrument-draft.ts';
import { operator } from '#lib/server/access/actor.ts';
import { appendEvent } from '#lib/server/commands/append-event.ts';
import { importReview } from '#lib/server/commands/import-review.ts';
import type { Database } from '#lib/server/db/open.ts';
import { instrumentDrafts } from '#lib/server/db/schema/documents.ts';
import { duties, givenRecords, invitations, memberships } from '#lib/server/db/schema/memberships.ts';
import { organisations } from '#lib/server/db/schema/organisations.ts';
import * as accounts from '#lib/server/db/schema/people.ts';
import { findDocument } from '#lib/server/queries/documents.ts';
import { findSourceRow } from '#lib/server/queries/source-editor.ts';
import { Canaries, fillWithCanaries } from './canaries.ts';
import { seedActions } from './seeded-actions.ts';
import { seedCollections, type AnswerAddress } from './seeded-collections.ts';
import { seedDraw } from './seeded-draw.ts';
import { seedFindings } from './seeded-findings.ts';
import { seedImports } from './seeded-imports.ts';
import { seedJudging } from './seeded-judging.ts';
import { seedNarrativeVersion } from './seeded-narratives.ts';
import { seedPapers } from './seeded-papers.ts';
import { seedShare, type SeededShare } from './seeded-practice.ts';
import { seedReading } from './seeded-reading.ts';
import { feedKeys } from '#lib/server/db/schema/comparing.ts';
import { seedConsents, seedReleases } from './seeded-sharing.ts';
import { seedStaging } from './seeded-staging.ts';
import { seedWorkshop } from './seeded-workshop.ts';

export const tenants = ['a', 'b'] as const;
export type Tenant = (typeof tenants)[number];

/** The states that a review of each kind is in. */
const states = {
	self: ['draft', 'issued'],
	thematic: ['draft', 'shared', 'issued', 'withdrawn']
} as const;

export type SeededReview = {
	id: string;
	tenant: Tenant;
	kind: keyof typeof states;
	state: string;
	/** Slugs of the read files and of the staff survey. */
	files: string;
	survey: string;
	/** References of records: given to the file readers, and not. */
	given: string;
	kept: string;
	/** Reference of the record of the survey, which holds a comment. */
	answered: string;
	/** Codes of a question of the files and of the survey's written one. */
	question: string;
	comment: string;
	finding: string;
	/** Slugs of the meeting, of a note of it, and of a passage in that. */
	talks: string;
	note: string;
	passage: string;
	/** Slug of a passage that is what staff wrote in the survey. */
	coded: string;
	/** Ids of an import, and of a file that was sent. */
	batch: string;
	staged: string;
	/** Names of a table of figures, of an entry on involvement, and the id of a paper. */
	figure: string;
	entry: string;
	attachment: string;
	/** Names of an improvement action and of a test of change of it. */
	action: string;
	test: string;
	/** Where it is answered by link: by the one for all, and by one for one person. */
	answering: AnswerAddress[];
};

export type SeededPerson = {
	id: string;
	tenant: Tenant | 'host' | null;
	/** As a test names them: “viewer of a, invited”. */
	name: string;
	/** Whether everything that they have is confirmed. */
	confirmed: boolean;
};

export type TwoTenants = {
	canaries: Canaries;
	organisations: { id: string; tenant: string }[];
	reviews: SeededReview[];
	people: SeededPerson[];
	/** What each tenant shares; added when all is finished seeding. */
	shares: SeededShare[];
};

const partnerships = { a: 'S37000001', b: 'S37000002' };
const at = '2026-01-15T09:30:00.000Z';
const soon = new Date('2099-01-01T00:00:00.000Z');
const authorship = { changedBy: 'operator', changedAt: at };

/** Seeds everything into a database that has nothing but what Cairn brings. */
export function seedTwoTenants(db: Database): TwoTenants {
	const canaries = new Canaries();
	const world: TwoTenants = { canaries, organisations: [], reviews: [], people: [], shares: [] };
	const host = addOrganisation(db, world, 'host', 'host');
	addPerson(db, world, 'host', 'administrator of the host', [{ organisation: host, role: 'administrator' }]);
	addPerson(db, world, null, 'somebody with no organisation', []);
	for (const tenant of tenants) seedTenant(db, world, tenant, host);
	return world;
}

function seedTenant(db: Database, world: TwoTenants, tenant: Tenant, host: string): void {
	const partnership = addOrganisation(db, world, tenant, 'partnership');
	const body = addOrganisation(db, world, tenant, 'scrutiny-body');
	for (const kind of ['self', 'thematic'] as const)
		for (const state of states[kind])
			world.reviews.push(addReview(db, world, { tenant, kind, state }, kind === 'self' ? partnership : body));
	const thematic = world.reviews.filter((review) => review.tenant === tenant && review.kind === 'thematic');

	for (const standing of standings) {
		for (const role of rolesOf.partnership)
			addPerson(db, world, tenant, `${role} of partnership ${tenant}, ${standing}`, [
				{ organisation: partnership, role, standing }
			]);
		for (const role of rolesOf['scrutiny-body'])
			addPerson(db, world, tenant, `${role} of body ${tenant}, ${standing}`, [
				{ organisation: body, role, standing }
			]);
		for (const duty of dutyNames) {
			const id = addPerson(db, world, tenant, `${duty} in reviews of ${tenant}, ${standing}`, [
				{ organisation: body, role: 'inspector' }
			]);
			for (const review of thematic) {
				giveDuty(db, id, review, duty, standing);
				if (duty === 'file-reader' && standing === 'confirmed') readFirst(db, world, review, id);
			}
		}
	}
	const left = addPerson(db, world, tenant, `lead in reviews of ${tenant} who has left`, [
		{ organisation: body, role: 'inspector', standing: 'revoked' }
	]);
	for (const review of thematic) giveDuty(db, left, review, 'lead', 'confirmed');
	const both = addPerson(db, world, tenant, `viewer of partnership ${tenant} and member of the host`, [
		{ organisation: partnership, role: 'viewer' },
		{ organisation: host, role: 'community-member' }
	]);
	addAccountRows(db, world, tenant, both, body);
}

const word = (world: TwoTenants, kind: Parameters<Canaries['word']>[0], of: string, tenant: string) =>
	world.canaries.word(kind, of, tenant);

function addOrganisation(db: Database, world: TwoTenants, tenant: string, kind: string): string {
	const address = word(world, 'address', `${tenant} ${kind}`, tenant);
	const id = `${kind}-${address}`;
	world.canaries.known.get(address)!.of = id;
	const own = word(world, 'organisation', id, tenant);
	db.insert(organisations)
		.values({
			id,
			kind: kind === 'host' ? 'national-body' : (kind as 'partnership' | 'scrutiny-body'),
			name: `Organisation ${own}`,
			partnership: kind === 'partnership' ? partnerships[tenant as Tenant] : null,
			host: kind === 'host',
			...authorship
		})
		.run();
	world.organisations.push({ id, tenant });
	return id;
}

type Belonging = { organisation: string; role: Role; standing?: Standing };

function addPerson(
	db: Database,
	world: TwoTenants,
	tenant: SeededPerson['tenant'],
	name: string,
	belongings: Belonging[]
): string {
	const own = word(world, 'person', name, tenant ?? 'none');
	const email = word(world, 'email', name, tenant ?? 'none');
	const id = `person-${own}`;
	for (const each of [own, email]) world.canaries.known.get(each)!.of = id;
	db.insert(accounts.people)
		.values({
			id,
			name: `Person ${own}`,
			email: `${email}@example.org`,
			image: own,
			emailVerified: true,
			createdAt: new Date(at),
			updatedAt: new Date(at)
		})
		.run();
	for (const { organisation, role, standing = 'confirmed' } of belongings)
		db.insert(memberships)
			.values({
				id: `${own}-${role}-${organisation}`,
				personId: id,
				organisationId: organisation,
				role,
				standing,
				...authorship
			})
			.run();
	world.people.push({ id, tenant, name, confirmed: !/invited|revoked|left/.test(name) });
	return id;
}

function giveDuty(db: Database, person: string, review: SeededReview, duty: Duty, standing: Standing): void {
	db.insert(duties)
		.values({
			id: `${person}-${duty}-${review.id}`,
			personId: person,
			reviewId: review.id,
			duty,
			standing,
			...authorship
		})
		.run();
	if (duty !== 'file-reader') return;
	const source = db.$client
		.prepare('select id from sources where review_id = ? and slug = ?')
		.pluck()
		.get(review.id, review.files) as number;
	db.insert(givenRecords)
		.values({ sourceId: source, record: 1, personId: person, ...authorship })
		.run();
}

/** The record that was given to be read has been read; of a draft in part. */
function readFirst(
	db: Database,
	world: TwoTenants,
	{ id, files, given, tenant, state }: SeededReview,
	person: string
): void {
	const written = `Remark ${word(world, 'written', `${id}/${files}/${given}`, tenant)}`;
	const complete = state !== 'draft';
	seedReading(db, { review: id, source: files, record: 1, person, written, complete, by: 'operator', at });
}

/** What better-auth and invitations keep, of somebody who never signs in here. */
function addAccountRows(
	db: Database,
	world: TwoTenants,
	tenant: Tenant,
	person: string,
	organisation: string
): void {
	const secret = word(world, 'secret', tenant, tenant);
	const times = { createdAt: new Date(at), updatedAt: new Date(at) };
	const id = (what: string) => `${what}-${secret}`;
	db.insert(accounts.credentials)
		.values({
			...times,
			id: id('credential'),
			accountId: id('account'),
			providerId: id('provider'),
			userId: person,
			accessToken: secret,
			refreshToken: secret,
			idToken: secret,
			scope: secret,
			password: secret
		})
		.run();
	db.insert(accounts.sessions)
		.values({
			...times,
			id: id('session'),
			userId: person,
			token: id('token'),
			expiresAt: soon,
			ipAddress: word(world, 'session', person, tenant)
		})
		.run();
	db.insert(feedKeys)
		.values({
			id: `feed-key-${word(world, 'session', person, tenant)}`,
			personId: person,
			title: word(world, 'session', person, tenant),
			digest: id('feed-key-digest'),
			madeAt: at
		})
		.run();
	db.insert(accounts.verifications)
		.values({ ...times, id: id('verification'), identifier: secret, value: secret, expiresAt: soon })
		.run();
	db.insert(accounts.twoFactors)
		.values({ id: id('factor'), secret, backupCodes: secret, userId: person })
		.run();
	db.insert(accounts.guesses)
		.values({ key: id('guess'), at: soon })
		.run();
	const invited = word(world, 'invitation', organisation, tenant);
	db.insert(invitations)
		.values({
			id: `invitation-${invited}`,
			purpose: 'join',
			tokenDigest: id('digest'),
			email: `${invited}@example.org`,
			organisationId: organisation,
			role: 'inspector',
			reviewId: world.reviews.find((review) => review.tenant === tenant && review.kind === 'thematic')!.id,
			duty: 'observer',
			expiresAt: soon.toISOString(),
			...authorship
		})
		.run();
}

function addReview(
	db: Database,
	world: TwoTenants,
	{ tenant, kind, state }: Pick<SeededReview, 'tenant' | 'kind' | 'state'>,
	organisation: string
): SeededReview {
	const name = `${tenant} ${kind} ${state}`;
	const address = word(world, 'address', name, tenant);
	const id = `${kind}-${state}-${address}`;
	world.canaries.known.get(address)!.of = id;
	const title = word(world, 'title', id, tenant);
	const inside = word(world, 'inside', id, tenant);
	const comment = word(world, 'comment', id, tenant);
	// Notes are for those who read the records.
	const noted = `Noted ${word(world, 'written', id, tenant)}`;
	const files = `files-${address}`;
	const survey = `survey-${address}`;
	const record = (source: string, number: number) => {
		const own = word(world, 'record', `${id}/${source}/${number}`, tenant);
		world.canaries.known.get(own)!.of = `${id}/${source}/${own}`;
		word(world, 'written', world.canaries.known.get(own)!.of, tenant);
		return own;
	};
	const written = (reference: string) => {
		const { of } = world.canaries.known.get(reference)!;
		return `Written ${word(world, 'written', of, tenant)}`;
	};
	const [given, kept, answered] = [record(files, 1), record(files, 2), record(survey, 1)];
	const strata = { [`area ${title}`]: `north ${title}` };
	const question = {
		wording: `Was it offered, ${title}?`,
		label: `Offered ${title}`,
		message: `files show ${title}`,
		group: `Group ${title}`,
		help: `Help ${title}`
	};
	const instrument = (what: string, questions: object[]) => ({
		id: `${what}-${address}`,
		edition: `1.${address}`,
		title: `Instrument ${title}`,
		about: `About ${title}`,
		unit: { one: `file ${title}`, many: `files ${title}` },
		frameworks: ['thematic-review@2019'],
		questions
	});
	const described = {
		title: `Source ${title}`,
		heardFrom: `People ${title}`,
		heard: [{ group: `carers ${title}`, number: 3 }],
		note: `Note ${title}`
	};
	importReview(
		db,
		{
			format: 'cairn-review',
			version: 1,
			review: {
				id,
				kind: kind === 'self' ? 'self-evaluation' : 'thematic-review',
				title: `Review ${title}`,
				partnership: partnerships[tenant],
				programme: { id: `programme-${address}`, title: `Programme ${title}` },
				from: '2025-01-01',
				to: '2025-06-30',
				frameworks: ['thematic-review@2019', 'sds-standards@2021'],
				quantityScale: 'care-inspectorate-quantity@2019',
				evaluationScale: 'care-inspectorate-evaluation@six-point',
				about: [`About ${inside}`],
				standing: `Standing ${title}`,
				notice: `Notice ${title}`
			},
			instruments: [
				instrument('files', [
					{ ...question, code: `f1-${address}`, type: 'yes-no', positive: ['yes'], elements: ['T2', '1.1'] },
					{ ...question, code: `f2-${address}`, type: 'text', positive: [] }
				]),
				instrument('survey', [
					{ ...question, code: `s1-${address}`, type: 'yes-no', positive: ['yes'], elements: ['T2'] },
					{ ...question, code: `s2-${address}`, type: 'text', positive: [] }
				])
			],
			sources: [
				{
					...described,
					id: files,
					kind: 'case-file-reading',
					instrument: `files-${address}@1.${address}`,
					sample: {
						design: 'stratified',
						frameSize: 20,
						strata: { column: `area ${title}`, sizes: { [`north ${title}`]: 20 } },
						howDrawn: `Drawn ${title}`
					},
					from: '2025-01-01',
					to: '2025-02-01',
					published: [
						{
							question: `f1-${address}`,
							said: title,
							kind: 'word',
							source: { document: '000', lines: [1, 2] }
						}
					],
					records: [given, kept].map((reference) => ({
						reference,
						strata,
						answers: { [`f1-${address}`]: 'yes', [`f2-${address}`]: written(reference) }
					}))
				},
				{
					...described,
					id: survey,
					kind: 'staff-survey',
					instrument: `survey-${address}@1.${address}`,
					sample: { design: 'self-selected', asked: 30, howDrawn: `Asked ${title}` },
					records: [
						{
							reference: answered,
							strata,
							answers: { [`s1-${address}`]: 'no', [`s2-${address}`]: `Comment ${comment}` }
						}
					],
					passages: [
						{
							id: `coded-${address}`,
							text: `Comment ${comment}`,
							record: 1,
							question: 1,
							elements: ['T2'],
							direction: 'area-for-improvement'
						}
					]
				},
				{
					...described,
					id: `talks-${address}`,
					kind: 'focus-group',
					sample: { design: 'purposive', howDrawn: `Invited ${title}` },
					notes: [{ id: `note-${address}`, title: noted, day: '2025-02-03', text: `${noted} at length.` }],
					passages: [
						{ id: `said-${address}`, text: `Said ${inside}`, elements: ['T2'] },
						{
							id: `marked-${address}`,
							text: noted,
							note: `note-${address}`,
							starts: 0,
							ends: noted.length,
							elements: ['T2'],
							direction: 'strength'
						}
					]
				}
			],
			narratives: [{ element: 'T2', part: 'summary', paragraphs: [`Summary ${inside}`] }],
			findings: [
				{
					id: `finding-${address}`,
					element: 'T2',
					direction: 'strength',
					weight: 'significant',
					reason: `Because ${inside}`,
					heading: `Heading ${inside}`,
					text: `Finding ${inside}`,
					links: [
						{ source: files, question: `f1-${address}` },
						{ source: `talks-${address}`, passage: `said-${address}` },
						{ source: survey, passage: `coded-${address}` }
					]
				}
			],
			evaluations: [
				{ element: 'T2', step: 4, reason: `Judged ${inside}`, source: { document: inside, lines: [1, 2] } }
			],
			recommendations: [
				{
					number: 1,
					element: 'T2',
					text: `Recommended ${inside}`,
					findings: [`finding-${address}`],
					source: { document: inside, lines: [1, 2] }
				}
			]
		},
		{ actor: operator, at, organisation, identifiersChecked: true }
	);
	const draw = { review: id, told: `draw ${title}`, reason: written(kept), by: 'operator', at };
	seedDraw(db, { ...draw, source: files, replaced: given, used: kept });
	seedDraw(db, { ...draw, source: survey, replaced: null, used: answered });
	seedInstrumentDraft(db, { review: id, source: `talks-${address}`, from: `files-${address}@1.${address}` });
	const imports = seedImports(db, { review: id, source: survey, inside, organisation, by: 'operator', at });
	const papers = { review: id, source: `talks-${address}`, address, inside, written: noted };
	const shown = seedPapers(db, { ...papers, by: 'operator', at });
	seedNarrativeVersion(db, { review: id, inside, by: 'operator', at });
	seedFindings(db, {
		...shown,
		review: id,
		finding: `finding-${address}`,
		files,
		question: `f1-${address}`,
		record: given,
		talks: `talks-${address}`,
		inside,
		by: 'operator',
		at
	});
	const answering = seedCollections(db, {
		review: id,
		source: survey,
		question: `s2-${address}`,
		title,
		link: word(world, 'link', id, tenant),
		answered: word(world, 'answering', id, tenant),
		own: word(world, 'answering', `${id} by a link of their own`, tenant),
		by: 'operator',
		at
	});
	db.$client
		.prepare('update reviews set draft_shared_at = ?, issued_at = ?, withdrawn_at = ? where id = ?')
		.run(
			...['shared', 'issued', 'withdrawn'].map((then) =>
				then === state || (state === 'issued' && then === 'shared' && kind === 'thematic') ? at : null
			),
			id
		);
	return {
		id,
		tenant,
		kind,
		state,
		files,
		survey,
		given,
		kept,
		answered,
		question: `f1-${address}`,
		comment: `s2-${address}`,
		finding: `finding-${address}`,
		talks: `talks-${address}`,
		note: `note-${address}`,
		passage: `marked-${address}`,
		coded: `coded-${address}`,
		...imports,
		...shown,
		...seedActions(db, { review: id, address, inside, by: 'operator', at }),
		answering
	};
}

/** A version of an instrument in the making, for a source that has no answers. */
function seedInstrumentDraft(
	db: Database,
	{ review, source, from }: { review: string; source: string; from: string }
): void {
	const { row } = findSourceRow(db, review, source);
	const id = ownId(from.split('@')[0]!, review);
	const stamp = { by: 'operator', at };
	const draft = beginDraft(
		findDocument(db, 'instrument', from),
		{ id, title: row.title, frameworks: [] },
		stamp
	);
	db.insert(instrumentDrafts)
		.values({ sourceId: row.id, basedOn: from, draft, ...authorship })
		.run();
}

/** To be called when everybody is signed in: the trail tells of each review, and no text is left without its canary. */
export function finishTwoTenants(db: Database, world: TwoTenants): void {
	const named = (name: string) => world.people.find((person) => person.name === name)!.id;
	const leadOf = ({ kind, tenant }: Pick<SeededReview, 'kind' | 'tenant'>) =>
		kind === 'self'
			? named(`partnership-lead of partnership ${tenant}, confirmed`)
			: named(`lead in reviews of ${tenant}, confirmed`);
	for (const seeded of world.reviews) {
		const { id, tenant } = seeded;
		const told = word(world, 'event', id, tenant);
		const organisation = db.$client
			.prepare('select organisation_id from reviews where id = ?')
			.pluck()
			.get(id) as string;
		const person = leadOf(seeded);
		seedJudging(db, {
			review: id,
			kind: seeded.kind,
			person:
				seeded.kind === 'self'
					? named(`contributor of partnership ${tenant}, confirmed`)
					: named(`judge in reviews of ${tenant}, confirmed`),
			moderated: word(world, 'moderated', id, tenant),
			alone: word(world, 'alone', id, tenant),
			at
		});
		seedWorkshop(db, {
			review: id,
			person: leadOf(seeded),
			code: word(world, 'inside', id, tenant),
			at: new Date().toISOString()
		});
		seedStaging(db, {
			review: id,
			kind: seeded.kind,
			person: leadOf(seeded),
			reviewed: named(`contributor of partnership ${tenant}, confirmed`),
			planned: word(world, 'planned', id, tenant),
			said: word(world, 'said', id, tenant),
			pointed: word(world, 'pointed', id, tenant),
			at
		});
		db.$client.prepare('update staged_imports set person_id = ? where id = ?').run(person, seeded.staged);
		db.transaction(() =>
			appendEvent(
				db,
				{
					actor: { kind: 'person', id: person, name: '', demo: false, memberships: [], duties: [] },
					at: new Date().toISOString()
				},
				{
					verb: 'finding-saved',
					organisation,
					review: id,
					subject: told,
					facts: { word: told },
					before: `Before ${told}`,
					after: `After ${told}`,
					reason: `Because ${told}`
				}
			)
		);
	}
	const shared = world.reviews.map(({ id, tenant }) => ({
		review: id,
		partnership: partnerships[tenant],
		lead: named(`partnership-lead of partnership ${tenant}, confirmed`)
	}));
	for (const each of shared) seedConsents(db, each, at);
	seedReleases(db, shared, named('administrator of the host'), at);
	for (const tenant of tenants) {
		const of = (kind: string) =>
			world.organisations.find((each) => each.tenant === tenant && each.id.startsWith(kind))!.id;
		const review = world.reviews.find((each) => each.tenant === tenant && each.kind === 'self')!.id;
		const share = seedShare(db, {
			...{ tenant, review, at, organisation: of('partnership'), other: of('scrutiny-body') },
			lead: leadOf({ kind: 'self', tenant }),
			inside: word(world, 'inside', review, tenant),
			word: (kind, thing) => {
				const own = word(world, kind, thing, tenant);
				world.canaries.known.get(own)!.of = own;
				return own;
			}
		});
		world.shares.push(share);
	}
	const reviewOf = (row: Record<string, unknown>): string | undefined =>
		(row.review_id as string | undefined) ??
		(db.$client
			.prepare('select review_id from sources where id = ?')
			.pluck()
			.get(row.source_id ?? -1) as string | undefined);
	fillWithCanaries(db.$client, world.canaries, (table, row, column) => {
		// The trail is chained by hash, and people are signed in.
		if (table === 'events' || table === 'event_texts' || column === 'token') return null;
		// No instrument: nothing was asked in a fixed form.
		if (column === 'instrument') return null;
		// Not of a note: marked in none.
		if (table === 'passages' && column === 'note') return null;
		const review = world.reviews.find(({ id }) => id === (table === 'reviews' ? row.id : reviewOf(row)));
		const organisation = world.organisations.find(
			({ id }) => id === (table === 'organisations' ? row.id : row.organisation_id)
		);
		const person = world.people.find(({ id }) => id === (table === 'people' ? row.id : row.person_id));
		const tenant = review?.tenant ?? organisation?.tenant ?? person?.tenant;
		if (tenant !== 'a' && tenant !== 'b') return null;
		if (column === 'changed_by') return leadOf(review ?? { kind: 'self', tenant });
		if (table === 'sessions') return word(world, 'session', person!.id, tenant);
		if (review) return word(world, 'inside', review.id, tenant);
		return organisation
			? word(world, 'organisation', organisation.id, tenant)
			: word(world, 'person', person!.id, tenant);
	});
}
