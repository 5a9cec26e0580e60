/**
 * The quantity check of a narrative while it is written in the editor. A moment after typing stops, its words are
 * checked with the ties that stand in it; phrases are marked in the editor, and mended and tied there.
 */
import type { QuantitySpan } from '#lib/judgement/check-quantities.ts';
import type { TiedWords } from '#lib/judgement/narrative-words.ts';
import type { CheckedMeasure, TextCheck } from '#lib/pages/text-check.ts';
import { standingOf } from '../quantity/standing.ts';
import { checkWords } from './check-words.ts';
import { linkTo, nameOf } from './measure-words.ts';
import type { RichText } from './rich-text.ts';

/** Milliseconds without a key pressed. */
const pause = 350;

export class RichChecking {
	readonly check: TextCheck;
	text = $state('');
	spans = $state.raw<readonly QuantitySpan[]>([]);
	/** What was done, in a sentence. */
	said = $state('');

	#rich: RichText;
	#ties: readonly TiedWords[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(check: TextCheck, rich: RichText) {
		this.check = check;
		this.#rich = rich;
		this.checkNow();
	}

	/** The text was changed; it is checked when typing stops. */
	typed() {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.checkNow(), pause);
	}

	end() {
		clearTimeout(this.#timer);
	}

	checkNow() {
		clearTimeout(this.#timer);
		const { text, own, ties, at } = this.#rich.read();
		const spans = checkWords(this.check, own, ties);
		this.#ties = ties;
		this.text = text;
		this.spans = spans;
		this.#rich.mark(
			spans.map((span, index) => ({
				from: at(span.start),
				to: at(span.end - 1) + 1,
				standing: standingOf(span),
				number: index + 1
			}))
		);
	}

	isTied = (span: QuantitySpan): boolean => this.#tieOf(span) !== undefined;

	show = (span: QuantitySpan): void => {
		const place = this.#place(span);
		if (place) this.#rich.choose(place.from, place.to);
	};

	/** Gives the number of the phrase afterwards. */
	mend(span: QuantitySpan): number {
		const place = this.#place(span);
		const number = this.spans.indexOf(span);
		if (!place || span.suggestion === null) return number;
		const measure = this.check.measures.find(({ id }) => id === span.measure);
		this.#rich.replace(place.from, place.to, span.suggestion);
		// Whoever puts the right term has looked at what the data say now.
		if (measure && this.isTied(span))
			this.#rich.tie(place.from, place.from + span.suggestion.length, linkTo(measure));
		this.checkNow();
		this.said = `“${span.phrase}” is now “${span.suggestion}”.`;
		return number;
	}

	tie(span: QuantitySpan, measure: CheckedMeasure): number {
		const number = this.spans.indexOf(span);
		const place = this.#whole(span);
		if (!place) return number;
		this.#rich.tie(place.from, place.to, linkTo(measure));
		this.checkNow();
		this.said = `“${span.phrase}” is linked to ${nameOf(measure)}.`;
		return number;
	}

	untie(span: QuantitySpan): number {
		const number = this.spans.indexOf(span);
		const place = this.#whole(span);
		if (!place) return number;
		this.#rich.untie(place.from, place.to);
		this.checkNow();
		this.said = `“${span.phrase}” is not linked any more.`;
		return number;
	}

	#place(span: QuantitySpan) {
		return this.#rich.places().get(this.spans.indexOf(span) + 1) ?? null;
	}

	/** With all the words that are tied together with the phrase. */
	#whole(span: QuantitySpan) {
		const place = this.#place(span);
		const tie = this.#tieOf(span);
		if (!place || !tie) return place;
		return {
			from: place.from - Math.max(0, span.start - tie.start),
			to: place.to + Math.max(0, tie.end - span.end)
		};
	}

	#tieOf({ start, end }: QuantitySpan): TiedWords | undefined {
		return this.#ties.find((tie) => tie.start < end && tie.end > start);
	}
}
