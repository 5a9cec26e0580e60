/**
 * Loads the example reviews under fixtures/samples: each is a bundle without records (review.json) and an answers
 * file for each source, <source id>.csv. A review that is there already is left alone.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { answerWords } from '#lib/evidence/answer.ts';
import { describeProblem, readAnswersFile } from '#lib/evidence/answers-file.ts';
import type { Instrument } from '#lib/evidence/instrument.ts';
import type { SourceRecord } from '#lib/evidence/source.ts';
import { bundleSchema, type Bundle } from '#lib/reports/bundle.ts';
import type { Database } from '../db/open.ts';
import { fixturesFolder } from '../project-root.ts';
import { findDocument } from '../queries/documents.ts';
import { reviewExists } from '../queries/reviews.ts';
import { importReview } from './import-review.ts';

/** Keeps the example reviews that are missing. `at` is the time now, ISO 8601. */
export function loadSamples(
	db: Database,
	at: string,
	folder: string = join(fixturesFolder, 'samples')
): void {
	for (const name of readdirSync(folder))
		if (existsSync(join(folder, name, 'review.json')) && !reviewExists(db, name))
			importReview(db, readSample(db, join(folder, name)), { by: 'Cairn', at });
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
