/**
 * What stands about one theme or component under “How well are we doing?” for whoever looks: their own judgement, those
 * of the others once they may see them, the agreed one, and what can be done next.
 */
import type { Perspective } from '#lib/judgement/perspectives.ts';
import type { OwnJudgement } from '#lib/judgement/own-judgement.ts';
import { initialsOf } from '#lib/judgement/own-judgement.ts';
import { farPairs, isConversation, seenByPerspective, type SeenFrom } from '#lib/judgement/moderation.ts';
import { dayAndTime } from './times.ts';
import type { TextCheck } from './text-check.ts';

export type JudgingStep = { step: number; name: string; descriptor: string };

/** Somebody's own judgement, as it is shown to those who may see it. */
export type GivenView = {
	person: string;
	name: string;
	/** Two letters, and a number behind them where two people have the same. */
	initials: string;
	you: boolean;
	step: JudgingStep;
	known: JudgingStep | null;
	reason: string;
	perspective: Perspective | null;
	at: string;
	/** It was changed after it was first given. */
	changed: boolean;
};

export type AgreedView = {
	step: JudgingStep;
	known: JudgingStep | null;
	reason: string;
	/** Null where it came in with a bundle. */
	by: string | null;
	at: string;
	way: 'moderation' | 'workshop' | 'published';
	/** What has changed since, in sentences: it is to be looked at again. Empty where nothing has, or not for these eyes. */
	changed: string[];
};

export type SpreadView = {
	given: GivenView[];
	/** Two judgements that lie two or more steps apart, in a sentence each. */
	far: string[];
	/** Of a self-evaluation; null in a thematic review. */
	seenFrom: SeenFrom[] | null;
	/** Senior decision makers and workers see it two stages apart. */
	conversation: boolean;
};

/** A judgement that was agreed and set aside, with what it was made of. */
export type EarlierView = {
	round: number;
	step: JudgingStep;
	reason: string;
	by: string | null;
	at: string;
	setAside: { by: string; at: string; why: string };
	given: GivenView[];
};

export type JudgingPanel = {
	kind: 'theme' | 'component';
	code: string;
	title: string;
	/** The words of a component and whose they are; null for a theme. */
	words: { text: string; source: string } | null;
	steps: JudgingStep[];
	knowing: JudgingStep[];
	/** Everybody judges alone first: always in a thematic review. */
	independent: boolean;
	/** Why nothing can be changed, in a sentence. */
	closed: string | null;
	/** Whether whoever looks may give their own judgement now, and agree one now. */
	mayGive: boolean;
	mayAgree: boolean;
	/** Whether they may set an agreed one aside, or say that it stays. */
	maySetAside: boolean;
	mayLookAgain: boolean;
	/** Nothing has been found on the theme that an evaluation could rest on. */
	needsFinding: boolean;
	/** From where they see the work; null in a thematic review or while they have not said. */
	perspective: Perspective | null;
	own: {
		step: number;
		howDoWeKnow: number | null;
		reason: string;
		version: number;
		at: string;
		changed: string[];
	} | null;
	agreed: AgreedView | null;
	/** What has changed since the stage that the review holds was set, though nobody agreed it: in sentences. */
	changed: string[];
	/** Null where the others' judgements are not theirs to see yet. */
	spread: SpreadView | null;
	/** Names of the judges who are waited for; empty where `spread` is null. */
	awaited: string[];
	/** Stands for what was seen when one agrees. */
	seen: string;
	/** What a reason is checked against; null for who writes none here. */
	check: TextCheck | null;
	earlier: EarlierView[];
};

/** `viewer`: id of whoever looks, or null. Steps that the scale does not have are left out. */
export function deriveSpread(
	given: readonly OwnJudgement[],
	scale: { kind: JudgingPanel['kind']; steps: readonly JudgingStep[]; knowing: readonly JudgingStep[] },
	viewer: string | null
): SpreadView {
	const views = viewGiven(given, scale, viewer);
	const stepName = (step: number) => scale.steps.find((each) => each.step === step)?.name.toLowerCase() ?? '';
	return {
		given: views,
		far: farPairs(given).map(
			({ lower, higher, steps }) =>
				`${higher.name} sees ${stepName(higher.step)} (${higher.step}), ${lower.name} ${stepName(lower.step)} (${lower.step}): ${steps} ${scale.kind === 'theme' ? 'steps' : 'stages'} apart.`
		),
		seenFrom:
			scale.kind === 'theme'
				? null
				: seenByPerspective(
						given,
						scale.steps.map(({ step }) => step)
					),
		conversation: isConversation(given)
	};
}

export function viewGiven(
	given: readonly OwnJudgement[],
	{ steps, knowing }: { steps: readonly JudgingStep[]; knowing: readonly JudgingStep[] },
	viewer: string | null
): GivenView[] {
	const marks = new Map<string, number>();
	return given.flatMap((own) => {
		const step = steps.find((each) => each.step === own.step);
		if (!step) return [];
		const letters = initialsOf(own.name);
		const nth = (marks.get(letters) ?? 0) + 1;
		marks.set(letters, nth);
		return [
			{
				person: own.person,
				name: own.name,
				initials: nth === 1 ? letters : `${letters}${nth}`,
				you: own.person === viewer,
				step,
				known: knowing.find((each) => each.step === own.howDoWeKnow) ?? null,
				reason: own.reason,
				perspective: own.perspective,
				at: dayAndTime(own.at),
				changed: own.version > 1
			}
		];
	});
}
