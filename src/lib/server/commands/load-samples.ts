/**
 * Loads the example reviews under fixtures/samples: each is a bundle without records (review.json) and an answers
 * file for each source, <source id>.csv. They belong to organisations of the example world, and the draft is shared
 * with the example partnership. A review that is there already is left alone.
 */
import { eq } from 'drizzle-orm';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { answerWords } from '#lib/evidence/answer.ts';
import { describeProblem, readAnswersFile } from '#lib/evidence/answers-file.ts';
import type { Instrument } from '#lib/evidence/instrument.ts';
import type { SourceRecord } from '#lib/evidence/source.ts';
import { bundleSchema, type Bundle } from '#lib/reports/bundle.ts';
import { authorOf, cairn } from '../access/actor.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { organisations } from '../db/schema/organisations.ts';
import { reviews } from '../db/schema/reviews.ts';
import { exampleOrganisations } from '../example-world.ts';
import { fixturesFolder } from '../project-root.ts';
import { findDocument } from '../queries/documents.ts';
import { findReviewResource } from '../queries/resources.ts';
import { change } from './change.ts';
import { importReview } from './import-review.ts';

/** Keeps the example reviews that are missing. `at` is the time now, ISO 8601. */
export function loadSamples(
	db: Database,
	at: string,
	folder: string = join(fixturesFolder, 'samples')
): void {
	addExampleOrganisations(db, at);
	for (const name of readdirSync(folder)) {
		if (!existsSync(join(folder, name, 'review.json'))) continue;
		const kept = findReviewResource(db, name);
		if (!kept)
			importReview(db, readSample(db, join(folder, name)), {
				actor: cairn,
				at,
				organisation: exampleOrganisations.inspectorate.id,
				example: true
			});
		if (!kept?.draftShared && (!kept || wasBroughtByCairn(db, name))) shareExample(db, name, at);
	}
}

function addExampleOrganisations(db: Database, at: string): void {
	const asked = { action: 'look-after-installation', of: () => installation } as const;
	change(db, { actor: cairn, at }, asked, (note) => {
		for (const organisation of Object.values(exampleOrganisations)) {
			const { changes } = db
				.insert(organisations)
				.values({ ...organisation, example: true, changedBy: authorOf(cairn), changedAt: at })
				.onConflictDoNothing()
				.run();
			if (changes > 0) note({ verb: 'organisation-added', organisation: organisation.id });
		}
	});
}

/** As the example was written by versions that knew of no organisations; somebody's own review of the same name stays theirs. */
function wasBroughtByCairn(db: Database, id: string): boolean {
	const kept = db.select({ by: reviews.changedBy }).from(reviews).where(eq(reviews.id, id)).get();
	return kept?.by === 'Cairn';
}

function shareExample(db: Database, id: string, at: string): void {
	const asked = { action: 'share-draft', of: () => findReviewResource(db, id) } as const;
	const organisation = exampleOrganisations.inspectorate.id;
	change(db, { actor: cairn, at }, asked, (note) => {
		db.update(reviews)
			.set({ draftSharedAt: at, organisationId: organisation, example: true, changedBy: authorOf(cairn) })
			.where(eq(reviews.id, id))
			.run();
		note({ verb: 'draft-shared', review: id, organisation });
	});
}
/** The bundle of one sample, with the records of its answers files. */
function readSample(db: Database, folder: string): Bundle {
	const bundle = bundleSchema.parse(JSON.parse(readFileSync(join(folder, 'review.json'), 'utf8')));
	return {
		...bundle,
		sources: bundle.sources.map((source) => {
			const file = join(folder, `${source.id}.csv`);
			if (source.instrument === null || !existsSync(file)) return source;
			const instrument = findDocument(db, 'instrument', source.instrument);
			return { ...source, records: readRecords(readFileSync(file, 'utf8'), instrument, file) };
		})
	};
}

function readRecords(text: string, instrument: Instrument, file: string): SourceRecord[] {
	const answersFile = readAnswersFile(text, instrument);
	const [first] = answersFile.problems;
	if (first) throw new Error(`${file}: ${describeProblem(first)}`);
	return answersFile.records.map(({ reference, strata, answers }) => ({
		reference,
		strata: { ...strata },
		answers: Object.fromEntries(
			instrument.questions.flatMap((question) => {
				const answer = answers.get(question.code);
				return answer ? [[question.code, answerWords(question, answer.code, answer.text)]] : [];
			})
		)
	}));
}
