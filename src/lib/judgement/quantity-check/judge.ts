/** The verdict on one phrase: by the measure it is tied to, otherwise by the numbers of its own sentence. */
import { spoken, termFor, type Bands } from '#lib/measures/term.ts';
import type { Phrase } from './find-phrases.ts';
import { countsBefore, type OwnCount } from './own-counts.ts';
import { isSubjectPlace } from './places.ts';
import { smallBase, type MeasureToCheck, type QuantitySpan } from './shapes.ts';
import type { Token } from './sentences.ts';
import { countWords, isWhole, suggestion } from './suggest.ts';
import { termOfPercent } from './percent-terms.ts';
import * as say from './wording.ts';
import { wholeOf } from './wholes.ts';

export type ToJudge = {
	tokens: readonly Token[];
	phrase: Phrase;
	/** The words of the phrase as they stand in the text. */
	words: string;
	measure: MeasureToCheck | null;
	/** The sentence's own count or percentage beside the phrase. */
	count: OwnCount | null;
	percent: number | null;
	/** Whether the sentence, or the one before, says a base. */
	shows: (base: number) => boolean;
	scale: Bands;
};

export type Judged = Pick<QuantitySpan, 'verdict' | 'term' | 'suggestion' | 'reason'>;

/** The verdict on a phrase that stands in a text. */
export function judgePhrase(input: ToJudge): Judged {
	if (input.measure) return byMeasure(input, input.measure);
	if (isWhole(input.phrase)) return wholeByItself(input);
	return input.phrase.term === null ? undefinedByItself(input) : termByItself(input, input.phrase.term);
}

function byMeasure(input: ToJudge, measure: MeasureToCheck): Judged {
	const { words, phrase, tokens, shows, scale } = input;
	const { positive, base } = measure;
	const term = measure.term ?? termFor(positive, base, scale);
	if (term === null)
		return { verdict: 'wrong', term: null, suggestion: null, reason: say.noEvidence(words, measure) };
	const word = spoken(term, positive, base);
	const shown = shows(base);
	const hidden = !shown && (base < smallBase || word !== term);
	const instead = standsForCount(input)
		? countWords(measure)
		: suggestion(tokens, phrase, term, measure, !hidden);
	const verdict = verdictOn(phrase, term, word);
	if (verdict === 'undefined-term')
		return { verdict, term, suggestion: instead, reason: say.notATermBut(words, word, measure) };
	if (verdict === 'wrong')
		return { verdict, term, suggestion: instead, reason: say.fitsNot(words, measure, word) };
	if (!shown && (base < smallBase || isWhole(phrase)))
		return { verdict: 'hidden-base', term, suggestion: instead, reason: say.baseHidden(words, measure) };
	return { verdict: 'right', term, suggestion: null, reason: say.fits(words, measure) };
}

function verdictOn(phrase: Phrase, term: string, word: string): 'right' | 'wrong' | 'undefined-term' {
	if (isWhole(phrase)) return wholeOf(phrase.amount) === word ? 'right' : 'wrong';
	if (phrase.term === null) return 'undefined-term';
	return phrase.term === term ? 'right' : 'wrong';
}

/** A percentage that no group follows, as in brackets or behind “was”, gives way to the count. */
const standsForCount = ({ phrase, tokens }: ToJudge): boolean =>
	phrase.amount.kind === 'percentage' &&
	phrase.group.use === 'end' &&
	(tokens[phrase.from - 1]?.text === '(' || !isSubjectPlace(tokens, phrase.from));

function wholeByItself({ tokens, phrase, words, count, shows, scale }: ToJudge): Judged {
	const whole = wholeOf(phrase.amount);
	const { number } = phrase.group;
	if (count) {
		const term = termFor(count.positive, count.base, scale)!;
		const word = spoken(term, count.positive, count.base);
		if (word === whole)
			return { verdict: 'unlinked', term, suggestion: null, reason: say.bornOutUnlinked(words, count) };
		const share = { ...count, people: 'people' };
		return {
			verdict: 'wrong',
			term,
			suggestion: suggestion(tokens, phrase, term, share, true),
			reason: say.contradicts(words, count, word)
		};
	}
	const band = whole === 'all' ? scale.bands.at(-1)! : scale.bands[0]!;
	const shown = (number !== null && shows(number)) || countsBefore(phrase, tokens);
	return {
		verdict: shown ? 'unlinked' : 'hidden-base',
		term: band.name,
		suggestion: null,
		reason: shown ? say.unlinked(words) : say.baseNotSaid(words)
	};
}

function termByItself({ tokens, phrase, words, count, percent, scale }: ToJudge, term: string): Judged {
	if (count) {
		const right = termFor(count.positive, count.base, scale)!;
		if (right === term)
			return { verdict: 'unlinked', term, suggestion: null, reason: say.bornOutUnlinked(words, count) };
		const share = { ...count, people: 'people' };
		return {
			verdict: 'wrong',
			term: right,
			suggestion: suggestion(tokens, phrase, right, share, true),
			reason: say.contradicts(words, count, spoken(right, count.positive, count.base))
		};
	}
	const right = percent === null ? null : termOfPercent(percent, scale);
	if (percent === null || right === null || right === term)
		return { verdict: 'unlinked', term, suggestion: null, reason: say.unlinked(words) };
	return {
		verdict: 'wrong',
		term: right,
		suggestion: suggestion(tokens, phrase, right, null, true),
		reason: say.contradictsPercent(words, percent, right)
	};
}

function undefinedByItself(input: ToJudge): Judged {
	const { tokens, phrase, words, count, scale } = input;
	const verdict = 'undefined-term';
	if (count) {
		const term = termFor(count.positive, count.base, scale)!;
		const word = spoken(term, count.positive, count.base);
		const share = { ...count, people: 'people' };
		return {
			verdict,
			term,
			suggestion: suggestion(tokens, phrase, term, share, true),
			reason: say.notATermBut(words, word, null)
		};
	}
	const { percent, hedges } = phrase.amount;
	const term =
		percent === null || hedges.length > 0 || standsForCount(input) ? null : termOfPercent(percent, scale);
	if (term === null)
		return {
			verdict,
			term,
			suggestion: null,
			reason: say.notATerm(
				words,
				scale.bands.map(({ name }) => name)
			)
		};
	return {
		verdict,
		term,
		suggestion: suggestion(tokens, phrase, term, null, true),
		reason: say.notATermBut(words, term, null)
	};
}
