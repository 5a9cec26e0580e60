/**
 * “Write it for me”: measures as plain sentences, each with its term, its base and, at the end, what is to be kept in
 * mind. A start for one's own writing; it says what was counted and nothing of what it means.
 */
import type { Question } from '#lib/evidence/instrument.ts';
import { formatCount, listed } from '#lib/measures/figures.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { phraseOf, spoken } from '#lib/measures/term.ts';
import { sureParts, type Telling } from '#lib/measures/words.ts';
import type { MeasureToCheck } from './quantity-check/shapes.ts';
import { numberInWords } from './quantity-check/numbers.ts';

export type MeasureToWrite = {
	id: string;
	question: Pick<Question, 'wording' | 'label' | 'message' | 'positive'>;
	measure: Measure;
	telling: Telling;
};

export type WrittenSentence = {
	text: string;
	/** The measure that it is about; null for a sentence of caution about several. */
	measure: string | null;
	/** Where in the sentence the phrase stands that is to be tied to the measure. */
	at: { start: number; end: number } | null;
};

/**
 * A sentence for each measure that has a share or no evidence, in the order given, then each caution once. Questions
 * without positive answers have no share and are left out.
 */
export function writeMeasures(measures: readonly MeasureToWrite[]): WrittenSentence[] {
	const sentences = measures.map(sentenceOf).filter((sentence) => sentence !== null);
	const cautions = measures.filter(({ measure }) => measure.term !== null).map(cautionOf);
	const told = [...new Set(cautions.filter((caution) => caution !== ''))];
	return [...sentences, ...told.map((text) => ({ text, measure: null, at: null }))];
}

/** A measure as the quantity check wants it, not yet tied to any place. Null where it has no share. */
export function measureToCheck({ id, question, measure, telling }: MeasureToWrite): MeasureToCheck | null {
	if (measure.share === null || measure.term === null) return null;
	return {
		id,
		label: question.label ?? question.wording,
		positive: measure.positive,
		base: measure.base,
		people: question.message === undefined ? telling.unit.many : subjectOf(question.message),
		term: measure.term,
		touches: measure.touches,
		secure: measure.secure
	};
}

function sentenceOf({ id, question, measure, telling }: MeasureToWrite): WrittenSentence | null {
	if (measure.base === 0) {
		const text = `There is no evidence on “${withoutStop(question.label ?? question.wording)}”.`;
		return { text, measure: id, at: null };
	}
	if (measure.term === null) return null;
	const word = spoken(measure.term, measure.positive, measure.base);
	const { start, subject, rest } =
		question.message === undefined
			? { start: 'In ', subject: telling.unit.many, rest: answered(question) }
			: { start: '', ...parted(question.message) };
	const begin = amountOf(word, measure.base, start === '');
	const count = saysItself(word, measure.base) ? '' : ` (${countOf(measure, telling)})`;
	const text = `${start}${begin}${subject}${count} ${withoutStop(rest)}.`;
	return { text, measure: id, at: { start: start.length, end: start.length + termLength(begin) } };
}

/** “All ten people who answered” says its base in the amount, everything else in brackets. */
const saysItself = (word: string, base: number): boolean => word === 'all' && base > 2;

function amountOf(word: string, base: number, begins: boolean): string {
	const amount = saysItself(word, base) ? `All ${numberInWords(base)} ` : phraseOf(word);
	return begins ? amount : amount.charAt(0).toLowerCase() + amount.slice(1);
}

/** The term with its “of”, without the number of “all ten”. */
const termLength = (amount: string): number => (/^all /i.test(amount) ? 3 : amount.trimEnd().length);

function countOf({ positive, base }: Measure, { design }: Telling): string {
	const weighted = design === 'stratified' ? '; weighted by stratum' : '';
	return `${formatCount(positive)} of ${formatCount(base)}${weighted}`;
}

/** `files` and `show that …`; `staff who answered` and `say that …`. */
function parted(message: string): { subject: string; rest: string } {
	const subject = subjectOf(message);
	return { subject, rest: message.slice(subject.length).trim() };
}

const subjectOf = (message: string): string =>
	/^\S+(?: who answered| who replied)?/.exec(message.trim())?.[0] ?? '';

/** For questions without a message of their own: the answers as they were given. */
function answered({ wording, positive }: MeasureToWrite['question']): string {
	const answers = positive.map((answer) => `“${answer}”`);
	const either =
		answers.length < 2 ? answers.join('') : `${answers.slice(0, -1).join(', ')} or ${answers.at(-1)}`;
	return `the answer to “${wording.trim()}” was ${either}`;
}

const withoutStop = (words: string): string => words.trim().replace(/\.$/, '');

/** What is to be kept in mind: a borderline term of one measure, or whom a source describes. Empty for a secure one. */
function cautionOf({ question, measure, telling }: MeasureToWrite): string {
	const { standing, rest } = sureParts(measure, telling);
	if (standing === 'those-counted') return rest.trim();
	if (standing !== 'borderline') return '';
	const terms = listed(measure.touches.map((term) => `“${term}”`));
	return `On “${withoutStop(question.label ?? question.wording)}” the term is borderline: the sample does not tell ${terms} apart.`;
}
