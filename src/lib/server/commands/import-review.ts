/** Takes in a whole review from a bundle: all of it or, when anything is wrong, nothing. */
import { answerCoder } from '#lib/evidence/answer.ts';
import type { Instrument } from '#lib/evidence/instrument.ts';
import type { Source, SourceRecord } from '#lib/evidence/source.ts';
import { bundleSchema, type Bundle } from '#lib/reports/bundle.ts';
import { authorOf } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { selfChecks } from '../db/schema/community.ts';
import * as table from '../db/schema/conclusions.ts';
import { actions, testsOfChange } from '../db/schema/improving.ts';
import { readiness } from '../db/schema/judging.ts';
import { samples, sources } from '../db/schema/evidence.ts';
import { figures, involvement, notes, passages } from '../db/schema/voices.ts';
import { programmes, reviews } from '../db/schema/reviews.ts';
import { issueSentences } from '../issue-words.ts';
import { Problem } from '../problems.ts';
import { findDocument } from '../queries/documents.ts';
import { findOrganisationResource } from '../queries/resources.ts';
import { reviewExists } from '../queries/reviews.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { checkBundle } from './check-bundle.ts';
import { keepDocument } from './keep-document.ts';
import type { CodedRecord } from '../imports/answer-columns.ts';
import { recordAnswers } from './record-answers.ts';

export type ImportedBy = By & {
	/** A person has looked at what seems to name people, and it does not. */
	identifiersChecked?: boolean;
};

export type ReviewImport = ImportedBy & {
	/** Id of the organisation that carries the review out; none where there is none yet. */
	organisation?: string | null;
	/** Whether it belongs to the example world. */
	example?: boolean;
};

/**
 * Imports a bundle (parsed JSON). The actor and `at` (ISO 8601) are written as author and time of every row.
 * Returns the review's id. Throws a Problem: bundle-invalid (with every fault as a detail), review-exists,
 * edition-changed, not-found for a framework or scale that is not kept here, or an organisation of the actor's.
 */
export function importReview(
	db: Database,
	json: unknown,
	{ actor, at, organisation = null, example = false, identifiersChecked = false }: ReviewImport
): string {
	const bundle = parseBundle(json);
	const { review } = bundle;
	const authorship = { changedBy: authorOf(actor), changedAt: at };
	const of = () => (organisation === null ? installation : findOrganisationResource(db, organisation));
	change(db, { actor, at }, { action: 'start-review', of }, (note) => {
		if (reviewExists(db, review.id))
			throw new Problem(
				'review-exists',
				`There is already a review “${review.id}”. Give the bundle's review another id, or keep the one there is.`
			);
		for (const instrument of bundle.instruments)
			keepDocument(
				db,
				{ kind: 'instrument', id: instrument.id, edition: instrument.edition, json: instrument },
				at
			);
		checkBundle(db, bundle, identifiersChecked);
		const { programme, ...columns } = review;
		if (programme) db.insert(programmes).values(programme).onConflictDoNothing().run();
		db.insert(reviews)
			.values({
				...columns,
				programmeId: programme?.id,
				organisationId: organisation,
				example,
				...authorship
			})
			.run();
		bundle.sources.forEach((source, position) => insertSource(db, review.id, source, position, authorship));
		bundle.involvement.forEach(({ id: slug, ...rest }, index) =>
			db
				.insert(involvement)
				.values({ ...rest, reviewId: review.id, slug, position: index, ...authorship })
				.run()
		);
		insertConclusions(db, bundle, authorship);
		note({
			verb: 'review-imported',
			organisation,
			review: review.id,
			facts: {
				sources: bundle.sources.length,
				records: bundle.sources.reduce((sum, { records }) => sum + records.length, 0)
			}
		});
	});
	return review.id;
}

function parseBundle(json: unknown): Bundle {
	const parsed = bundleSchema.safeParse(json);
	if (parsed.success) return parsed.data;
	throw new Problem(
		'bundle-invalid',
		'This is not a review bundle that Cairn can take in. Nothing was stored.',
		issueSentences(parsed.error, json)
	);
}

type Authorship = { changedBy: string; changedAt: string };

function insertSource(
	db: Database,
	reviewId: string,
	source: Source,
	position: number,
	authorship: Authorship
): void {
	const { id: slug, sample, records, notes: noted, passages: said, figures: counted, ...columns } = source;
	const { id } = db
		.insert(sources)
		.values({ ...columns, reviewId, slug, position, ...authorship })
		.returning({ id: sources.id })
		.get();
	db.insert(samples)
		.values({ ...sample, sourceId: id })
		.run();
	for (const [table, parts] of [
		[notes, noted],
		[passages, said],
		[figures, counted]
	] as const)
		parts.forEach(({ id: part, ...rest }, index) =>
			db
				.insert(table)
				.values({ ...rest, sourceId: id, slug: part, position: index, ...authorship } as never)
				.run()
		);
	if (source.instrument === null) return;
	const instrument = findDocument(db, 'instrument', source.instrument);
	recordAnswers(db, id, codedRecords(instrument, records));
}

/** The words of every answer as codes; they have been checked already. */
function* codedRecords(instrument: Instrument, records: readonly SourceRecord[]): Generator<CodedRecord> {
	const coders = instrument.questions.map((question) => answerCoder(question));
	for (const { reference, strata, answers } of records) {
		const coded = instrument.questions.flatMap(({ code }, question) => {
			const answer = coders[question]!(answers[code] ?? '');
			return answer && 'code' in answer ? [{ question, ...answer }] : [];
		});
		yield { reference, strata, answers: coded };
	}
}

function insertConclusions(db: Database, bundle: Bundle, authorship: Authorship): void {
	const reviewId = bundle.review.id;
	bundle.findings.forEach(({ id: slug, links, ...finding }, position) => {
		db.insert(table.findings)
			.values({ ...finding, reviewId, slug, position, ...authorship })
			.run();
		links.forEach((link, index) =>
			db
				.insert(table.links)
				.values({ ...link, reviewId, finding: slug, position: index })
				.run()
		);
	});
	for (const evaluation of bundle.evaluations)
		db.insert(table.judgements)
			.values({ ...evaluation, reviewId, ...authorship })
			.run();
	for (const narrative of bundle.narratives)
		db.insert(table.narratives)
			.values({ ...narrative, reviewId, ...authorship })
			.run();
	for (const recommendation of bundle.recommendations)
		db.insert(table.recommendations)
			.values({ ...recommendation, reviewId, ...authorship })
			.run();
	for (const judged of bundle.readiness)
		db.insert(readiness)
			.values({ ...judged, reviewId, ...authorship })
			.run();
	for (const { answers, ...check } of bundle.selfChecks ?? [])
		db.insert(selfChecks)
			.values({ ...check, answers: answersByItem(answers), reviewId, ...authorship })
			.run();
	bundle.actions.forEach(({ id: slug, tests, ...action }, position) => {
		db.insert(actions)
			.values({ ...action, reviewId, slug, position, ...authorship })
			.run();
		tests.forEach(({ id, ...test }, index) =>
			db
				.insert(testsOfChange)
				.values({ ...test, reviewId, action: slug, slug: id, position: index, ...authorship })
				.run()
		);
	});
}

const answersByItem = (answers: NonNullable<Bundle['selfChecks']>[number]['answers']) =>
	Object.fromEntries(answers.map(({ item, answer, note }) => [item, { answer: answer ?? '', note }]));
