/** Section 1: what the review is, how its evidence was gathered, and what its words mean. */
import type { Source } from '#lib/evidence/source.ts';
import type { Framework } from '#lib/frameworks/framework.ts';
import { childrenOf, findElement } from '#lib/frameworks/lookup.ts';
import type { QuantityScale } from '#lib/frameworks/scales.ts';
import { dateRange } from './dates.ts';
import { codesBelow, leadingFramework, sectionElements, type ReportInput } from './derive-input.ts';
import type { Block, ReportSection } from './report.ts';
import { counted } from './review-words.ts';
import { sectionWriter, type SectionWriter } from './section-writer.ts';
import { howMany } from './source-words.ts';

/** Codes of the lists that a review framework may bring: its questions and its definitions. */
const questionsCode = 'Q';
const definitionsCode = 'G';

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
			...quantityTerms(input.quantityScale, write),
			...evaluations(input, write),
			...(framework ? atAGlance(input, framework, write) : []),
			...(framework ? definitions(framework, write) : [])
		]
	};
}

function background(input: ReportInput, write: SectionWriter): Block[] {
	const { about, from, to } = input.bundle.review;
	const period = `The review looks at the time from ${dateRange(from, to)}.`;
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
			['Source', 'From whom', 'How they were chosen'],
			heard,
			(source) => [titleOf(source), source.heardFrom, source.sample.howDrawn]
		),
		...notes
	];
}

function sourcesTable(
	caption: string,
	headers: string[],
	sources: readonly Source[],
	row: (source: Source) => string[]
): Block[] {
	if (sources.length === 0) return [];
	return [{ kind: 'table', id: null, caption, headers, rows: sources.map(row), numeric: [], note: null }];
}

const titleOf = ({ title, owner }: Source) =>
	owner === 'partnership' ? `${title} (the partnership’s own)` : title;

/** The bounds of a scale and which side an exact share falls on. */
function quantityTerms(scale: QuantityScale, write: SectionWriter): Block[] {
	const last = scale.bands.length - 1;
	return [
		write.heading('What the terms of quantity mean'),
		write.paragraph(
			`Where this report uses the following terms for figures, each has one meaning, published by the ${scale.publisher}. ` +
				'A share that falls exactly on a bound takes the higher term. The counts themselves are compared, never a ' +
				'rounded percentage; the number of records always stands beside the term.'
		),
		{
			kind: 'table',
			id: null,
			caption: 'Terms of quantity',
			headers: ['Term', 'From', 'To'],
			rows: scale.bands.map(({ name, from, to }, index) => [
				name,
				`${from}%`,
				index === last ? `${to}%` : `below ${to}%`
			]),
			numeric: [1, 2],
			note: `Source: ${scale.publisher}, ${scale.source.title}${scale.source.published ? `, ${scale.source.published}` : ''}.`
		}
	];
}

function evaluations(input: ReportInput, write: SectionWriter): Block[] {
	const { quotation, steps, publisher, title } = input.evaluationScale;
	return [
		write.heading('How evaluations are given', 'unlisted'),
		write.paragraph(
			'An evaluation is a judgement that people make of all the evidence and give a reason for. It is not worked out from the figures.'
		),
		...(quotation ? [{ kind: 'quote', text: quotation.text, source: publisher } satisfies Block] : []),
		{
			kind: 'table',
			id: null,
			caption: title,
			headers: ['Step', 'Evaluation', 'What it means'],
			rows: [...steps].reverse().map(({ step, name, descriptor }) => [String(step), name, descriptor]),
			numeric: [],
			note: `Source: ${publisher}.`
		}
	];
}

/** The evaluations side by side, in the order of the sections. */
function atAGlance(input: ReportInput, framework: Framework, write: SectionWriter): Block[] {
	const rows = sectionElements(framework).map((element, index) => {
		const codes = codesBelow(framework, element);
		const given = input.bundle.evaluations.find((evaluation) => codes.has(evaluation.element));
		const step = input.evaluationScale.steps.find((each) => each.step === given?.step);
		return [`${index + 2}. ${element.title}`, step ? `${step.name} (${step.step})` : 'not given yet'];
	});
	return [
		write.heading('The evaluations in this report'),
		{
			kind: 'table',
			id: null,
			caption: 'Evaluation of each section',
			headers: ['Section', 'Evaluation'],
			rows,
			numeric: [],
			note: null
		}
	];
}

function definitions(framework: Framework, write: SectionWriter): Block[] {
	const terms = findElement(framework, definitionsCode) ? childrenOf(framework, definitionsCode) : [];
	if (terms.length === 0) return [];
	return [
		write.heading('Definitions'),
		{
			kind: 'definitions',
			items: terms.map(({ code, title, text }) => ({
				term: title,
				text,
				parts: childrenOf(framework, code).map((part) => part.text)
			}))
		},
		{ kind: 'note', text: `Quoted from: ${framework.publisher}, ${framework.source.title}.` }
	];
}
