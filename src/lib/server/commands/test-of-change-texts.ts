/** What the form of a test of change says, checked field by field. */
import { isDay } from '#lib/evidence/iso-date.ts';
import { tidyText } from '#lib/judgement/written-text.ts';
import { FormProblem } from '../problems.ts';

export const testFieldNames = ['plan', 'do', 'study', 'act', 'from', 'to'] as const;

/** As the form sends them. */
export type TestTexts = Record<(typeof testFieldNames)[number], string>;

export type TestValues = Omit<TestTexts, 'from' | 'to'> & { from: string | null; to: string | null };

/** Letters of each part. */
const longest = 5_000;

/** Throws a form-invalid Problem. `texts` are tidied, as they are kept. */
export function checkedTest(asked: TestTexts): { texts: TestTexts; values: TestValues } {
	const texts: TestTexts = {
		plan: tidyText(asked.plan),
		do: tidyText(asked.do),
		study: tidyText(asked.study),
		act: tidyText(asked.act),
		from: asked.from.trim(),
		to: asked.to.trim()
	};
	const faults: Record<string, string> = {};
	if (texts.plan === '') faults.plan = 'Write what you will try, and what you expect.';
	for (const part of ['plan', 'do', 'study', 'act'] as const)
		if (texts[part].length > longest)
			faults[part] = `Write at most ${longest} letters; these are ${texts[part].length}.`;
	for (const day of ['from', 'to'] as const)
		if (texts[day] !== '' && !isDay(texts[day])) faults[day] = 'Write a day, such as 2026-05-03, or nothing.';
	if (!faults.from && !faults.to && texts.from !== '' && texts.to !== '' && texts.to < texts.from)
		faults.to = 'This is before the day on which it begins.';
	if (Object.keys(faults).length > 0) throw new FormProblem(faults);
	return { texts, values: { ...texts, from: texts.from || null, to: texts.to || null } };
}

/** As the trail keeps it. */
export const testText = ({ plan, do: done, study, act }: Omit<TestTexts, 'from' | 'to'>): string =>
	[plan, done, study, act].filter((part) => part !== '').join('\n\n');
