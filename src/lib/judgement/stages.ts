/**
 * The way of a review from plan to issue: what must be true before each stage, in words, each with the place that
 * mends it. Who may move a review is said in access/may.ts (`move-stage`, `issue-review`); a move goes one stage on, or
 * back to any stage before with a reason, until the review is issued. Nothing is ticked off by hand.
 */
import { stages, type ReviewStage } from './stage.ts';

export type ReviewKind = 'thematic-review' | 'self-evaluation';

/** Where something is mended: pages of the review. */
export type MendedAt = 'plan' | 'team' | 'evidence' | 'findings' | 'judgements' | 'moderation' | 'accuracy';

/** One thing that must be true before a stage. */
export type Need = {
	/** As it is said when it is true: “At least one source of evidence is named”. */
	words: string;
	met: boolean;
	/** What is missing, in a sentence; empty where nothing is. */
	missing: string;
	at: MendedAt;
};

/** A theme, standard or component, as far as a move asks about it. */
export type Judged = {
	/** As it is named: `theme 2, Getting support at the right time`, `8.7`. */
	name: string;
	/** Whether anybody has judged it: somebody's own judgement, or one that is agreed. */
	begun: boolean;
	/** An evaluation that is agreed with its reason; the stage of a component, or why there is none. */
	done: boolean;
	/** Whether a finding stands behind it; always so of a component. */
	found: boolean;
};

export type StageFacts = {
	kind: ReviewKind;
	/** Whether somebody leads it. */
	led: boolean;
	sources: number;
	/** Sources that have brought anything. */
	sourcesIn: number;
	/** Titles of the sources of last year that nobody has confirmed yet. */
	sourcesToConfirm: readonly string[];
	/** Components carried over that nobody has looked at yet. */
	readinessToConfirm: readonly string[];
	/** Themes of a thematic review, components of a self-evaluation; its standards where it has no components. */
	judged: readonly Judged[];
	/** Components in development, of which notes are kept and no stage is asked; no move asks about them. */
	developing?: readonly Judged[];
	/** Whether the partnership under review has an organisation here with which the draft can be shared. */
	canShare: boolean;
	shared: boolean;
	points: { all: number; answered: number };
};

/** What every stage is called; the checking is named for its kind. */
export function stageName(stage: ReviewStage, kind: ReviewKind): string {
	const names: Record<ReviewStage, string> = {
		planning: 'Planning',
		gathering: 'Gathering evidence',
		judging: 'Judging',
		moderating: 'Moderating',
		checking: kind === 'thematic-review' ? 'Factual accuracy' : 'Confirmation by leadership',
		issued: 'Issued'
	};
	return names[stage];
}

/** The stage after this one; null after the last. */
export function nextStage(stage: ReviewStage): ReviewStage | null {
	return stages[stages.indexOf(stage) + 1] ?? null;
}

/** The stages before this one, to which a review can be taken back. Nothing is taken back once it is issued. */
export function stagesBefore(stage: ReviewStage): ReviewStage[] {
	return stage === 'issued' ? [] : stages.slice(0, stages.indexOf(stage));
}

/** What must be true before a review goes on to a stage, besides all that the stages before it ask for. */
export function needsBefore(stage: ReviewStage, facts: StageFacts): Need[] {
	switch (stage) {
		case 'planning':
			return [];
		case 'gathering':
			return [
				need('Somebody leads the review', facts.led, 'Give somebody the lead.', 'team'),
				need(
					'At least one source of evidence is named',
					facts.sources > 0,
					'Name where the evidence is to come from.',
					'evidence'
				)
			];
		case 'judging':
			return [
				need(
					'At least one source of evidence is in',
					facts.sourcesIn > 0,
					'No source has brought any evidence yet.',
					'evidence'
				),
				listing(
					'The evidence of last year is confirmed or withdrawn',
					facts.sourcesToConfirm,
					'To confirm',
					'evidence'
				)
			];
		case 'moderating':
			return [
				listing(
					facts.kind === 'thematic-review'
						? 'Every theme has been evaluated by somebody'
						: 'Every component has been judged, or it is said why not',
					namesWithout(facts, 'begun'),
					'To do',
					'judgements'
				),
				listing(
					'The readiness of last year is confirmed or changed',
					facts.readinessToConfirm,
					'To confirm',
					'judgements'
				)
			];
		case 'checking':
			return [
				listing(
					facts.kind === 'thematic-review'
						? 'Every theme has an agreed evaluation with its reason'
						: 'Every component has an agreed stage, or it is said why not',
					namesWithout(facts, 'done'),
					'To do',
					'moderation'
				),
				...(facts.kind === 'thematic-review'
					? [
							listing(
								'Every evaluation rests on at least one finding',
								namesWithout(facts, 'found'),
								'Without a finding',
								'findings'
							)
						]
					: [])
			];
		case 'issued':
			return facts.kind === 'thematic-review' ? accuracyNeeds(facts) : [];
	}
}

/** All that must be true on the way to a stage, from the beginning. */
export function needsOnTheWay(stage: ReviewStage, facts: StageFacts): Need[] {
	return stages.slice(0, stages.indexOf(stage) + 1).flatMap((each) => needsBefore(each, facts));
}

/**
 * What somebody is asked to write with the last move: the confirmation of a self-evaluation by its leadership; in a
 * thematic review that could not be shared here, how its accuracy was checked; null where nothing is asked.
 */
export function wordsToIssue(facts: StageFacts): 'confirmation' | 'accuracy' | null {
	if (facts.kind === 'self-evaluation') return 'confirmation';
	return facts.canShare ? null : 'accuracy';
}

function accuracyNeeds({ canShare, shared, points }: StageFacts): Need[] {
	if (!canShare) return [];
	const open = points.all - points.answered;
	return [
		need(
			'The draft has been shared with the partnership under review',
			shared,
			'Share the draft, so that its accuracy can be checked.',
			'plan'
		),
		need(
			'Every point of factual accuracy is answered',
			open === 0,
			open === 1 ? 'One point has no answer yet.' : `${open} points have no answer yet.`,
			'accuracy'
		)
	];
}

const need = (words: string, met: boolean, missing: string, at: MendedAt): Need => ({
	words,
	met,
	missing: met ? '' : missing,
	at
});

/** How many are named before the rest is counted. */
const named = 6;

function listing(words: string, left: readonly string[], lead: string, at: MendedAt): Need {
	const more = left.length - named;
	const shown = left.slice(0, named).join('; ');
	return need(words, left.length === 0, `${lead}: ${shown}${more > 0 ? `; and ${more} more` : ''}.`, at);
}

const namesWithout = ({ judged }: StageFacts, what: 'begun' | 'done' | 'found'): string[] =>
	judged.filter((each) => !each[what]).map(({ name }) => name);
