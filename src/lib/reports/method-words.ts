/** Annex B in words: how each figure is made, what it cannot say, and whose words are quoted. */
import { findFramework } from '#lib/frameworks/lookup.ts';
import type { ReportInput } from './derive-input.ts';
import type { Block, TableBlock } from './report.ts';
import type { SectionWriter } from './section-writer.ts';

export function methodBlocks(input: ReportInput, write: SectionWriter): Block[] {
	return [
		write.heading('From answers to a share', 'unlisted'),
		write.paragraph(
			'Each question names the answers that count as positive. Its share is the number of positive answers divided ' +
				'by the base. The base leaves out records to which the question did not apply and records in which it was ' +
				'not answered. “Not recorded” stays in the base where the question asks whether something was recorded, ' +
				'and is left out elsewhere. Where several answers could be given, one positive answer makes a record positive.'
		),
		write.paragraph(
			'A percentage is rounded to one decimal place for reading only. Nothing is worked out from a rounded figure.'
		),
		write.heading('From a share to a term', 'unlisted'),
		write.paragraph(
			'A term is found by comparing whole numbers: a hundred times the positive answers against each bound times the ' +
				'base. Nobody at all is written as “none” and everybody as “all”, whatever the lowest and highest term are. A question without a base has no share and no ' +
				'term: there is no evidence.'
		),
		write.heading('How sure a term is', 'unlisted'),
		write.paragraph(
			'For a random sample, an exact 95% interval says where the share of the whole frame is likely to lie: by the ' +
				'hypergeometric distribution where the size of the frame is known, by the method of Clopper and Pearson where ' +
				'it is not. A census has no such uncertainty. For a stratified sample the share is weighted by the size of ' +
				'each stratum, and the interval with it.'
		),
		write.paragraph(
			'A term is secure when the interval lies within it, and borderline when the interval reaches into another. The ' +
				'interval is advice to the reader; the term follows the share alone. Where people chose for themselves to ' +
				'answer, or records were picked on purpose, no interval is given: such figures describe those who answered.'
		),
		write.heading('From findings to evaluations', 'unlisted'),
		write.paragraph(
			'Findings are written and weighed by people, who may give a finding more weight and must then say why. ' +
				'Evaluations are chosen by people with a reason. No formula, count or average leads from one to the other.'
		),
		...limits(input, write),
		...quoted(input, write)
	];
}

function limits(input: ReportInput, write: SectionWriter): Block[] {
	const { notice } = input.bundle.review;
	const selfSelected = input.bundle.sources.filter(({ sample }) => sample.design === 'self-selected');
	const paragraphs = [
		...(notice === null ? [] : [notice]),
		...(selfSelected.length === 0
			? []
			: [
					`Those who chose to answer may differ from those who did not. This holds for: ${selfSelected
						.map(({ title }) => title)
						.join('; ')}.`
				]),
		'An interval allows for the chance of the draw and for nothing else: not for what a file leaves unsaid, nor for ' +
			'how a question was read.'
	];
	return [write.heading('Limits', 'unlisted'), ...paragraphs.map((text) => write.paragraph(text))];
}

/** Everything that is quoted word for word, with its publisher and licence. */
function quoted(input: ReportInput, write: SectionWriter): Block[] {
	const frameworks = input.bundle.review.frameworks.flatMap(
		(reference) => findFramework(input.frameworks, reference) ?? []
	);
	const publications = [...frameworks, input.quantityScale, input.evaluationScale];
	const table: TableBlock = {
		kind: 'table',
		id: null,
		caption: 'Quoted material',
		headers: ['What is quoted', 'Publisher', 'Terms of use'],
		rows: publications.map(({ title, edition, publisher, licence }) => [
			withEdition(title, edition),
			publisher,
			licence.statement
		]),
		numeric: [],
		note: null
	};
	const instruments = input.bundle.instruments.map(({ title, edition }) => withEdition(title, edition));
	return [
		write.heading('What is quoted, and what was asked', 'unlisted'),
		write.paragraph(
			'Themes, quality indicators, definitions and scales are quoted word for word from their publishers. All other ' +
				'words are those of the review.'
		),
		table,
		...(instruments.length === 0 ? [] : [write.paragraph(`Question sets: ${instruments.join('; ')}.`)])
	];
}

/** The edition is named where it is a year or a number. */
function withEdition(title: string, edition: string): string {
	return /^\d/.test(edition) ? `${title} (edition ${edition})` : title;
}
