/** Starts a review: an empty one, or a copy of the worked example to try things on. Whoever starts it leads it. */
import { eq } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import { findIdentifiers, identifierNames } from '#lib/evidence/identifiers.ts';
import { paragraphsOf } from '#lib/judgement/written-text.ts';
import { authorOf } from '../access/actor.ts';
import type { Resource } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { organisations } from '../db/schema/organisations.ts';
import { reviews } from '../db/schema/reviews.ts';
import { FormProblem } from '../problems.ts';
import { findPlace } from '../queries/partnerships.ts';
import { findOrganisationResource } from '../queries/resources.ts';
import { loadWholeReview } from '../queries/whole-review.ts';
import type { By } from './append-event.ts';
import { change, type NoteEvent } from './change.ts';
import { importReview } from './import-review.ts';
import { checkedPlan, type PlanTexts } from './plan-texts.ts';
import { putDuty } from './put-membership.ts';

/** What a review of each kind judges by; another edition is a decision for later. */
const frameworks = {
	'thematic-review': ['thematic-review@2019', 'sds-standards@2021', 'sds-change-map@2019'],
	'self-evaluation': ['sds-standards@2021', 'sds-change-map@2019']
};
const scales = {
	quantityScale: 'care-inspectorate-quantity@2019',
	evaluationScale: 'care-inspectorate-evaluation@six-point'
};

/** The review that can be copied. */
export const copied = 'south-lanarkshire-2018';

export type ReviewAsked = PlanTexts & {
	/** Id of the organisation that carries it out. */
	organisation: string;
	/** Code of the integration authority; a partnership evaluates itself, and it is not asked. */
	partnership: string;
};

/**
 * Starts an empty review and returns its id. A partnership evaluates itself; a scrutiny body reviews a partnership.
 * Throws a Problem: not-found for an organisation in which the actor may not start any; form-invalid.
 */
export function startReview(db: Database, by: By, asked: ReviewAsked): string {
	const { organisation } = asked;
	return change(db, by, { action: 'start-review', of: startedBy(db, organisation) }, (note) => {
		const { title, from, to, about } = checkedNames(checkedPlan(asked));
		const own = db.select().from(organisations).where(eq(organisations.id, organisation)).get()!;
		const kind = own.kind === 'partnership' ? 'self-evaluation' : 'thematic-review';
		const partnership = own.partnership
			? findPlace(db, own.partnership)!
			: chosenPartnership(db, asked.partnership);
		const id = newId(`${partnership.name} ${to.slice(0, 4)}`);
		db.insert(reviews)
			.values({
				id,
				kind,
				title,
				from,
				to,
				partnership: partnership.code,
				frameworks: frameworks[kind],
				...scales,
				about: paragraphsOf(about),
				organisationId: organisation,
				changedBy: authorOf(by.actor),
				changedAt: by.at
			})
			.run();
		note({ verb: 'review-started', organisation, review: id, facts: { kind }, after: title });
		makeLead(db, by, { organisation, review: id }, note);
		return id;
	});
}

/** Copies the worked example for an organisation and returns the id of the copy. Throws as startReview does. */
export function startCopy(db: Database, by: By, { organisation }: { organisation: string }): string {
	return change(db, by, { action: 'start-review', of: startedBy(db, organisation) }, (note) => {
		const bundle = loadWholeReview(db, copied, { withRecords: true });
		const id = newId(`copy ${copied}`);
		// It was looked through when it was made.
		const whose = { organisation, identifiersChecked: true };
		const title = `Copy of ${bundle.review.title}`;
		importReview(db, { ...bundle, review: { ...bundle.review, id, title } }, { ...by, ...whose });
		makeLead(db, by, { organisation, review: id }, note);
		return id;
	});
}

const startedBy = (db: Database, organisation: string) => (): Resource | null =>
	findOrganisationResource(db, organisation);

/** Whoever starts a review leads it. */
export function makeLead(
	db: Database,
	by: By,
	{ organisation, review }: { organisation: string; review: string },
	note: NoteEvent
): void {
	if (by.actor.kind !== 'person') return;
	putDuty(db, by, { person: by.actor.id, review, duty: 'lead' }, 'confirmed');
	const facts = { duty: 'lead', standing: 'confirmed' };
	note({ verb: 'duty-given', organisation, review, subject: by.actor.id, facts });
}

/** A title names a place, and seldom anything that could be taken for a person: no confirming is offered here. */
export function checkedNames(plan: PlanTexts): PlanTexts {
	const faults = (['title', 'about'] as const).flatMap((field) =>
		findIdentifiers(plan[field]).map(({ kind }) => [field, `This looks like ${identifierNames[kind]}.`])
	);
	if (faults.length > 0) throw new FormProblem(Object.fromEntries(faults));
	return plan;
}

function chosenPartnership(db: Database, code: string) {
	const found = findPlace(db, code);
	if (!found || found.example)
		throw new FormProblem({ partnership: 'Choose the partnership that is looked at.' });
	return found;
}

/** Readable, and never one that is taken: that an address is taken would tell of somebody else's review. */
export function newId(words: string): string {
	const plain = words
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-');
	return `${plain}-${randomBytes(4).toString('hex')}`;
}
