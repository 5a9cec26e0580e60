/** One question as a page shows it: message, k of n, how sure, strip, key, answers, strata. All words are made here. */
import type { Question, QuestionType } from '#lib/evidence/instrument.ts';
import { spreadDates, type DateSpread } from '#lib/measures/date-spread.ts';
import { protectsSmallGroups } from '#lib/measures/small-groups.ts';
import { hasShare } from '#lib/measures/tally.ts';
import { phraseOf, spoken, type Bands } from '#lib/measures/term.ts';
import {
	baseSentence,
	measureParts,
	sureParts,
	type MeasureParts,
	type SureParts,
	type Telling
} from '#lib/measures/words.ts';
import { answerBehind } from './answered-records.ts';
import type { MeasureInPlace } from '#lib/reports/derive-input.ts';
import { stripOfMeasure, type AnswerKind, type Strip } from '#lib/reports/drawings/quantity-strip.ts';
import type { MeasureKey } from '#lib/reports/report.ts';
import { sentenceCase } from '#lib/reports/review-words.ts';
import { publishedLine } from './published-line.ts';
import { deriveStrata, type StratumResult } from './stratum-result.ts';
import { whyNotShown, type Filter } from './where.ts';

/** One answer word: how many gave it, and their share of the base; outside the base there is none. */
export type AnswerLine = { word: string; count: number; share: number | null; positive: boolean };

export type QuestionResult = {
	key: MeasureKey;
	code: string;
	wording: string;
	label: string;
	type: QuestionType;
	group: string | null;
	help: string | null;
	/** What its records are called. */
	unit: { one: string; many: string };
	/** The message in two parts, the term first; null for a question without a share. */
	message: { term: string; rest: string } | null;
	parts: MeasureParts;
	sure: SureParts;
	/** Null for a question without a share. */
	strip: Strip | null;
	/** What the parts of the answer bar stand for, where they are not yes, partly and no. */
	names: Partial<Record<AnswerKind, string>>;
	share: number | null;
	records: number;
	base: number;
	/** The answer words that count as positive. */
	positive: string[];
	/** The answer by which the records behind the share are asked for; null for a question without a share. */
	behind: string | null;
	/** Every answer in the base, in the order of the question; empty for dates and written answers. */
	answers: AnswerLine[];
	/** What lies outside the base, where there is any. */
	outside: AnswerLine[];
	/** What is left out of the base, and where “not recorded” stands. */
	baseNote: string;
	dates: DateSpread | null;
	/** For a reconstruction: what was published on the question. Null for evidence that is what it seems. */
	published: string | null;
	strata: StratumResult[];
	/** “among the 23 files where locality is North”, and the same for an address; null where nothing is filtered. */
	among: string | null;
	where: string | null;
	/** Why nothing is shown of the question, in a sentence; all its numbers are 0 then. Null where it is shown. */
	hidden: string | null;
	/** Whether the records behind the counts, and behind those of each stratum, can be listed without telling of a group. */
	listed: { all: boolean; byStratum: boolean };
};

/** The result of one question. Its strata are those of its measure. `filter`: what the measure is narrowed to. */
export function deriveQuestionResult(
	place: MeasureInPlace,
	scale: Bands,
	filter: Pick<Filter, 'among' | 'value'> = { among: null, value: null }
): QuestionResult {
	const { key, source, question, measure, instrument } = place;
	const shared = hasShare(question);
	const telling = tellingOf(place, scale);
	const narrow = protectsSmallGroups(source.kind);
	return {
		key,
		code: question.code,
		wording: question.wording,
		label: question.label ?? question.wording,
		type: question.type,
		group: question.group ?? null,
		help: question.help ?? null,
		unit: instrument.unit,
		message: messageOf(place),
		parts: measureParts(measure, telling),
		sure: sureParts(measure, telling),
		strip: shared ? stripOfMeasure(measure) : null,
		names: namesOf(question),
		share: measure.share,
		records: measure.tally.records,
		base: measure.base,
		positive: [...question.positive],
		behind: answerBehind(question),
		answers: answersInBase(place),
		outside: answersOutside(place),
		baseNote: baseSentence(measure.tally, question),
		published: publishedLine(source, question.code, shared),
		dates: question.type === 'date' ? spreadDates(measure.tally) : null,
		strata: shared ? deriveStrata(place, scale) : [],
		among: filter.among,
		where: filter.value,
		hidden: measure.hidden ? `Not shown ${filter.among ?? ''}. ${whyNotShown}` : null,
		listed: { all: !narrow || filter.value === null, byStratum: !narrow }
	};
}

function tellingOf({ instrument, source }: MeasureInPlace, scale: Bands): Telling {
	const { design, asked, frameSize } = source.sample;
	return { unit: instrument.unit, design, scale, asked, frameSize };
}

/** `Almost all` + ` files show that …`; null where there is no term to say. */
function messageOf({ question, measure }: MeasureInPlace): QuestionResult['message'] {
	const { term, positive, base } = measure;
	if (term === null || question.message === undefined) return null;
	const said = spoken(term, positive, base);
	const phrase = phraseOf(said);
	const bold = said === 'none' ? 'No' : sentenceCase(said);
	return { term: bold, rest: `${phrase.slice(bold.length)}${question.message}` };
}

/** Yes, partly and no are the words of the strip itself; other questions name what counts and what does not. */
function namesOf(question: Question): QuestionResult['names'] {
	if (question.type === 'yes-no' || question.type === 'yes-partly-no') return {};
	if (question.type === 'agreement') return { yes: 'Agreed', no: 'All other answers' };
	return { yes: sentenceCase(question.positive.join(' or ')), no: 'All other answers' };
}

function answersInBase({ question, measure }: MeasureInPlace): AnswerLine[] {
	if (question.type === 'date' || question.type === 'text') return [];
	const { tally, base } = measure;
	const line = (word: string, count: number, positive: boolean): AnswerLine => ({
		word,
		count,
		share: base === 0 ? null : count / base,
		positive
	});
	const given = tally.answers.map(({ word, count, positive }) =>
		line(endWords(question, word), count, positive)
	);
	return question.asksAboutRecording ? [...given, line('not recorded', tally.notRecorded, false)] : given;
}

/** The ends of a scale with their words: `1, not at all`. */
function endWords({ scale, type }: Question, word: string): string {
	if (type !== 'scale' || !scale) return word;
	const label = { [scale.from]: scale.fromLabel, [scale.to]: scale.toLabel }[word];
	return label === undefined ? word : `${word}, ${label}`;
}

function answersOutside({ question, measure: { tally } }: MeasureInPlace): AnswerLine[] {
	return [
		{ word: 'not applicable', count: tally.notApplicable },
		{ word: 'not recorded', count: question.asksAboutRecording ? 0 : tally.notRecorded },
		{ word: 'left blank', count: tally.blank }
	]
		.filter(({ count }) => count > 0)
		.map((part) => ({ ...part, share: null, positive: false }));
}
