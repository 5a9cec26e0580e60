/** The worked example as the product reads it: the bundle with the records of its answers files, and its instruments. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { codeAnswer } from '#lib/evidence/answer.ts';
import { parseInstrument, type Instrument, type Question } from '#lib/evidence/instrument.ts';
import { parseQuantityScale } from '#lib/frameworks/scales.ts';
import { tallyAnswers } from '#lib/measures/tally.ts';
import { spokenTerm } from '#lib/measures/term.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { bundleSchema } from '#lib/reports/bundle.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
export const sampleFolder = join(fixtures, 'samples/south-lanarkshire-2018');
export const readSampleFile = (name: string) => readFileSync(join(sampleFolder, name), 'utf8');

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(fixtures, path), 'utf8'));
const scale = parseQuantityScale(readJson('scales/care-inspectorate-quantity.json'));

export type AnswersTable = { header: string[]; rows: Record<string, string>[] };

/** Source id → its answers file, for the sources that have one. */
export const answersTables = new Map<string, AnswersTable>();
/** Source id → its instrument. */
export const instruments = new Map<string, Instrument>();

const withoutRecords = bundleSchema.parse(JSON.parse(readSampleFile('review.json')));
for (const { id, instrument } of withoutRecords.sources) {
	if (!instrument || !existsSync(join(sampleFolder, `${id}.csv`))) continue;
	const parsed = Papa.parse<Record<string, string>>(readSampleFile(`${id}.csv`), {
		header: true,
		skipEmptyLines: true
	});
	answersTables.set(id, { header: parsed.meta.fields ?? [], rows: parsed.data });
	instruments.set(id, parseInstrument(readJson(`instruments/${instrument.replace('@', '/')}.json`)));
}

export const bundle = bundleSchema.parse({
	...withoutRecords,
	sources: withoutRecords.sources.map((source) => ({ ...source, records: recordsOf(source.id) }))
});

function recordsOf(source: string) {
	const codes = new Set(instruments.get(source)?.questions.map(({ code }) => code));
	return (answersTables.get(source)?.rows ?? []).map(({ reference, ...cells }) => ({
		reference,
		strata: Object.fromEntries(Object.entries(cells).filter(([key]) => !codes.has(key))),
		answers: Object.fromEntries(Object.entries(cells).filter(([key, cell]) => codes.has(key) && cell !== ''))
	}));
}

export function questionOf(source: string, code: string): Question {
	const found = instruments.get(source)?.questions.find((question) => question.code === code);
	if (!found) throw new Error(`${source} has no question ${code}`);
	return found;
}

export type Result = Pick<Measure, 'positive' | 'base'> & { spoken: string | null };

/** How many of how many answered a question positively, over all records of the source, and the term as it is said. */
export function resultOf(source: string, code: string): Result {
	const question = questionOf(source, code);
	const rows = answersTables.get(source)!.rows;
	const counts = new Map<number, number>();
	for (const row of rows) {
		const answer = codeAnswer(question, row[code] ?? '');
		if (answer && 'code' in answer) counts.set(answer.code, (counts.get(answer.code) ?? 0) + 1);
	}
	const { positive, base } = tallyAnswers(question, counts, rows.length);
	return { positive, base, spoken: spokenTerm(positive, base, scale) };
}
