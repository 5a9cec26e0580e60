/**
 * A small world of sharing: real or invented partnerships with issued self-evaluations, each with stages of components,
 * evaluations, recommendations and a file reading, and a lead for each partnership. Its numbers follow a rule of their
 * own, so that tests can say what must come out.
 */
import type { ResultKind } from '#lib/benchmark/result-kinds.ts';
import type { Person } from '#lib/server/access/actor.ts';
import type { By } from '#lib/server/commands/append-event.ts';
import { consentToShare } from '#lib/server/commands/consent-to-share.ts';
import { loadDocuments } from '#lib/server/commands/load-documents.ts';
import { openDatabase, type Database } from '#lib/server/db/open.ts';
import { judgements, recommendations } from '#lib/server/db/schema/conclusions.ts';
import { records, samples, sources } from '#lib/server/db/schema/evidence.ts';
import { readiness } from '#lib/server/db/schema/judging.ts';
import { memberships } from '#lib/server/db/schema/memberships.ts';
import { organisations } from '#lib/server/db/schema/organisations.ts';
import { people } from '#lib/server/db/schema/people.ts';
import { reviews } from '#lib/server/db/schema/reviews.ts';
import { findActor } from '#lib/server/queries/actors.ts';
import { findDocument } from '#lib/server/queries/documents.ts';
import { listPlaces, type Place } from '#lib/server/queries/partnerships.ts';

export const began = '2026-03-02T09:30:00.000Z';

export type SharingWorld = {
	db: Database;
	places: Place[];
	/** The administrator of the host. */
	host: By;
	/** The lead of the partnership at this place in `places`. */
	lead: (index: number, at?: string) => By;
	/** Id of a review: of the partnership at this place, in this year. */
	review: (index: number, year?: number) => string;
	/** Consents for partnerships from `first` on; as many as `many` says. */
	share: (kinds: readonly ResultKind[], many?: { first?: number; count?: number; named?: boolean }) => void;
};

export type SharingAsked = {
	example?: boolean;
	years?: readonly number[];
	/** Questions of the file reading that are answered, and components that are judged; 0: none. */
	questions?: number;
	components?: number;
	/** Files in each reading. */
	files?: number;
};

/** Codes of the components that are judged, in their order. */
export const judgedComponents = (db: Database, many: number): string[] =>
	findDocument(db, 'framework', 'sds-standards@2021')
		.elements.filter(({ kind }) => kind === 'core-component')
		.slice(0, many)
		.map(({ code }) => code);

/** The stage of a component in the review of a partnership: spread over all five. */
export const stageOf = (place: number, component: number) => (place * 3 + component) % 5;

export function sharingWorld(
	{ example = false, years = [2025], questions = 2, components = 2, files = 20 }: SharingAsked = {},
	db: Database = openDatabase(':memory:')
): SharingWorld {
	loadDocuments(db, began);
	const places = listPlaces(db, example ? 'example' : 'real');
	const by = { changedBy: 'operator', changedAt: began };
	db.insert(organisations)
		.values({ id: 'national', kind: 'national-body', name: 'The national body', host: true, ...by })
		.run();
	addPerson(db, 'host', 'national', 'administrator', false);
	db.transaction(() => {
		for (const [index, place] of places.entries()) {
			const id = organisationOf(place);
			db.insert(organisations)
				.values({ id, kind: 'partnership', name: place.name, partnership: place.code, example, ...by })
				.run();
			addPerson(db, leadOf(place), id, 'partnership-lead', example);
			for (const year of years) addReview(db, { place, index, year, example, questions, components, files });
		}
	});
	const byOf = (person: string, at: string): By => ({ actor: findActor(db, person) as Person, at });
	const lead = (index: number, at = began) => byOf(leadOf(places[index]!), at);
	const review = (index: number, year = years.at(-1)!) => reviewOf(places[index]!, year);
	return {
		db,
		places,
		host: byOf('host', began),
		lead,
		review,
		share: (kinds, { first = 0, count = places.length - first, named = false } = {}) => {
			for (let index = first; index < first + count; index += 1)
				for (const year of years)
					for (const kind of kinds)
						consentToShare(db, lead(index), { review: review(index, year), kind, named });
		}
	};
}

const organisationOf = ({ code }: Place) => `of-${code.toLowerCase()}`;
const leadOf = ({ code }: Place) => `lead-${code.toLowerCase()}`;
const reviewOf = ({ code }: Place, year: number) => `${code.toLowerCase()}-${year}`;

function addPerson(
	db: Database,
	id: string,
	organisationId: string,
	role: 'administrator' | 'partnership-lead',
	demo: boolean
) {
	const now = new Date(began);
	db.insert(people)
		.values({ id, name: `Person ${id}`, email: `${id}@cairn.example`, demo, createdAt: now, updatedAt: now })
		.run();
	db.insert(memberships)
		.values({
			...{ id: `${id}-m`, personId: id, organisationId, role, standing: 'confirmed' },
			...{ changedBy: 'operator', changedAt: began }
		})
		.run();
}

type ReviewToAdd = Required<Omit<SharingAsked, 'years'>> & { place: Place; index: number; year: number };

function addReview(db: Database, asked: ReviewToAdd) {
	const { place, index, year, example, questions, components, files } = asked;
	const id = reviewOf(place, year);
	const by = { changedBy: 'operator', changedAt: began };
	const period = { from: `${year}-01-01`, to: `${year}-12-31` };
	db.insert(reviews)
		.values({
			...{ id, kind: 'self-evaluation', title: `${place.name} ${year}`, partnership: place.code, example },
			...period,
			frameworks: ['sds-standards@2021', 'thematic-review@2019'],
			quantityScale: 'care-inspectorate-quantity@2019',
			evaluationScale: 'care-inspectorate-evaluation@six-point',
			about: [],
			organisationId: organisationOf(place),
			stage: 'issued',
			issuedAt: began,
			...by
		})
		.run();
	for (const [component, element] of judgedComponents(db, components).entries())
		db.insert(readiness)
			.values({ reviewId: id, element, howWell: stageOf(index, component), ...by })
			.run();
	const evaluation = { reviewId: id, element: 'T2', step: 2 + (index % 4), reason: 'As was seen.' };
	db.insert(judgements)
		.values({ ...evaluation, ...by })
		.run();
	for (let number = 1; number <= index % 5; number += 1)
		db.insert(recommendations)
			.values({ reviewId: id, number, element: 'T2', text: 'Do more of it.', findings: [], ...by })
			.run();
	if (questions > 0) addReading(db, id, asked);

	function addReading(to: Database, reviewId: string, { index: place }: ReviewToAdd) {
		const source = to
			.insert(sources)
			.values({
				...{ reviewId, slug: 'files', position: 1, kind: 'case-file-reading', title: 'Case files' },
				...{ instrument: 'case-file-assessed@1', owner: 'reviewers', heardFrom: 'Files', ...by }
			})
			.returning({ id: sources.id })
			.get().id;
		to.insert(samples)
			.values({ sourceId: source, design: 'random', frameSize: 400, howDrawn: 'By lot.' })
			.run();
		const all = Array.from({ length: files }, (_, file) => file + 1);
		to.insert(records)
			.values(all.map((number) => ({ sourceId: source, number, reference: `F-${number}`, strata: {} })))
			.run();
		const answer = to.$client.prepare(
			'insert into answers (source_id, question, record, reading, value) values (?, ?, ?, 1, ?)'
		);
		for (let question = 0; question < questions; question += 1)
			for (const file of all) answer.run(source, question, file, (file + place + question) % 2);
	}
}
