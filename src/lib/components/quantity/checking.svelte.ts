/**
 * The quantity check of one text while it is written: a moment after typing stops the text is checked again, and
 * phrases that are tied to measures stay tied as the words around them change. On the server it checks once.
 */
import { deserialize } from '$app/forms';
import { checkQuantities, type MeasureToCheck, type QuantitySpan } from '#lib/judgement/check-quantities.ts';
import {
	moveLinks,
	phraseAt,
	placeOfPhrase,
	tieMeasures,
	unchangedEnds,
	type PhraseLink
} from '#lib/judgement/phrase-ties.ts';
import type { CheckedMeasure, TextCheck } from '#lib/pages/text-check.ts';

/** Milliseconds without a key pressed. */
const pause = 350;

export class Checking {
	readonly check: TextCheck;
	/** What stands in the field now. */
	text = $state('');
	/** In the order of the text; their places are right for the text as it stands, the verdicts as of the last check. */
	spans = $state.raw<readonly QuantitySpan[]>([]);
	/** Why a phrase could not be tied or untied, or what was done, in a sentence. */
	said = $state('');

	/** What the links belong to: the text as it was last saved or came with the page. */
	#before: string;
	#links: readonly PhraseLink[];
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(check: TextCheck, text: string) {
		this.check = check;
		this.text = text;
		this.#before = text;
		this.#links = check.links;
		this.spans = this.#found(text);
	}

	get measures(): readonly CheckedMeasure[] {
		return this.check.measures;
	}

	/** Whether somebody linked it; not so where the numbers of its own sentence name the measure. */
	isTied({ start, end }: QuantitySpan): boolean {
		return this.#now(this.text).some((link) => {
			const at = placeOfPhrase(this.text, link);
			return at >= 0 && at < end && at + link.phrase.length > start;
		});
	}

	/** The text was changed; it is checked when typing stops. */
	typed(text: string) {
		this.spans = movedSpans(this.spans, this.text, text);
		this.text = text;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.checkNow(), pause);
	}

	checkNow() {
		clearTimeout(this.#timer);
		this.spans = this.#found(this.text);
	}

	/** The server has moved the links along with the text that it has saved. */
	saved() {
		this.#links = moveLinks(this.#before, this.text, this.#links, this.check.scale);
		this.#before = this.text;
	}

	/** Ties a phrase of the text as it is saved. Gives whether that was done. */
	async tie(span: QuantitySpan, measure: CheckedMeasure): Promise<boolean> {
		const done = await this.#ask('link', span, measure.id);
		if (done) this.said = `“${span.phrase}” is linked to ${measure.sourceTitle}: ${measure.label}.`;
		return done;
	}

	async untie(span: QuantitySpan): Promise<boolean> {
		const done = await this.#ask('unlink', span, '');
		if (done) this.said = `“${span.phrase}” is not linked any more.`;
		return done;
	}

	async #ask(verb: 'link' | 'unlink', span: QuantitySpan, measure: string): Promise<boolean> {
		const text = this.text;
		const { phrase, nth } = phraseAt(text, span.start, span.end);
		const body = new FormData();
		body.set('tie', JSON.stringify({ text: this.check.text, phrase, nth, measure }));
		try {
			// eslint-disable-next-line no-restricted-globals -- a form is sent by the browser, not by the core
			const response = await fetch(`/reviews/${this.check.review}/phrases?/${verb}`, {
				method: 'POST',
				headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
				cache: 'no-store',
				body
			});
			const result = deserialize(await response.text());
			if (result.type === 'success') {
				const { links } = result.data as { links: PhraseLink[] };
				this.#before = text;
				this.#links = links;
				this.checkNow();
				return true;
			}
			const problem = result.type === 'failure' ? (result.data as { problem?: string })?.problem : null;
			this.said = `Nothing was changed. ${problem ?? 'Sign in again in another window, then try once more.'}`;
		} catch {
			this.said = 'Nothing was changed: Cairn cannot be reached. Try again in a moment.';
		}
		return false;
	}

	#found(text: string): QuantitySpan[] {
		const measures: readonly MeasureToCheck[] = tieMeasures(this.check.measures, text, this.#now(text));
		return checkQuantities(text, measures, this.check.scale);
	}

	#now(text: string): PhraseLink[] {
		return moveLinks(this.#before, text, this.#links, this.check.scale);
	}
}

/** Places of spans while the text changes under them; what stands in the change itself is found by the next check. */
function movedSpans(spans: readonly QuantitySpan[], before: string, after: string): QuantitySpan[] {
	const { head, tail } = unchangedEnds(before, after);
	const shift = after.length - before.length;
	return spans.flatMap((span) => {
		if (span.end <= head) return [span];
		if (span.start < before.length - tail) return [];
		return [{ ...span, start: span.start + shift, end: span.end + shift }];
	});
}
