/** What people told the reviewers on a theme or standard, as the section on it says it. */
import type { Direction } from '#lib/evidence/voices.ts';
import type { ReportInput } from './derive-input.ts';
import type { Block } from './report.ts';
import { counted, sentenceCase, sourceKindNames } from './review-words.ts';
import type { SectionWriter } from './section-writer.ts';
import { chosenQuotations, directionWords, heardInWords, voicesOn } from './voices.ts';

/** Quotations in a section. */
const mostQuotations = 4;

/** On how many occasions it was spoken of, and a few words as they were said; nothing where no voice was tagged so. */
export function whatPeopleToldUs(
	input: ReportInput,
	codes: ReadonlySet<string>,
	write: SectionWriter
): Block[] {
	const voices = voicesOn(input.bundle.sources, codes);
	const tagged = voices.all.filter(({ passage }) => passage.direction !== null || passage.quotation);
	if (tagged.length === 0) return [];
	const spoken = directionWords(voices);
	const count = counted(voices.all.length, 'passage');
	return [
		write.heading('What people told us'),
		write.paragraph(`${heardInWords(voices)}${spoken === '' ? '' : ` Of ${count} on it, ${spoken}.`}`),
		...chosenQuotations(voices, mostQuotations).map(({ source, passage }): Block => ({
			kind: 'quote',
			text: passage.text,
			source: [
				sentenceCase(passage.saidBy ?? source.heardFrom),
				sourceKindNames[source.kind].toLowerCase(),
				...(passage.direction === null ? [] : [directionNames[passage.direction]])
			].join(', ')
		}))
	];
}

const directionNames: Record<Direction, string> = {
	strength: 'on a strength',
	'area-for-improvement': 'on an area for improvement'
};
