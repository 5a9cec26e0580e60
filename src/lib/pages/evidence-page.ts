/** The sources of a review as a table: what kind, how many, how drawn, when, and by whom gathered. */
import type { Source } from '#lib/evidence/source.ts';
import { formatCount } from '#lib/measures/figures.ts';
import { dateRange } from '#lib/reports/dates.ts';
import { recordCount, type ReportInput } from '#lib/reports/derive-input.ts';
import { ownerNames, sentenceCase, sourceKindNames } from '#lib/reports/review-words.ts';
import { howMany } from '#lib/reports/source-words.ts';

export type SourceLine = {
	id: string;
	title: string;
	kind: string;
	/** `60 files of 400`, `10 people`, `Not stated`. */
	howMany: string;
	heardFrom: string;
	howDrawn: string;
	when: string;
	whose: string;
	questions: number;
	passages: number;
	/** False while no record of it has come in. */
	answered: boolean;
};

/** One line a source: those with questions, and those in which people were heard or papers read. */
export function deriveSourceLines(input: ReportInput): { asked: SourceLine[]; heard: SourceLine[] } {
	const { sources } = input.bundle;
	return {
		asked: sources.filter(({ instrument }) => instrument !== null).map((source) => lineOf(input, source)),
		heard: sources.filter(({ instrument }) => instrument === null).map((source) => lineOf(input, source))
	};
}

function lineOf(input: ReportInput, source: Source): SourceLine {
	return {
		id: source.id,
		title: source.title,
		kind: sourceKindNames[source.kind],
		howMany: source.instrument === null ? peopleMet(source) : howMany(input, source),
		heardFrom: source.heardFrom,
		howDrawn: source.sample.howDrawn,
		when: sentenceCase(dateRange(source.from, source.to)),
		whose: ownerNames[source.owner],
		questions: input.measures.get(source.id)?.length ?? 0,
		passages: source.passages.length,
		answered: recordCount(input, source) > 0
	};
}

function peopleMet({ peopleMet: people }: Source): string {
	if (people === null) return 'Not stated';
	return people === 1 ? '1 person' : `${formatCount(people)} people`;
}
