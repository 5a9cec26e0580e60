/**
 * The pages about one source in the order of the work, each with the kinds that have it and whom it is for. A new
 * page of a source gets a line here, and the row of links (SourceLinks.svelte) shows it on all the others.
 */
import { isAskedKind, isNotedKind, isSurveyKind } from '#lib/evidence/source-kinds.ts';
import type { SourcePlace } from '#lib/pages/source-place.ts';
import { sourceAddress } from './review-addresses.ts';

export type { SourcePlace } from '#lib/pages/source-place.ts';

/** What whoever looks may do with the review, as its frame gives it (`data.may`). */
export type MayOpen = Readonly<
	Record<
		'seeReview' | 'seeRecords' | 'seeGivenRecords' | 'openPlan' | 'openEvidence' | 'takeInAnswers',
		boolean
	>
>;

type Line = {
	/** After the address of the source; empty for its results. */
	part: string;
	name: string;
	has?: (source: SourcePlace) => boolean;
	opens: (may: MayOpen) => boolean;
};

/** Files that are read, one after the other, by a reader with the questions beside them. */
export const isReading = ({ kind, asks }: SourcePlace) => asks && kind === 'case-file-reading';

/** Questions that are put to people, who answer for themselves. */
export const isSurvey = ({ kind, asks }: SourcePlace) => asks && isSurveyKind(kind);

/** Where notes are taken of what was said, seen or read. */
export const isNoted = ({ kind }: SourcePlace) => isNotedKind(kind);

/** Where there are figures in tables. */
export const hasFigures = ({ kind }: SourcePlace) => kind === 'performance-data' || kind === 'report';

/** Where there is somebody or something to draw: files, or people who are asked. */
const isSampled = (source: SourcePlace) => source.kind === 'case-file-reading' || isSurvey(source);

/** Whose answers may come in a file; its instrument may be made from that file. */
const takesFiles = ({ kind }: SourcePlace) => isAskedKind(kind);

const lines: readonly Line[] = [
	{ part: '', name: 'Results', opens: ({ seeReview }) => seeReview },
	{ part: '/instrument', name: 'Questions', opens: ({ openPlan }) => openPlan },
	{ part: '/sample', name: 'Sample', has: isSampled, opens: ({ openPlan }) => openPlan },
	{ part: '/import', name: 'Import', has: takesFiles, opens: ({ openPlan }) => openPlan },
	{ part: '/read', name: 'Read', has: isReading, opens: ({ seeGivenRecords }) => seeGivenRecords },
	{ part: '/link', name: 'Answer by link', has: isSurvey, opens: ({ openPlan }) => openPlan },
	{ part: '/readings', name: 'Readings', has: isReading, opens: ({ seeRecords }) => seeRecords },
	{ part: '/workbook', name: 'Workbook', has: isReading, opens: ({ seeGivenRecords }) => seeGivenRecords },
	{ part: '/notes', name: 'Notes', has: isNoted, opens: ({ seeRecords }) => seeRecords },
	{ part: '/figures', name: 'Figures', has: hasFigures, opens: ({ seeReview }) => seeReview },
	{ part: '/edit', name: 'Edit', opens: ({ openPlan }) => openPlan }
];

/** `part`: what its address has after that of the source. */
export type SourceLink = { href: string; name: string; part: string };

/** The pages that a source has and that whoever looks may open; none of a withdrawn source. */
export function sourceLinks(review: string, source: SourcePlace, may: MayOpen): SourceLink[] {
	if (source.withdrawn) return [];
	return lines
		.filter(({ has, opens }) => (has?.(source) ?? true) && opens(may))
		.map(({ part, name }) => ({ href: `${sourceAddress(review, source.id)}${part}`, name, part }));
}
