/** What the form of an improvement action says, checked field by field. */
import { actionStatuses, type ActionStatus, type Target } from '#lib/improvement/action.ts';
import { readTarget } from '#lib/improvement/target.ts';
import { readTied, type Tied } from '#lib/improvement/tied.ts';
import { isDay } from '#lib/evidence/iso-date.ts';
import { tidyLine, tidyText } from '#lib/judgement/written-text.ts';
import { FormProblem } from '../problems.ts';
import type { ActionChoices, Option } from '../queries/action-choices.ts';

export const actionFieldNames = [
	'title',
	'text',
	'recommendation',
	'element',
	'standards',
	'changes',
	'drivers',
	'owner',
	'person',
	'due',
	'status',
	'measure',
	'tied',
	'target',
	'evidence',
	'attachment'
] as const;

/** As the form sends them; what can be chosen severally with spaces between. */
export type ActionTexts = Record<(typeof actionFieldNames)[number], string>;

export type ActionValues = Tied & {
	title: string;
	text: string;
	recommendation: number | null;
	element: string | null;
	elements: string[];
	owner: string;
	ownerPerson: string | null;
	due: string | null;
	measure: string;
	target: Target | null;
	status: ActionStatus;
	evidence: string;
	attachment: string | null;
};

/** Letters. */
const longest = { title: 200, text: 5_000, owner: 200, measure: 1_000, evidence: 5_000 };

/** Throws a form-invalid Problem. `texts` are tidied, as they are kept. */
export function checkedAction(
	asked: ActionTexts,
	choices: ActionChoices,
	kept: Partial<ActionTexts> = {}
): { texts: ActionTexts; values: ActionValues } {
	const several = (options: readonly Option[], written: string) =>
		options.map(({ value }) => value).filter((value) => written.split(/\s+/).includes(value));
	const served = {
		standards: several(choices.served.standard, asked.standards),
		changes: several(choices.served.change, asked.changes),
		drivers: several(choices.served.driver, asked.drivers)
	};
	const texts: ActionTexts = {
		recommendation: asked.recommendation.trim(),
		element: asked.element.trim(),
		person: asked.person.trim(),
		status: asked.status,
		tied: asked.tied.trim(),
		attachment: asked.attachment.trim(),
		title: tidyLine(asked.title),
		text: tidyText(asked.text),
		owner: tidyLine(asked.owner),
		measure: tidyLine(asked.measure),
		evidence: tidyText(asked.evidence),
		standards: served.standards.join(' '),
		changes: served.changes.join(' '),
		drivers: served.drivers.join(' '),
		due: asked.due.trim(),
		target: asked.target.trim()
	};
	const status = actionStatuses.find((each) => each === asked.status);
	const tied = readTied(asked.tied);
	const target = readTarget(texts.target, targetKind(tied, texts.target));
	const faults: Record<string, string> = {};
	const among = (
		field: 'recommendation' | 'element' | 'person' | 'tied' | 'attachment',
		options: readonly Option[]
	) => {
		const value = texts[field];
		// What stood there stays, although whoever saves may not see it, or it was withdrawn since.
		if (value === '' || value === kept[field] || options.some((option) => option.value === value)) return;
		faults[field] = 'Choose one of those that are there, or none.';
	};
	among('recommendation', choices.recommendations);
	among('element', choices.elements);
	among('person', choices.people);
	among('tied', choices.tied);
	among('attachment', choices.attachments);
	if (texts.title === '') faults.title = 'Write what will be done, in a few words.';
	if (!status) faults.status = 'Choose how far it is.';
	if (texts.due !== '' && !isDay(texts.due)) faults.due = 'Write a day, such as 2026-05-03, or nothing.';
	if (target === undefined) faults.target = 'Write a number or a percentage, such as 75%, or nothing.';
	if (target && target.kind === 'number' && tied.question !== null)
		faults.target = 'Write a percentage: the question gives a share.';
	if (status === 'completed' && texts.evidence === '' && texts.attachment === '')
		faults.evidence = 'Write what shows that it is completed, or choose a document that does.';
	for (const [field, most] of Object.entries(longest) as [keyof typeof longest, number][])
		if (texts[field].length > most)
			faults[field] = `Write at most ${most} letters; these are ${texts[field].length}.`;
	if (Object.keys(faults).length > 0 || !status || target === undefined) throw new FormProblem(faults);
	return {
		texts,
		values: {
			...{ title: texts.title, text: texts.text, owner: texts.owner, measure: texts.measure, status, target },
			...tied,
			recommendation: texts.recommendation === '' ? null : Number(texts.recommendation),
			element: texts.element || null,
			elements: [...served.standards, ...served.changes, ...served.drivers],
			ownerPerson: texts.person || null,
			due: texts.due || null,
			evidence: texts.evidence,
			attachment: texts.attachment || null
		}
	};
}

/** A question gives a share and a table of figures a number; what is tied to neither is as it was written. */
const targetKind = ({ question, figure }: Tied, written: string): Target['kind'] =>
	question !== null || (figure === null && written.endsWith('%')) ? 'share' : 'number';

/** What of an action may name somebody. */
export const actionNames = ({ title, text, owner, measure, evidence }: ActionTexts) => ({
	title,
	text,
	owner,
	measure,
	evidence
});
