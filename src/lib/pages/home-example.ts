/** What the home page shows of the worked example: one number, followed from a record to an evaluation. */
import { answerWords, isPositive } from '#lib/evidence/answer.ts';
import type { Element } from '#lib/frameworks/framework.ts';
import type { EvaluationScale, QuantityScale } from '#lib/frameworks/scales.ts';
import { formatCount, listed } from '#lib/measures/figures.ts';
import { spoken } from '#lib/measures/term.ts';
import type { Evaluation } from '#lib/judgement/judgement.ts';
import type { MeasureInPlace } from '#lib/reports/derive-input.ts';
import type { Strip, StripBand } from '#lib/reports/drawings/quantity-strip.ts';
import { answerNames, stripOfMeasure } from '#lib/reports/drawings/quantity-strip.ts';
import { deriveQuestionResult, type QuestionResult } from './question-result.ts';

export type HomeExampleInput = {
	review: {
		id: string;
		title: string;
		partnershipName: string;
		standing: string | null;
		notice: string | null;
	};
	place: MeasureInPlace;
	scale: QuantityScale;
	evaluationScale: EvaluationScale;
	/** The records of the source with their coded answer to the question. */
	records: readonly { reference: string; code: number | null; text: string | null }[];
	/** The theme whose evaluation rests on the measure, if one does. */
	theme: { element: Element; evaluation: Evaluation } | null;
};

export type HomeExample = {
	/** What a reader must know about the standing of the review. */
	notice: string | null;
	/** Whose number it is, and what may be believed of it: the place, the review and its standing. */
	review: { partnership: string; title: string; standing: string | null };
	reviewHref: string;
	/** Where the number can be followed down to its records. */
	questionHref: string;
	bands: StripBand[];
	strip: Strip;
	result: Pick<QuestionResult, 'message' | 'parts' | 'sure' | 'unit'>;
	/** The way of the number, step by step. */
	chain: { step: string; words: string; href: string | null }[];
};

/** Null when the measure has no term: then there is nothing to show. */
export function deriveHomeExample(input: HomeExampleInput): HomeExample | null {
	const { place, review, scale } = input;
	const { measure } = place;
	const result = deriveQuestionResult(place, scale);
	if (measure.term === null || result.message === null) return null;
	const strip = stripOfMeasure(measure);
	const reviewHref = `/reviews/${review.id}`;
	const sourceHref = `${reviewHref}/evidence/${place.source.id}`;
	const questionHref = `${sourceHref}/questions/${encodeURIComponent(place.question.code)}`;
	return {
		notice: review.notice,
		review: { partnership: review.partnershipName, title: review.title, standing: review.standing },
		reviewHref,
		questionHref,
		bands: scale.bands.map(({ name, from, to }) => ({ name, from, to })),
		strip,
		result: { message: result.message, parts: result.parts, sure: result.sure, unit: result.unit },
		chain: [
			...recordSteps(input, sourceHref),
			{ step: 'Tally', words: tallyWords(strip), href: `${questionHref}#records` },
			{ step: 'Share', words: `${result.parts.kOfN}, ${result.parts.percent}`, href: questionHref },
			{ step: 'Term', words: termWords(place), href: '/method#terms' },
			{ step: 'Sentence', words: `${result.message.term}${result.message.rest}`, href: sourceHref },
			...evaluationStep(input, reviewHref)
		]
	};
}

/** One record that answered positively, and its answer. */
function recordSteps({ place, records }: HomeExampleInput, sourceHref: string): HomeExample['chain'] {
	const { question, instrument } = place;
	const record = records.find(({ code }) => code !== null && isPositive(question, code));
	if (!record || record.code === null) return [];
	const unit = instrument.unit.one;
	const href = `${sourceHref}/records/${encodeURIComponent(record.reference)}`;
	const word = answerWords(question, record.code, record.text ?? undefined);
	return [
		{ step: 'Record', words: `${unit.charAt(0).toUpperCase()}${unit.slice(1)} ${record.reference}`, href },
		{ step: 'Answer', words: `${question.label ?? question.wording}: ${word}`, href: null }
	];
}

function tallyWords({ parts = [], outside = [] }: Strip): string {
	return [...parts, ...outside]
		.filter(({ count }) => count > 0)
		.map(({ kind, count }) => `${formatCount(count)} ${answerNames[kind]}`)
		.join(', ');
}

function termWords({ measure: { term, positive, base, secure, touches } }: MeasureInPlace): string {
	const said = spoken(term ?? '', positive, base);
	const capital = `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
	if (secure === null) return capital;
	return secure
		? `${capital}, secure`
		: `${capital}, borderline with ${listed(touches.filter((each) => each !== term))}`;
}

function evaluationStep(
	{ theme, evaluationScale }: HomeExampleInput,
	reviewHref: string
): HomeExample['chain'] {
	const step = evaluationScale.steps.find(({ step }) => step === theme?.evaluation.step);
	if (!theme || !step) return [];
	return [
		{
			step: 'Evaluation',
			words: `${step.name} (${step.step}) for ${theme.element.title.charAt(0).toLowerCase()}${theme.element.title.slice(1)}, judged by people, with a reason`,
			href: `${reviewHref}/judgements/${encodeURIComponent(theme.element.code)}`
		}
	];
}
