/** What a finding may rest on, to choose from: the measures, voices, figures, papers and sources of its review. */
import { protectsSmallGroups } from '#lib/measures/small-groups.ts';
import type { ReportInput } from '#lib/reports/derive-input.ts';
import { linkValue, type LinkKind } from './link-values.ts';
import { deriveCheckedMeasures } from './checked-measures.ts';
import { shownPassage, type Sees } from './withheld.ts';

export type LinkChoice = {
	/** `linkValue` of what is meant. */
	value: string;
	/** Title of its source; empty for a source itself. */
	from: string;
	label: string;
	/** `47 of 60, most`; for a voice how it was heard. */
	says: string;
	/** What it gives evidence on. */
	elements: readonly string[];
};

export type LinkChoices = {
	kinds: { kind: LinkKind; title: string; choices: LinkChoice[] }[];
	/** Sources whose records may be named, one by one, by their references. */
	recordsOf: { source: string; title: string }[];
};

export type Paper = { id: string; title: string; elements: readonly string[] };

const spoken = { strength: 'a strength', 'area-for-improvement': 'an area for improvement' };

/** `papers`: those that count; `sees`: what whoever chooses may read. */
export function deriveLinkChoices(input: ReportInput, papers: readonly Paper[], sees: Sees): LinkChoices {
	const { sources } = input.bundle;
	const kinds: LinkChoices['kinds'] = [
		{
			kind: 'measure',
			title: 'Measures',
			choices: deriveCheckedMeasures(input).map((measure) => ({
				value: linkValue({ source: measure.source, question: measure.question }),
				from: measure.sourceTitle,
				label: `${measure.question}. ${measure.label}`,
				says: [measure.kOfN, measure.spoken].join(', '),
				elements: measure.elements
			}))
		},
		{
			kind: 'voice',
			title: 'What people told us',
			choices: sources.flatMap((source) =>
				source.passages.map((passage) => {
					const { id, text, elements, direction } = shownPassage(source.kind, passage, sees);
					return {
						value: linkValue({ source: source.id, passage: id }),
						from: source.title,
						label: shortened(text),
						says: direction ? spoken[direction] : '',
						elements
					};
				})
			)
		},
		{
			kind: 'figure',
			title: 'Performance data',
			choices: sources.flatMap((source) =>
				source.figures.map(({ id, title, period, elements }) => ({
					value: linkValue({ source: source.id, figure: id }),
					from: source.title,
					label: title,
					says: period,
					elements
				}))
			)
		},
		{
			kind: 'document',
			title: 'Documents',
			choices: papers.map(({ id, title, elements }) => ({
				value: linkValue({ source: '', attachment: id }),
				from: 'Attachments',
				label: title,
				says: '',
				elements
			}))
		},
		{
			kind: 'source',
			title: 'Sources as a whole',
			choices: sources.map(({ id, title, heardFrom }) => ({
				value: linkValue({ source: id }),
				from: '',
				label: title,
				says: heardFrom,
				elements: []
			}))
		}
	];
	return {
		kinds: kinds.filter(({ choices }) => choices.length > 0),
		// What one person answered in a survey is not held against anybody.
		recordsOf: sources
			.filter(({ kind, instrument }) => instrument !== null && !protectsSmallGroups(kind))
			.map(({ id, title }) => ({ source: id, title }))
	};
}

const shortened = (text: string, most = 220) =>
	text.length <= most ? text : `${text.slice(0, most).replace(/\s\S*$/, '')} …`;
