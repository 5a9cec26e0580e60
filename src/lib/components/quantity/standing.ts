/** How the verdict of the quantity check on a phrase stands: what is to mend, to think about, and right. */
import type { QuantitySpan } from '#lib/judgement/check-quantities.ts';
import type { TextCheck } from '#lib/pages/text-check.ts';

export type Standing = 'mend' | 'think' | 'right';

export function standingOf({ verdict, stale }: QuantitySpan): Standing {
	if (verdict === 'wrong') return 'mend';
	return verdict === 'right' && !stale ? 'right' : 'think';
}

/** The lead of a verdict, set in bold. */
export function leadOf(span: QuantitySpan): string {
	if (span.stale)
		return span.verdict === 'wrong' ? 'The data have changed.' : 'The data have changed since it was linked.';
	switch (span.verdict) {
		case 'right':
			return span.borderline.length > 1 ? 'Right, and borderline.' : 'Right.';
		case 'wrong':
			return `“${span.phrase}” is not what the data say.`;
		case 'unlinked':
			return 'No measure is linked.';
		case 'undefined-term':
			return 'Not a defined term.';
		case 'hidden-base':
			return 'The base is not said.';
	}
}

const named = (count: number, what: string) => `${count} ${what}`;

/** `2 to mend, 1 to think about, 2 right`; for no spans that there is nothing. */
export function countWords(spans: readonly QuantitySpan[]): string {
	if (spans.length === 0) return 'no words of quantity found';
	const of = (standing: Standing) => spans.filter((span) => standingOf(span) === standing).length;
	return [named(of('mend'), 'to mend'), named(of('think'), 'to think about'), named(of('right'), 'right')]
		.filter((words) => !words.startsWith('0 '))
		.join(', ');
}

/** `It means 75% up to 90%.` of a term of the scale as it was written; the reason of the check for everything else. */
export function meaningOf({ phrase, reason }: QuantitySpan, bands: TextCheck['scale']['bands']): string {
	const written = phrase.toLowerCase().replace(/\s+of(\s+the)?$/, '');
	const band = bands.find(({ name }) => name === written);
	if (!band) return reason;
	return band.to === 100 ? `It means ${band.from}% or more.` : `It means ${band.from}% up to ${band.to}%.`;
}
