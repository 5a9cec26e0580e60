/** Which measures to offer first for a phrase: those that its sentence speaks of. */
import type { MeasureToCheck } from './check-quantities.ts';

type Offered = Pick<MeasureToCheck, 'label' | 'term'>;

/**
 * At most `most` measures, those first whose label shares most words with the sentence around the phrase, and of
 * those that share as many the ones that bear the term out. The first `first` need a shared word or the term itself,
 * those beyond two shared words.
 */
export function offerMeasures<Measure extends Offered>(
	text: string,
	{ start, end, term }: { start: number; end: number; term: string | null },
	measures: readonly Measure[],
	first: number,
	most = 3
): Measure[] {
	const said = wordsOf(sentenceAround(text, start, end));
	return measures
		.map((measure, index) => {
			const shared = [...wordsOf(measure.label)].filter((word) => said.has(word)).length;
			const fits = term !== null && measure.term === term ? 1 : 0;
			return { measure, index, shared, fits, near: index < first };
		})
		.filter(({ near, shared, fits }) => shared >= 2 || (near && shared + fits > 0))
		.sort((a, b) => b.shared - a.shared || b.fits - a.fits || a.index - b.index)
		.slice(0, most)
		.map(({ measure }) => measure);
}

function sentenceAround(text: string, start: number, end: number): string {
	const from = Math.max(text.lastIndexOf('. ', start), text.lastIndexOf('\n', start)) + 1;
	const stops = [text.indexOf('. ', end), text.indexOf('\n', end)].filter((at) => at >= 0);
	return text.slice(from, stops.length === 0 ? text.length : Math.min(...stops));
}

/** Words of four letters and more without their endings: “conversations” and “conversation” are one. */
function wordsOf(text: string): Set<string> {
	const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
	return new Set(
		words.filter((word) => !plain.has(word)).map((word) => word.replace(/(?:ing|ed|es|s)$/, ''))
	);
}

const plain = new Set(
	'that this with were have from they their there people staff files than what which been said most more less half almost majority'.split(
		' '
	)
);
