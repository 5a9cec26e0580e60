/** One record: who or what it stands for, as far as that is said, and its answer to every question. */
import { isPositive, notApplicable, notRecorded } from '#lib/evidence/answer.ts';
import type { Instrument, Question } from '#lib/evidence/instrument.ts';
import type { Source } from '#lib/evidence/source.ts';
import { protectsSmallGroups } from '#lib/measures/small-groups.ts';
import { recordLine } from './published-line.ts';
import { shownAnswer } from './shown-answer.ts';
import { factsOf, type SourceFacts } from './source-page.ts';
import { whyWithheld, forJudges, type Sees } from './withheld.ts';

export type RecordPageInput = {
	source: Source;
	instrument: Instrument;
	/** How many records the source has, and which of them this is, from 1. */
	records: number;
	number: number;
	reference: string;
	strata: Record<string, string>;
	/** Place of the question in the instrument, from 0 → its coded answer. */
	answers: ReadonlyMap<number, { code: number; text: string | null }>;
	previous: string | null;
	next: string | null;
	sees: Sees;
};

export type RecordAnswer = {
	code: string;
	wording: string;
	answer: string;
	/** Whether it counts as positive for its question. */
	positive: boolean;
	/** Not applicable, not recorded or blank: nothing was answered. */
	empty: boolean;
	/** Written text of a reconstruction: nobody wrote it. */
	invented: boolean;
};

export type RecordPage = {
	source: SourceFacts;
	reference: string;
	/** For a reconstruction: that nothing was published on it. Null for evidence that is what it seems. */
	published: string | null;
	number: number;
	strata: { column: string; value: string }[];
	/** Questions with an answer; not applicable and not recorded are answers, blank is none. */
	answered: number;
	questions: number;
	groups: { heading: string; answers: RecordAnswer[] }[];
	/** Why its written answers are not shown, in a sentence; null where they are. */
	withheld: string | null;
	previous: string | null;
	next: string | null;
};

export function deriveRecordPage(input: RecordPageInput): RecordPage {
	const { source, instrument, answers, reference, number, previous, next } = input;
	const isReconstructed = source.published !== null;
	// Whoever opens a record may see it; what staff wrote is for judges even so.
	const withheld = whyWithheld(source.kind, { ...input.sees, records: true });
	const lines = instrument.questions.map((question, position) => {
		const given = answers.get(position);
		const hidden = withheld !== null && question.type === 'text' && typeof given?.text === 'string';
		const answer = answerOf(question, hidden ? { ...given, text: forJudges } : given, isReconstructed);
		return {
			group: question.group ?? 'Answers',
			answer: hidden ? { ...answer, invented: false } : answer
		};
	});
	return {
		source: factsOf(source, instrument, input.records),
		reference,
		published: recordLine(source, instrument.unit),
		number,
		// Of a survey they would tell who answered, put together with other records.
		strata: protectsSmallGroups(source.kind)
			? []
			: Object.entries(input.strata).map(([column, value]) => ({ column, value })),
		answered: instrument.questions.filter((_, position) => answers.has(position)).length,
		questions: lines.length,
		groups: [...Map.groupBy(lines, ({ group }) => group)].map(([heading, inGroup]) => ({
			heading,
			answers: inGroup.map(({ answer }) => answer)
		})),
		withheld: instrument.questions.some(({ type }) => type === 'text') ? withheld : null,
		previous: input.sees.records ? previous : null,
		next: input.sees.records ? next : null
	};
}

function answerOf(
	question: Question,
	given: { code: number; text: string | null } | undefined,
	isReconstructed: boolean
): RecordAnswer {
	const { code, wording } = question;
	if (!given)
		return {
			code,
			wording,
			answer: shownAnswer(question, null, null),
			positive: false,
			empty: true,
			invented: false
		};
	const empty = given.code === notApplicable || given.code === notRecorded;
	return {
		code,
		wording,
		answer: shownAnswer(question, given.code, given.text),
		positive: isPositive(question, given.code),
		empty,
		invented: isReconstructed && question.type === 'text' && !empty
	};
}
