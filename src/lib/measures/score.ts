/** From a file of answers to the measures of its questions: what the command line prints. */
import type { AnswersFile } from '#lib/evidence/answers-file.ts';
import type { Instrument, Question } from '#lib/evidence/instrument.ts';
import type { Sample } from '#lib/evidence/source.ts';
import { deriveMeasure } from './derive.ts';
import type { Measure, StratumMeasure } from './measure.ts';
import type { StratumCounts } from './strata.ts';
import type { AnswerCounts } from './tally.ts';
import type { Bands } from './term.ts';

export type ScoreInput = {
	file: Pick<AnswersFile, 'records' | 'words'>;
	instrument: Instrument;
	sample: Pick<Sample, 'design' | 'frameSize' | 'strata'>;
	scale: Bands;
	/** A strata column of the file. */
	by?: string;
};

/** One measure for each question in order. Throws a SampleMismatchError when the sample cannot have given the file. */
export function scoreAnswers({ file, instrument, sample, scale, by }: ScoreInput): Measure[] {
	const parts = by === undefined ? new Map() : Map.groupBy(file.records, ({ strata }) => groupOf(strata, by));
	return instrument.questions.map((question) =>
		deriveMeasure({
			question,
			counts: countCodes(file.records, question),
			records: file.records.length,
			sample,
			scale,
			by,
			words: file.words.get(question.code),
			strata: [...parts].sort(byName).map(([stratum, records]): StratumCounts => ({
				stratum,
				records: records.length,
				counts: countCodes(records, question)
			}))
		})
	);
}

/** The stratum of records that name none. */
const notStated = 'not stated';

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
	return a < b ? -1 : 1;
}

function countCodes(records: AnswersFile['records'], { code }: Question): AnswerCounts {
	const counts = new Map<number, number>();
	for (const { answers } of records) {
		const answer = answers.get(code);
		if (answer) counts.set(answer.code, (counts.get(answer.code) ?? 0) + 1);
	}
	return counts;
}

/** The public shape of a measure: what `score --json` prints. Shares lie between 0 and 1. */
export type ScoredMeasure = Pick<
	Measure,
	'question' | 'wording' | 'positive' | 'base' | 'share' | 'term' | 'interval' | 'touches' | 'secure'
> & {
	/** How many gave each answer word, and how many were not applicable, not recorded and blank. */
	counts: Record<string, number>;
	strata: StratumMeasure[];
};

/** The public shape of a measure. */
export function scoredMeasure(measure: Measure): ScoredMeasure {
	const { question, wording, positive, base, share, term, interval, touches, secure, tally, strata } =
		measure;
	return {
		question,
		wording,
		positive,
		base,
		share,
		term,
		interval,
		touches,
		secure,
		counts: {
			...Object.fromEntries(tally.answers.map(({ word, count }) => [word, count])),
			'not applicable': tally.notApplicable,
			'not recorded': tally.notRecorded,
			blank: tally.blank
		},
		strata
	};
}

/** A column may be called “constructor”, which every object seems to have. */
function groupOf(strata: Readonly<Record<string, string>>, column: string): string {
	return (Object.hasOwn(strata, column) && strata[column]) || notStated;
}
