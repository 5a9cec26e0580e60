/**
 * A survey as somebody answers it by link: its questions in parts, one part a page. In the form an answer is named by
 * its place, since words may hold any sign; kept are the words, as in an answers file.
 */
import { answerWords, codeAnswer, plainWord } from '#lib/evidence/answer.ts';
import { fixedWords, type Instrument, type Question } from '#lib/evidence/instrument.ts';

export type SurveyQuestion = {
	/** Of the field in the form. */
	name: string;
	code: string;
	wording: string;
	help: string | null;
	kind: 'one' | 'several' | 'date' | 'text' | 'number';
	choices: { value: string; label: string }[];
	/** What was answered: places of the choices with spaces between, or the text. */
	value: string;
};

export type SurveyPart = { heading: string; questions: SurveyQuestion[] };

/** Answers by code of the question, in words; a question without one was left out. */
export type SurveyAnswers = Readonly<Record<string, string>>;

const doesNotApply = 'not-applicable';
/** For an answer that one takes back: a round button cannot be emptied. */
const ratherNot = 'none';

/** The parts are the groups of the instrument, in its order. */
export function surveyParts({ questions }: Instrument, answers: SurveyAnswers): SurveyPart[] {
	const placed = questions.map((question, position) => ({
		heading: question.group ?? 'Questions',
		question: toSurvey(question, position, answers[question.code] ?? '')
	}));
	return [...Map.groupBy(placed, ({ heading }) => heading)].map(([heading, inPart]) => ({
		heading,
		questions: inPart.map(({ question }) => question)
	}));
}

function toSurvey(question: Question, position: number, words: string): SurveyQuestion {
	const kind = kindOf(question);
	const choices = kind === 'one' || kind === 'several' ? choicesOf(question, kind) : [];
	return {
		name: `q${position}`,
		code: question.code,
		wording: question.wording,
		help: question.help ?? null,
		kind,
		choices,
		value: choices.length > 0 ? placesOf(question, words) : words
	};
}

function kindOf(question: Question): SurveyQuestion['kind'] {
	if (question.type === 'date' || question.type === 'text') return question.type;
	if (question.type === 'multiple-choice') return 'several';
	return fixedWords(question) ? 'one' : 'number';
}

function choicesOf(question: Question, kind: 'one' | 'several'): SurveyQuestion['choices'] {
	const words = fixedWords(question) ?? [];
	return [
		...words.map((word, place) => ({ value: String(place), label: labelOf(question, word) })),
		{ value: doesNotApply, label: 'Does not apply to me' },
		...(kind === 'one' ? [{ value: ratherNot, label: 'I would rather not say' }] : [])
	];
}

function labelOf({ scale, type }: Question, word: string): string {
	if (type !== 'scale' || !scale) return word.charAt(0).toUpperCase() + word.slice(1);
	const end = { [scale.from]: scale.fromLabel, [scale.to]: scale.toLabel }[word];
	return end === undefined ? word : `${word}, ${end}`;
}

function placesOf(question: Question, words: string): string {
	if (words === '') return '';
	if (words === 'not applicable') return doesNotApply;
	const chosen = new Set((question.type === 'multiple-choice' ? words.split(';') : [words]).map(plainWord));
	return (fixedWords(question) ?? [])
		.flatMap((word, place) => (chosen.has(plainWord(word)) ? [String(place)] : []))
		.join(' ');
}

/**
 * What a part's form says, by code of the question: the words of each answer, empty where it was left out. `written`:
 * values by the fields' names.
 */
export function answersInPart(
	instrument: Instrument,
	{ questions }: SurveyPart,
	written: Readonly<Record<string, string>>
): Record<string, string> {
	return Object.fromEntries(
		questions.map(({ code, name, kind }) => {
			const question = instrument.questions.find((each) => each.code === code)!;
			const value = (written[name] ?? '').trim();
			return [code, kind === 'one' || kind === 'several' ? wordsOf(question, value) : value];
		})
	);
}

/** Places that a question does not have count for nothing. */
function wordsOf(question: Question, value: string): string {
	const named = value.split(' ');
	if (named.includes(doesNotApply)) return 'not applicable';
	const words = fixedWords(question) ?? [];
	return named.flatMap((place) => (/^\d+$/.test(place) ? (words[Number(place)] ?? []) : [])).join('; ');
}

/** What is wrong with an answer, said to whoever gives it; null for nothing. */
export function surveyFault(question: Question, words: string): string | null {
	const coded = codeAnswer(question, words);
	if (coded === null || 'code' in coded) return null;
	return question.type === 'date' ? 'Give a date that there is.' : 'Give a whole number.';
}

/** Every question with its answer as it will be sent, for the page on which one looks through them. */
export function surveyLines(
	instrument: Instrument,
	answers: SurveyAnswers
): { part: number; wording: string; answer: string | null }[] {
	return surveyParts(instrument, answers).flatMap(({ questions }, part) =>
		questions.map(({ code, wording }) => {
			const question = instrument.questions.find((each) => each.code === code)!;
			const coded = codeAnswer(question, answers[code] ?? '');
			const words = coded && 'code' in coded ? answerWords(question, coded.code, coded.text) : '';
			return {
				part,
				wording,
				answer:
					words === ''
						? null
						: words === 'not applicable'
							? 'Does not apply to me'
							: question.type === 'text'
								? words
								: words.charAt(0).toUpperCase() + words.slice(1)
			};
		})
	);
}
