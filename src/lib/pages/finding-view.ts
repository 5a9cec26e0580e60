/** A finding as the page of its theme shows it: its sentence with numbers to follow, and what it rests on. */
import type { Passage, Source } from '#lib/evidence/source.ts';
import type { Figure } from '#lib/evidence/voices.ts';
import type { Finding } from '#lib/judgement/judgement.ts';
import { findMeasure, type ReportInput } from '#lib/reports/derive-input.ts';
import { linkedRuns } from '#lib/reports/linked-runs.ts';
import type { Run } from '#lib/reports/report.ts';
import { kindOf } from './link-values.ts';
import { deriveQuestionResult, type QuestionResult } from './question-result.ts';
import { shownPassage, type Sees } from './withheld.ts';

/** A source by name, and what of it is meant. */
export type FromSource<Part> = { source: string; title: string; parts: Part[] };

export type FindingView = Finding & {
	runs: Run[];
	measures: { title: string; result: QuestionResult }[];
	passages: FromSource<Passage>[];
	figures: FromSource<Figure>[];
	/** Single records by their references; how many they are, where these are not shown to whoever looks. */
	records: { source: string; title: string; count: number; references: string[] }[];
	/** Attachments; none where they are not shown. */
	papers: { id: string; title: string }[];
	/** Sources that it rests on as a whole. */
	sources: { source: string; title: string }[];
};

export function viewFinding(input: ReportInput, finding: Finding, sees: Sees): FindingView {
	const places = finding.links.flatMap(({ source, question }) => {
		const place = question === undefined ? undefined : findMeasure(input, { source, question });
		return place ? [place] : [];
	});
	const sources = input.bundle.sources.filter(({ id }) => finding.links.some(({ source }) => source === id));
	const linkedTo = (id: string) => finding.links.filter(({ source }) => source === id);
	return {
		...finding,
		links: sees.records ? finding.links : finding.links.filter(({ record }) => record === undefined),
		runs: linkedRuns(finding.text, places),
		measures: places.map((place) => ({
			title: place.source.title,
			result: deriveQuestionResult(place, input.quantityScale)
		})),
		passages: fromSources(sources, ({ id, kind, passages }) =>
			passages
				.filter((passage) => linkedTo(id).some((link) => link.passage === passage.id))
				.map((passage) => shownPassage(kind, passage, sees))
		),
		figures: fromSources(sources, ({ id, figures }) =>
			figures.filter((figure) => linkedTo(id).some((link) => link.figure === figure.id))
		),
		records: sources
			.map(({ id, title }) => {
				const references = linkedTo(id).flatMap(({ record }) => record ?? []);
				return {
					source: id,
					title,
					count: references.length,
					references: sees.records ? references : []
				};
			})
			.filter(({ count }) => count > 0),
		papers: sees.records ? [...(input.papers?.get(finding.id) ?? [])] : [],
		sources: sources
			.filter(({ id }) => linkedTo(id).some((link) => kindOf(link) === 'source'))
			.map(({ id, title }) => ({ source: id, title }))
	};
}

/** The parts of each source that has any, in the order of the sources. */
export function fromSources<Part>(
	sources: readonly Source[],
	partsOf: (source: Source) => Part[]
): FromSource<Part>[] {
	return sources
		.map((source) => ({ source: source.id, title: source.title, parts: partsOf(source) }))
		.filter(({ parts }) => parts.length > 0);
}
