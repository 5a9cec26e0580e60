/** What the moderation of a review shows: who judged what, how far apart they lie, and how far they agree over all. */
import {
	leadersAheadOfWorkers,
	seenByPerspective,
	stepsApart,
	type SeenFrom
} from '#lib/judgement/moderation.ts';
import { judgesAgreement, type JudgesAgreement } from '#lib/judgement/judges-agreement.ts';
import type { OwnJudgement } from '#lib/judgement/own-judgement.ts';
import type { JudgingStep } from './judging-panel.ts';

export type ModerationRow = {
	code: string;
	title: string;
	/** The words of a component; null for a theme. */
	text: string | null;
	/** Own steps by the judges of the page, in their order, null for who gave none; null where they are not to be seen. */
	given: (number | null)[] | null;
	/** From the lowest to the highest; null where they are not to be seen or there are fewer than two. */
	apart: number | null;
	agreed: JudgingStep | null;
	/** Null in a thematic review, and where the own ones are not to be seen. */
	seenFrom: SeenFrom[] | null;
	/** Stages by which senior decision makers see it further on than workers; null where one is missing. */
	ahead: number | null;
	/** Whoever looks has judged it; null where they do not judge. */
	own: boolean | null;
	toLookAgain: boolean;
};

export type ModerationPage = {
	kind: 'theme' | 'component';
	steps: JudgingStep[];
	judges: { person: string; name: string; you: boolean }[];
	rows: ModerationRow[];
	/** Components on which leaders and workers are two stages apart, the widest first. */
	conversations: ModerationRow[];
	agreement: JudgesAgreement | null;
	/** How many are agreed, of how many. */
	agreed: number;
	of: number;
};

/** One element as it is read for the page; `given` is null where it is not to be seen. */
export type Moderated = {
	code: string;
	title: string;
	text: string | null;
	given: OwnJudgement[] | null;
	agreed: number | null;
	own: boolean | null;
	toLookAgain: boolean;
};

/** Of all that is judged; elements that nobody has touched are left out in a self-evaluation. `viewer`: id or null. */
export function deriveModeration(
	kind: ModerationPage['kind'],
	steps: readonly JudgingStep[],
	elements: readonly Moderated[],
	viewer: string | null
): ModerationPage {
	const seen = elements.map(({ given }) => given ?? []);
	const judges = [...new Map(seen.flat().map(({ person, name }) => [person, name]))]
		.map(([person, name]) => ({ person, name, you: person === viewer }))
		.sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || a.person.localeCompare(b.person));
	const numbers = steps.map(({ step }) => step);
	const rows = elements.map(({ code, title, text, given, agreed, own, toLookAgain }): ModerationRow => ({
		code,
		title,
		text,
		given: given && judges.map(({ person }) => given.find((each) => each.person === person)?.step ?? null),
		apart: given && given.length > 1 ? stepsApart(given) : null,
		agreed: steps.find(({ step }) => step === agreed) ?? null,
		seenFrom: kind === 'component' && given && given.length > 0 ? seenByPerspective(given, numbers) : null,
		ahead: given && leadersAheadOfWorkers(given),
		own,
		toLookAgain
	}));
	const shown =
		kind === 'theme'
			? rows
			: rows.filter(
					({ given, agreed }) => agreed || (given && given.length > 0 && given.some((step) => step !== null))
				);
	return {
		kind,
		steps: [...steps],
		judges,
		rows: shown,
		conversations: shown
			.filter(({ ahead }) => Math.abs(ahead ?? 0) >= 2)
			.sort((a, b) => Math.abs(b.ahead!) - Math.abs(a.ahead!)),
		agreement: judgesAgreement(seen, numbers),
		agreed: rows.filter(({ agreed }) => agreed !== null).length,
		of: rows.length
	};
}
