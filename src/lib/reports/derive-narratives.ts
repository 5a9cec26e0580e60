/** What was written of a theme or standard, as blocks of its section: the summary, and the further parts of a standard. */
import type { MeasureLink, NarrativeBlock, TextLine } from '#lib/judgement/narrative-document.ts';
import type { Narrative, NarrativePart } from '#lib/judgement/judgement.ts';
import { documentOfParagraphs, lineText } from '#lib/judgement/narrative-text.ts';
import { findMeasure, type ReportInput } from './derive-input.ts';
import type { Block, Run } from './report.ts';
import type { SectionWriter } from './section-writer.ts';

const headings: readonly [NarrativePart, string][] = [
	['summary', 'Summary'],
	['overall', 'Overall'],
	['strengths', 'Strengths'],
	['gaps', 'Gaps']
];

/** Only the summary is missed where nothing was written, and only where there is no other part. */
export function narratives(input: ReportInput, codes: ReadonlySet<string>, write: SectionWriter): Block[] {
	const own = input.bundle.narratives.filter(({ element }) => codes.has(element));
	if (own.length === 0)
		return [write.heading('Summary', 'unlisted'), write.plain('No summary has been written yet.')];
	return headings.flatMap(([part, heading]) => {
		const written = own.find((narrative) => narrative.part === part);
		return written ? [write.heading(heading, 'unlisted'), ...narrativeBlocks(input, written, write)] : [];
	});
}

function narrativeBlocks(
	input: ReportInput,
	{ document, paragraphs }: Narrative,
	write: SectionWriter
): Block[] {
	const isThere = (measure: MeasureLink) => findMeasure(input, measure) !== undefined;
	const runsOf = (line: TextLine) => line.map((run) => runOf(run, isThere));
	return (document ?? documentOfParagraphs(paragraphs)).blocks.map((block) => blockOf(block, runsOf, write));
}

/** Words that are tied to a measure that the review has no more are words like any other. */
function runOf({ text, bold, measure }: TextLine[number], isThere: (measure: MeasureLink) => boolean): Run {
	return {
		text,
		...(bold && { bold }),
		...(measure && isThere(measure) && { measure: { source: measure.source, question: measure.question } })
	};
}

/** Headings stand under that of the narrative itself. */
function blockOf(block: NarrativeBlock, runsOf: (line: TextLine) => Run[], write: SectionWriter): Block {
	switch (block.kind) {
		case 'paragraph':
			return write.paragraph(runsOf(block.runs));
		case 'heading': {
			const heading = write.subheading(lineText(block.runs), block.level === 1 ? 4 : 5);
			const followed = block.runs.some(({ measure }) => measure);
			return followed ? { ...heading, runs: runsOf(block.runs) } : heading;
		}
		case 'list':
			return {
				kind: 'list',
				...(block.ordered && { ordered: true as const }),
				items: block.items.map(runsOf)
			};
		case 'quotation':
			return { kind: 'quotation', paragraphs: block.paragraphs.map(runsOf) };
	}
}
