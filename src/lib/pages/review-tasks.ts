/**
 * The task list of a review: what there is to do from its plan to its report, how far each is, and where it is done.
 * Nothing is ticked off by hand: each is told from what is there. The four in the middle of it: review-stages.ts.
 */
import type { ReviewStage } from '#lib/judgement/stage.ts';
import { stageName, type ReviewKind } from '#lib/judgement/stages.ts';
import { counted, sentenceCase } from '#lib/reports/review-words.ts';
import type { Stage, StageStatus } from './review-stages.ts';

export type TaskPlace =
	| 'plan'
	| 'sample'
	| 'evidence'
	| 'findings'
	| 'judgements'
	| 'moderation'
	| 'checking'
	| 'plan-of-action'
	| 'report';

export type Task = {
	place: TaskPlace;
	name: string;
	status: StageStatus;
	/** One sentence or two: what is there and what is missing. */
	summary: string;
	/** How much of it is there, from 0 to 1; null when the status says it all. */
	progress: number | null;
	/** The review is whole without it. */
	optional?: true;
};

export type TaskFacts = {
	kind: ReviewKind;
	stage: ReviewStage;
	/** `April 2017 to March 2018`, as it is said. */
	period: string;
	/** People with a confirmed duty. */
	team: number;
	sources: number;
	/** Sources with questions. */
	instruments: number;
	/** Of the sources that are drawn from a list; null where there is none. */
	samples: { of: number; drawn: number; records: number; replaced: number } | null;
	/** Evidence, findings, evaluations and report, from what is written. */
	stages: readonly Stage[];
	/** What whoever looks has judged themselves; null for somebody who judges nothing, or need not. */
	own: { given: number; of: number; missing: readonly string[] } | null;
	/** Components of a self-evaluation, and how many of its standards have words and findings; null in a thematic review. */
	readiness: {
		done: number;
		of: number;
		toConfirm: number;
		standards: number;
		written: number;
		findings: number;
	} | null;
	/** What is agreed; null where everybody works on one judgement. */
	moderation: { agreed: number; of: number; ready: readonly string[]; setAside: number } | null;
	canShare: boolean;
	shared: boolean;
	points: { all: number; answered: number };
	actions: { all: number; completed: number; overdue: number };
	recommendations: { all: number; without: number };
};

/** In the order of the work. */
export function deriveTasks(facts: TaskFacts): Task[] {
	const [evidence, findings, evaluations, report] = ['Evidence', 'Findings', 'Evaluations', 'Report'].map(
		(name) => facts.stages.find((stage) => stage.name === name)!
	) as [Stage, Stage, Stage, Stage];
	const done = facts.stage === 'issued';
	return [
		plan(facts),
		...sample(facts),
		told('evidence', 'Evidence', evidence),
		facts.readiness ? findingsOfSelf(facts.readiness, findings) : told('findings', 'Findings', findings),
		facts.readiness
			? readiness(facts.readiness)
			: facts.own
				? own(facts.own, evaluations)
				: told('judgements', 'Evaluations', evaluations),
		...moderation(facts, evaluations),
		checking(facts),
		planOfAction(facts),
		{
			...(facts.readiness ? reportOfSelf(facts.readiness) : told('report', 'Report', report)),
			...(done ? { status: 'completed' as const, progress: null } : {})
		}
	];
}

/** What to go on with: the first that is neither done nor waits for another; undefined where nothing is left. */
export function firstToDo(tasks: readonly Task[]): Task | undefined {
	return tasks.find(
		({ status, optional }) => !optional && (status === 'in-progress' || status === 'not-started')
	);
}

const told = (place: TaskPlace, name: string, { status, summary, progress }: Stage): Task => ({
	...{ place, name, status, summary, progress }
});

function plan({ stage, period, team, sources, instruments }: TaskFacts): Task {
	const parts = [
		period,
		team === 0 ? 'nobody on its team yet' : `team of ${team}`,
		counted(sources, 'source') + (instruments > 0 ? `, ${instruments} with questions` : '')
	];
	const status = stage !== 'planning' ? 'completed' : 'in-progress';
	return {
		place: 'plan',
		name: 'Plan',
		status,
		summary: `${sentenceCase(parts.join(', '))}.`,
		progress: null
	};
}

function sample({ samples }: TaskFacts): Task[] {
	if (samples === null) return [];
	const { of, drawn, records, replaced } = samples;
	const summary =
		drawn === 0
			? `No sample has been drawn for ${counted(of, 'source')} yet.`
			: `${sentenceCase(counted(records, 'record'))} drawn for ${drawn === of ? counted(of, 'source') : `${drawn} of ${counted(of, 'source')}`}${replaced > 0 ? `, ${replaced} replaced` : ''}.`;
	return [{ place: 'sample', name: 'Sample', summary, ...howFar(drawn, of) }];
}

function own({ given, of, missing }: NonNullable<TaskFacts['own']>, evaluations: Stage): Task {
	const first = { place: 'judgements' as const, name: 'Your evaluations' };
	if (given === 0 && evaluations.status === 'cannot-start-yet')
		return { ...first, status: 'cannot-start-yet', progress: null, summary: 'Opens when there is evidence.' };
	const todo = missing.length === 0 ? '' : ` To do: ${missing.join('; ')}.`;
	return { ...first, summary: `${given} of ${counted(of, 'theme')}.${todo}`, ...howFar(given, of) };
}

function readiness({ done, of, toConfirm }: NonNullable<TaskFacts['readiness']>): Task {
	const confirm = toConfirm === 0 ? '' : ` ${toConfirm} of last year to confirm.`;
	const far = howFar(done, of);
	return {
		place: 'judgements',
		name: 'Readiness',
		summary: `${done} of ${counted(of, 'component')} judged.${confirm}`,
		...(toConfirm > 0 && far.status === 'completed' ? { status: 'in-progress', progress: null } : far)
	};
}

/** A self-evaluation need not have any: what it says stands with its components. */
function findingsOfSelf({ findings }: NonNullable<TaskFacts['readiness']>, stage: Stage): Task {
	const first = { place: 'findings' as const, name: 'Findings', progress: null };
	return findings === 0
		? {
				...first,
				status: 'not-started',
				optional: true,
				summary: 'No finding has been written. A self-evaluation can do without.'
			}
		: { ...first, status: 'completed', summary: stage.summary.replace(/ None yet: .*$/, '') };
}

function reportOfSelf({ done, standards, written }: NonNullable<TaskFacts['readiness']>): Task {
	const first = { place: 'report' as const, name: 'Report' };
	if (done + written === 0)
		return { ...first, status: 'not-started', progress: null, summary: 'Nothing has been written yet.' };
	return {
		...first,
		status: 'in-progress',
		progress: written === 0 || written === standards ? null : written / standards,
		summary: `Draft. ${written} of ${counted(standards, 'standard')} have overall words.`
	};
}

function moderation({ kind, moderation: agreed }: TaskFacts, evaluations: Stage): Task[] {
	if (agreed === null) return [];
	const what = kind === 'thematic-review' ? 'theme' : 'component';
	const ready =
		agreed.ready.length === 0
			? ''
			: ` Ready: ${agreed.ready.slice(0, 4).join('; ')}${agreed.ready.length > 4 ? ` and ${agreed.ready.length - 4} more` : ''}.`;
	const setAside =
		agreed.setAside === 0
			? ''
			: ` ${agreed.setAside} ${agreed.setAside === 1 ? 'was' : 'were'} set aside, to be judged again.`;
	const first = { place: 'moderation' as const, name: 'Moderation' };
	const far = howFar(agreed.agreed, agreed.of);
	if (agreed.agreed + agreed.ready.length === 0)
		return [
			{
				...first,
				status: 'cannot-start-yet',
				progress: null,
				summary:
					evaluations.status === 'cannot-start-yet'
						? 'Opens when there is evidence.'
						: `Opens for a ${what} when all who judge have judged it.`
			}
		];
	return [
		{
			...first,
			summary: `${agreed.agreed} of ${counted(agreed.of, what)} agreed.${ready}${setAside}`,
			...far
		}
	];
}

function checking({ kind, stage, canShare, shared, points }: TaskFacts): Task {
	const first = { place: 'checking' as const, name: stageName('checking', kind) };
	if (stage === 'issued')
		return {
			...first,
			status: 'completed',
			progress: null,
			summary: kind === 'self-evaluation' ? 'Confirmed, and issued.' : 'Checked, and issued.'
		};
	if (kind === 'self-evaluation' || !canShare)
		return stage === 'checking'
			? {
					...first,
					status: 'not-started',
					progress: null,
					summary:
						kind === 'self-evaluation'
							? 'Leadership confirms it when the review is issued.'
							: 'How its accuracy was checked is written when the review is issued.'
				}
			: { ...first, status: 'cannot-start-yet', progress: null, summary: 'Opens when all is agreed.' };
	if (!shared)
		return {
			...first,
			status: 'cannot-start-yet',
			progress: null,
			summary: 'Opens when the draft is shared.'
		};
	const open = points.all - points.answered;
	return {
		...first,
		status: open > 0 || points.all === 0 ? 'in-progress' : 'completed',
		progress: open > 0 ? points.answered / points.all : null,
		summary:
			points.all === 0
				? 'The draft is shared. No point has been made yet.'
				: `${points.answered} of ${counted(points.all, 'point')} answered.`
	};
}

function planOfAction({ stage, moderation: agreed, actions, recommendations }: TaskFacts): Task {
	const first = { place: 'plan-of-action' as const, name: 'Plan of action' };
	const { all, completed, overdue } = actions;
	const without =
		recommendations.without === 0
			? ''
			: ` ${sentenceCase(counted(recommendations.without, 'recommendation'))} without an action.`;
	if (all > 0)
		return {
			...first,
			status: recommendations.without === 0 && completed === all ? 'completed' : 'in-progress',
			progress: completed > 0 && completed < all ? completed / all : null,
			summary: `${sentenceCase(counted(all, 'action'))}, ${completed} completed${overdue > 0 ? `, ${overdue} overdue` : ''}.${without}`
		};
	if (agreed !== null && agreed.agreed < agreed.of && stage !== 'issued')
		return {
			...first,
			status: 'cannot-start-yet',
			progress: null,
			summary: `Opens when all is agreed.${without}`
		};
	return {
		...first,
		status: 'not-started',
		progress: null,
		summary: `No action has been written.${without}`
	};
}

function howFar(done: number, of: number): Pick<Task, 'status' | 'progress'> {
	if (done === 0) return { status: 'not-started', progress: null };
	return done >= of
		? { status: 'completed', progress: null }
		: { status: 'in-progress', progress: done / of };
}
