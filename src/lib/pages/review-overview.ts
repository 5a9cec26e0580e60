/** What the first page of a review says: its evidence in numbers, its themes, and how far it is. */
import type { Source } from '#lib/evidence/source.ts';
import { formatCount, listed } from '#lib/measures/figures.ts';
import { dateRange } from '#lib/reports/dates.ts';
import { deriveInvolvement } from '#lib/reports/involvement.ts';
import { recordCount, type ReportInput } from '#lib/reports/derive-input.ts';
import type { EvaluationStep } from '#lib/reports/report.ts';
import { deriveStages, type Stage } from './review-stages.ts';
import { drawnWords, kindNames } from '#lib/reports/review-words.ts';
import { unitOf } from '#lib/reports/source-words.ts';
import { deriveThemeLines, type ThemeLine } from './theme-lines.ts';

/** One number: how many records of a source, or how many people were met. `source` is null for several together. */
export type EvidenceFigure = {
	figure: string;
	label: string;
	note: string;
	/** What of it is invented, in a review that is not what it seems; null where nothing is said to be. */
	invented: string | null;
	source: string | null;
};

export type ReviewOverview = {
	id: string;
	title: string;
	kind: string;
	partnership: string;
	programme: string | null;
	period: string;
	notice: string | null;
	/** The standing of the review in a few words; null where it is what it seems. */
	standing: string | null;
	sources: number;
	figures: EvidenceFigure[];
	steps: EvaluationStep[];
	/** How often somebody was involved in the review, and what is missing. */
	involvement: { times: number; gaps: string[] };
	themes: ThemeLine[];
	stages: Stage[];
};

export function deriveReviewOverview(input: ReportInput): ReviewOverview {
	const { review, sources } = input.bundle;
	const themes = deriveThemeLines(input);
	return {
		id: review.id,
		title: review.title,
		kind: kindNames[review.kind],
		partnership: input.partnershipName,
		programme: review.programme?.title ?? null,
		period: dateRange(review.from, review.to),
		notice: review.notice,
		standing: review.standing,
		sources: sources.length,
		figures: [
			...sources.filter(({ instrument }) => instrument !== null).map((source) => recordFigure(input, source)),
			...peopleFigure(sources)
		],
		steps: [...input.evaluationScale.steps],
		involvement: {
			times: input.bundle.involvement.length,
			gaps: deriveInvolvement(input.bundle.involvement).gaps
		},
		themes,
		stages: deriveStages(input, themes)
	};
}

function recordFigure(input: ReportInput, source: Source): EvidenceFigure {
	const count = recordCount(input, source);
	const { one, many } = unitOf(input, source);
	const when = source.from === null && source.to === null ? '' : `; ${dateRange(source.from, source.to)}`;
	const invented = input.bundle.review.standing === null ? null : inventedPart(source);
	return {
		figure: formatCount(count),
		label: source.title,
		note: count === 0 ? `no ${many} yet` : `${count === 1 ? one : many}: ${drawnWords(source)}${when}`,
		invented,
		source: source.id
	};
}

/** The sentence of a source's own note that begins with “Invented:”. */
function inventedPart({ note }: Source): string | null {
	return note?.match(/\bInvented: [^.]+\./)?.[0] ?? null;
}

function peopleFigure(sources: readonly Source[]): EvidenceFigure[] {
	const met = sources.filter(({ peopleMet }) => peopleMet !== null);
	if (met.length === 0) return [];
	const together = met.reduce((sum, { peopleMet }) => sum + peopleMet!, 0);
	const parts = met.map(
		({ title, peopleMet }) => `${peopleMet} in ${title.charAt(0).toLowerCase()}${title.slice(1)}`
	);
	return [
		{
			figure: formatCount(together),
			label: together === 1 ? 'Person met' : 'People met',
			note: listed(parts),
			invented: null,
			source: met.length === 1 ? met[0]!.id : null
		}
	];
}
