/** Section 1: what the review is, how its evidence was gathered, and what its words mean. */
import type { Source } from '#lib/evidence/source.ts';
import type { Framework } from '#lib/frameworks/framework.ts';
import { childrenOf } from '#lib/frameworks/lookup.ts';
import { dateRange } from './dates.ts';
import { leadingFramework, type ReportInput } from './derive-input.ts';
import { deriveInvolvement } from './involvement.ts';
import { definitions, howEvaluated, quantityTerms } from './derive-terms.ts';
import type { Block, ReportSection } from './report.ts';
import { counted } from './review-words.ts';
import { sectionWriter, type SectionWriter } from './section-writer.ts';
import { howMany } from './source-words.ts';

/** Code of the list of questions that a review framework may bring. */
const questionsCode = 'Q';

export function deriveAboutSection(input: ReportInput): ReportSection {
	const id = 'section-1';
	const write = sectionWriter('1', id);
	const framework = leadingFramework(input);
	return {
		id,
		number: '1',
		code: null,
		title: 'About this report',
		blocks: [
			...background(input, write),
			...(framework ? inspectionQuestions(framework, write) : []),
			...evidence(input, write),
			...involved(input, write),
			...quantityTerms(input.quantityScale, write),
			...howEvaluated(input, write),
			...(framework ? definitions(framework, write) : [])
		]
	};
}

function background(input: ReportInput, write: SectionWriter): Block[] {
	const { about, from, to, standing } = input.bundle.review;
	const days = dateRange(from, to);
	const period = standing ? `Its period is given as ${days}.` : `The review looks at the time from ${days}.`;
	return [
		write.heading('Background', 'unlisted'),
		...[...about, period].map((text) => write.paragraph(text))
	];
}

function inspectionQuestions(framework: Framework, write: SectionWriter): Block[] {
	const questions = childrenOf(framework, questionsCode);
	if (questions.length === 0) return [];
	return [
		write.heading('What the review asked', 'unlisted'),
		write.paragraph(
			`The review asked how far the following is so. The words are those of the ${framework.publisher}.`
		),
		{ kind: 'list', items: questions.map(({ text }) => text) }
	];
}

function evidence(input: ReportInput, write: SectionWriter): Block[] {
	const { sources } = input.bundle;
	const heading = write.heading('How the evidence was gathered');
	if (sources.length === 0) return [heading, write.paragraph('No evidence has been gathered yet.')];
	const asked = sources.filter(({ instrument }) => instrument !== null);
	const heard = sources.filter(({ instrument }) => instrument === null);
	const notes = sources.flatMap((source): Block[] =>
		source.note === undefined ? [] : [{ kind: 'note', text: `${source.title}: ${source.note}` }]
	);
	return [
		heading,
		write.paragraph(
			`The report rests on ${counted(sources.length, 'source')} of evidence. Annex A gives every answer to every ` +
				'question; annex B tells how each figure is made.'
		),
		...sourcesTable(
			'Files read and questions answered',
			['Source', 'How many', 'How they were drawn', 'When'],
			asked,
			(source) => [
				titleOf(source),
				howMany(input, source),
				source.sample.howDrawn,
				dateRange(source.from, source.to)
			]
		),
		...sourcesTable(
			'Heard and read besides',
			['Source', 'From whom'],
			heard,
			(source) => [titleOf(source), source.heardFrom],
			howChosen(heard)
		),
		...(notes.length === 0 ? [] : [write.subheading('What to know about these sources')]),
		...notes
	];
}

/** Who was involved in the review itself, with what is missing. */
function involved(input: ReportInput, write: SectionWriter): Block[] {
	const { lines, gaps } = deriveInvolvement(input.bundle.involvement);
	return [
		write.heading('Who was involved in the review'),
		...(lines.length === 0
			? []
			: [
					{
						kind: 'table' as const,
						id: null,
						caption: 'Who was involved, how, and what changed',
						headers: ['Who', 'When', 'How', 'What changed because of it'],
						rows: lines.map(({ who, when, how, changed }) => [who, when, how, changed ?? 'Not said']),
						numeric: [],
						note: null
					}
				]),
		...gaps.map((gap) => write.paragraph(gap))
	];
}

function sourcesTable(
	caption: string,
	headers: string[],
	sources: readonly Source[],
	row: (source: Source) => string[],
	note: string | null = null
): Block[] {
	if (sources.length === 0) return [];
	return [{ kind: 'table', id: null, caption, headers, rows: sources.map(row), numeric: [], note }];
}

/** How sources were chosen, the same words once for all sources that share them. */
function howChosen(sources: readonly Source[]): string {
	const words = [...new Set(sources.map(({ sample }) => sample.howDrawn))];
	const lines = words.map((howDrawn) => {
		const titles = sources.filter(({ sample }) => sample.howDrawn === howDrawn).map(({ title }) => title);
		return `${titles.join('; ')}: ${howDrawn}`;
	});
	return ['How they were chosen.', ...lines].join('\n');
}

const titleOf = ({ title, owner }: Source) =>
	owner === 'partnership' ? `${title} (the partnership’s own)` : title;
