/** What the words of a report mean: terms of quantity, steps of evaluation, weights, definitions. */
import type { Framework } from '#lib/frameworks/framework.ts';
import { childrenOf, findElement } from '#lib/frameworks/lookup.ts';
import type { QuantityScale } from '#lib/frameworks/scales.ts';
import type { ReportInput } from './derive-input.ts';
import type { Block } from './report.ts';
import type { SectionWriter } from './section-writer.ts';

/** Code of the list of definitions that a review framework may bring. */
const definitionsCode = 'G';

/** The bounds of a scale and which side an exact share falls on. */
export function quantityTerms(scale: QuantityScale, write: SectionWriter): Block[] {
	const last = scale.bands.length - 1;
	return [
		write.heading('What the terms of quantity mean'),
		write.paragraph(
			`Where this report uses the following terms for figures, each has one meaning, published by the ${scale.publisher}. ` +
				'A share that falls exactly on a bound takes the higher term. The counts themselves are compared, never a ' +
				'rounded percentage. Findings give the number of records beside the term; annex A gives it for every question.'
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

/** What an evaluation is, in the publisher's words and step by step. */
export function howEvaluated(input: ReportInput, write: SectionWriter): Block[] {
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
		},
		write.paragraph(
			'Findings do not all weigh alike. One of ordinary weight is part of the picture. A significant one touches many ' +
				'people or much of what the theme is about. A critical one bears on the heart of the theme, or on people at ' +
				'risk, and may tip an evaluation by itself. Whoever gives a finding more than ordinary weight says why; the ' +
				'reason stands beneath it.'
		)
	];
}

/** The definitions that the framework brings, in the order of the alphabet. */
export function definitions(framework: Framework, write: SectionWriter): Block[] {
	const terms = findElement(framework, definitionsCode)
		? [...childrenOf(framework, definitionsCode)].sort((a, b) => a.title.localeCompare(b.title, 'en-GB'))
		: [];
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
