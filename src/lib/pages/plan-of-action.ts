/** What the plan of action shows: what we said we would do, what is to be seen to, and every action under what it serves. */
import { pathToTop } from '#lib/frameworks/lookup.ts';
import type { Action } from '#lib/improvement/action.ts';
import { remindersOf, reminderWords } from '#lib/improvement/reminders.ts';
import { groupActions, servedKinds, type Library, type ServedKind } from '#lib/improvement/serves.ts';
import { reachedBy, targetWords } from '#lib/improvement/target.ts';
import type { Recommendation } from '#lib/improvement/recommendation.ts';
import type { Readiness } from '#lib/judgement/readiness.ts';
import { longDate } from '#lib/reports/dates.ts';
import { findMeasure, leadingFramework, type ReportInput } from '#lib/reports/derive-input.ts';
import type { MeasureKey } from '#lib/reports/report.ts';
import { statementText } from '#lib/reports/report.ts';
import { statementOf } from '#lib/reports/statement.ts';

export type ActionLine = {
	id: string;
	title: string;
	owner: string;
	status: Action['status'];
	/** In words: `30 September 2026`. */
	due: string | null;
	/** `12 days overdue`; null where nothing is to be seen to. */
	reminder: string | null;
	overdue: boolean;
	/** `Recommendation 2`, `Component 8.7`; null for an action that answers neither. */
	answers: string | null;
	target: string | null;
	/** What the question that it is tied to says now, and whether that reaches the target. */
	now: { key: MeasureKey; label: string; says: string; reached: string | null } | null;
	tests: number;
	carried: boolean;
};

/** A component that was judged below its target, or has no evidence, and that no action serves yet. */
export type Gap = { code: string; text: string; why: string };

export type PlanOfAction = {
	reminders: ActionLine[];
	/** Those of last year, with what this year's evidence says of them. */
	carried: ActionLine[];
	recommendations: { number: number; text: string; under: string; actions: ActionLine[] }[];
	gaps: Gap[];
	by: ServedKind;
	groups: { code: string; title: string; actions: ActionLine[] }[];
	/** Those that serve none of the kind by which they are sorted. */
	none: ActionLine[];
	count: number;
};

/** `by`: the kind to sort by, as an address has it; `today`: YYYY-MM-DD. */
export function derivePlanOfAction(
	input: ReportInput,
	actions: readonly Action[],
	readiness: readonly Readiness[],
	library: Library,
	{ by, today }: { by: string | null; today: string }
): PlanOfAction {
	const kind = servedKinds.find((each) => each === by) ?? 'standard';
	const reminders = remindersOf(actions, today);
	const lines = new Map(
		actions.map((action) => [
			action.id,
			lineOf(
				input,
				action,
				reminders.find((each) => each.action === action.id)
			)
		])
	);
	const linesOf = (some: readonly Action[]) => some.map(({ id }) => lines.get(id)!);
	const { groups, none } = groupActions(
		actions.map((action) => ({ ...action, element: elementOf(input.bundle.recommendations, action) })),
		kind,
		library
	);
	return {
		reminders: reminders.map(({ action }) => lines.get(action)!),
		carried: linesOf(actions.filter(({ carriedFrom }) => carriedFrom !== null)),
		recommendations: input.bundle.recommendations.map(({ number, text, element }) => ({
			number,
			text,
			under: titleOf(input, element),
			actions: linesOf(actions.filter(({ recommendation }) => recommendation === number))
		})),
		gaps: gapsOf(input, actions, readiness),
		by: kind,
		groups: groups.map((group) => ({ ...group, actions: linesOf(group.actions) })),
		none: linesOf(none),
		count: actions.length
	};
}

/** The element whose gap an action closes; else the one under which its recommendation stands. */
export function elementOf(
	recommendations: readonly Recommendation[],
	{ element, recommendation }: Pick<Action, 'element' | 'recommendation'>
): string | null {
	if (element !== null || recommendation === null) return element;
	return recommendations.find(({ number }) => number === recommendation)?.element ?? null;
}

function lineOf(
	input: ReportInput,
	action: Action,
	reminder: ReturnType<typeof remindersOf>[number] | undefined
): ActionLine {
	const { id, title, owner, status, due, recommendation, element, target, tests, carriedFrom } = action;
	return {
		...{ id, title, owner, status },
		due: due === null ? null : longDate(due),
		reminder: reminder ? reminderWords(reminder) : null,
		overdue: reminder?.why === 'overdue',
		answers:
			recommendation !== null
				? `Recommendation ${recommendation}`
				: element === null
					? null
					: `${elementWord(input, element)} ${element}`,
		target: target && targetWords(target),
		now: nowOf(input, action),
		tests: tests.length,
		carried: carriedFrom !== null
	};
}

const reachedWords = {
	reached: 'the target is reached',
	'not-yet': 'the target is not reached yet',
	'no-evidence': 'there is no evidence yet'
};

function nowOf(input: ReportInput, { source, question, target }: Action): ActionLine['now'] {
	if (source === null || question === null) return null;
	const place = findMeasure(input, { source, question });
	if (!place) return null;
	const statement = statementOf(input, place);
	return {
		key: place.key,
		label: statement.label,
		says: statementText(statement),
		reached: target && reachedWords[reachedBy(target, place.measure)]
	};
}

function elementWord(input: ReportInput, code: string): string {
	const kind = leadingFramework(input)?.elements.find((element) => element.code === code)?.kind;
	return kind === 'core-component' ? 'Component' : kind === 'theme' ? 'Theme' : 'Standard';
}

function titleOf(input: ReportInput, code: string): string {
	const framework = leadingFramework(input);
	const top = framework && pathToTop(framework, code).at(-1);
	return top ? `${top.code}. ${top.title}` : code;
}

/** The components of a self-evaluation that ask for an action: a target not reached, or nothing to show for a stage. */
function gapsOf(input: ReportInput, actions: readonly Action[], readiness: readonly Readiness[]): Gap[] {
	const framework = leadingFramework(input);
	const served = new Set(actions.flatMap(({ element, elements }) => [element, ...elements]));
	const judged = new Map(readiness.map((each) => [each.element, each]));
	return (framework?.elements ?? []).flatMap(({ code, text }): Gap[] => {
		const found = judged.get(code);
		if (!found || served.has(code)) return [];
		const why = gapWords(found);
		return why === null ? [] : [{ code, text, why }];
	});
}

function gapWords({ howWell, target, targetBy, howDoWeKnow }: Readiness): string | null {
	if (howWell !== null && target !== null && target > howWell)
		return `Stage ${howWell}, to be ${target}${targetBy ? ` by ${longDate(targetBy)}` : ''}.`;
	if (howWell === 0) return 'Not started.';
	return howWell !== null && howDoWeKnow === 0 ? `Stage ${howWell}, with no evidence.` : null;
}
