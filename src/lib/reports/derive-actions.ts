/** The section of a report on what is done next: every improvement action with its owner, day, target and status. */
import type { Action } from '#lib/improvement/action.ts';
import { targetWords } from '#lib/improvement/target.ts';
import { longDate } from './dates.ts';
import { findMeasure, type ReportInput } from './derive-input.ts';
import { statementText, type Block, type Cell, type ReportSection } from './report.ts';
import { counted } from './review-words.ts';
import { sectionWriter } from './section-writer.ts';
import { statementOf } from './statement.ts';

/** Null where no action has been written: a report does not say what nobody has thought of yet. */
export function deriveActionsSection(input: ReportInput, number: string): ReportSection | null {
	const actions = input.actions ?? [];
	if (actions.length === 0) return null;
	const id = 'plan-of-action';
	const write = sectionWriter(number, id);
	const carried = actions.filter(({ carriedFrom }) => carriedFrom !== null);
	const fresh = actions.filter(({ carriedFrom }) => carriedFrom === null);
	const blocks: Block[] = [
		write.plain(
			`${counted(actions.length, 'improvement action')}: what will be done, by whom and by when, and how it will be known.`
		)
	];
	if (carried.length > 0)
		blocks.push(
			write.heading('What we said we would do', 'unlisted'),
			actionTable(input, carried, 'Actions carried over from the review before')
		);
	if (fresh.length > 0)
		blocks.push(
			write.heading(carried.length > 0 ? 'What we are going to do now' : 'Actions', 'unlisted'),
			actionTable(input, fresh, 'Improvement actions of this review')
		);
	return { id, number, code: null, title: 'What are we going to do now?', blocks };
}

function actionTable(input: ReportInput, actions: readonly Action[], caption: string): Block {
	return {
		kind: 'table',
		id: null,
		caption,
		headers: ['Action', 'Owner', 'Due', 'How it will be known', 'Status'],
		rows: actions.map((action): Cell[] => [
			titleOf(action),
			action.owner || 'none yet',
			action.due === null ? 'no day yet' : longDate(action.due),
			knownBy(input, action),
			statusOf(action)
		]),
		numeric: [],
		note: null
	};
}

const titleOf = ({ title, recommendation, element }: Action): string =>
	recommendation !== null
		? `${title} (recommendation ${recommendation})`
		: element === null
			? title
			: `${title} (${element})`;

function knownBy(input: ReportInput, { measure, target, source, question }: Action): string {
	const place = source !== null && question !== null && findMeasure(input, { source, question });
	const now = place
		? `${statementOf(input, place).label}: now ${statementText(statementOf(input, place))}`
		: '';
	return (
		[measure, target ? `Target ${targetWords(target)}` : '', now].filter((part) => part !== '').join('. ') ||
		'not said yet'
	);
}

const statuses: Record<Action['status'], string> = {
	'not-started': 'not started',
	'in-progress': 'in progress',
	completed: 'completed',
	stopped: 'stopped'
};

const statusOf = ({ status, tests }: Action): string =>
	tests.length === 0 ? statuses[status] : `${statuses[status]}; ${counted(tests.length, 'test')} of change`;
