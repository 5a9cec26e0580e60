/** The sources of a review as a table: what kind, how many, how drawn, when, by whom gathered, how far, what next. */
import { isAskedKind, isNotedKind } from '#lib/evidence/source-kinds.ts';
import type { Source } from '#lib/evidence/source.ts';
import { formatCount } from '#lib/measures/figures.ts';
import { dateRange, longDate } from '#lib/reports/dates.ts';
import { recordCount, type ReportInput } from '#lib/reports/derive-input.ts';
import { counted, ownerNames, sentenceCase, sourceKindNames } from '#lib/reports/review-words.ts';
import { howMany, unitOf } from '#lib/reports/source-words.ts';

/** How far a source is, as far as its records alone do not say it. */
export type SourceProgress = {
	/** Of files that are read: how many were read to the end. */
	read: number;
	/** The day until which it can be answered by link, YYYY-MM-DD; null where it cannot. */
	openUntil: string | null;
};

export type SourceLine = {
	id: string;
	title: string;
	kindId: Source['kind'];
	kind: string;
	asks: boolean;
	/** `60 files of 400`, `10 people: 6 unpaid carers, 4 workers`, `Not stated`. */
	howMany: string;
	heardFrom: string;
	howDrawn: string;
	when: string;
	whose: string;
	progress: string;
	questions: number;
	passages: number;
	/** Carried over from last year, and nobody has said yet that it still holds. */
	toConfirm: boolean;
	/** False while no record of it has come in. */
	answered: boolean;
	/** What could be done next, best first: a page of the source, and what to do there. */
	next: { part: string; name: string }[];
};

/** One line a source: those with questions, and those in which people were heard or papers read. */
export function deriveSourceLines(
	input: ReportInput,
	progress: ReadonlyMap<string, SourceProgress> = new Map()
): { asked: SourceLine[]; heard: SourceLine[] } {
	const lineOf = (source: Source) => deriveLine(input, source, progress.get(source.id));
	const asks = ({ kind, instrument }: Source) => instrument !== null || isAskedKind(kind);
	const { sources } = input.bundle;
	return {
		asked: sources.filter(asks).map(lineOf),
		heard: sources.filter((source) => !asks(source)).map(lineOf)
	};
}

function deriveLine(input: ReportInput, source: Source, progress: SourceProgress | undefined): SourceLine {
	const asks = source.instrument !== null;
	const records = recordCount(input, source);
	const state = { asks, records, questions: input.measures.get(source.id)?.length ?? 0, progress };
	return {
		id: source.id,
		title: source.title,
		kindId: source.kind,
		kind: sourceKindNames[source.kind],
		asks,
		howMany: asks
			? howMany(input, source)
			: isAskedKind(source.kind)
				? plannedFor(source)
				: peopleMet(source),
		heardFrom: source.heardFrom,
		howDrawn: source.sample.howDrawn,
		when: sentenceCase(dateRange(source.from, source.to)),
		whose: ownerNames[source.owner],
		progress: source.toConfirm
			? 'From last year, to confirm'
			: isAskedKind(source.kind) || asks
				? answeredSoFar(input, source, state)
				: heardSoFar(source),
		toConfirm: source.toConfirm,
		questions: state.questions,
		passages: source.passages.length,
		answered: records > 0,
		next: nextSteps(source, state)
	};
}

type State = { asks: boolean; records: number; questions: number; progress: SourceProgress | undefined };

function plannedFor({ sample: { asked, frameSize } }: Source): string {
	if (asked !== null) return `${formatCount(asked)} asked`;
	return frameSize === null ? 'Not stated' : `Of ${formatCount(frameSize)}`;
}

function peopleMet({ peopleMet: met, heard }: Source): string {
	const groups = heard.map(({ group, number }) => `${formatCount(number)} ${group}`).join(', ');
	if (met === null) return groups === '' ? 'Not stated' : groups;
	const people = met === 1 ? '1 person' : `${formatCount(met)} people`;
	return groups === '' ? people : `${people}: ${groups}`;
}

function answeredSoFar(input: ReportInput, source: Source, state: State): string {
	if (!state.asks) return 'No questions chosen yet';
	const questions = counted(state.questions, 'question');
	const until = state.progress?.openUntil;
	const open = until ? `; by link until ${longDate(until)}` : '';
	if (state.records === 0) return `No answers yet, ${questions}${open}`;
	if (source.kind !== 'case-file-reading' || !state.progress) return `Answers are in, ${questions}${open}`;
	const { read } = state.progress;
	const { one, many } = unitOf(input, source);
	if (read >= state.records) return `Completed, ${questions}`;
	const of = `${formatCount(state.records)} ${state.records === 1 ? one : many}`;
	return `${read === 0 ? 'None' : formatCount(read)} of ${of} read to the end, ${questions}`;
}

function heardSoFar({ kind, notes, passages, figures }: Source): string {
	if (kind === 'performance-data')
		return figures.length === 0 ? 'No figures yet' : counted(figures.length, 'table');
	if (notes.length === 0 && passages.length === 0) return 'Nothing written yet';
	const parts = [
		...(notes.length > 0 ? [counted(notes.length, 'note')] : []),
		counted(passages.length, 'passage')
	];
	return sentenceCase(parts.join(', '));
}

function nextSteps({ kind, notes, passages, figures }: Source, state: State): SourceLine['next'] {
	const look = { part: '', name: 'See what it says' };
	if (isAskedKind(kind) && !state.asks) return [{ part: '/instrument', name: 'Choose its questions' }];
	if (kind === 'case-file-reading') {
		if (state.records === 0) return [{ part: '/sample', name: 'Draw the sample' }];
		const unread = state.progress && state.progress.read < state.records;
		return [...(unread ? [{ part: '/read', name: 'Read the files' }] : []), look];
	}
	if (state.asks && state.records === 0)
		return [
			{ part: '/link', name: 'Let people answer by link' },
			{ part: '/import', name: 'Import answers' },
			{ part: '/edit', name: 'Change how they were asked' }
		];
	if (isNotedKind(kind) && notes.length === 0 && passages.length === 0)
		return [{ part: '/notes', name: 'Write notes' }];
	if (kind === 'performance-data' && figures.length === 0)
		return [{ part: '/figures', name: 'Enter figures' }];
	return [look];
}
