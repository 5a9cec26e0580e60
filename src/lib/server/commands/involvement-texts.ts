/** What a form says on who was involved, checked field by field. */
import { isDay } from '#lib/evidence/iso-date.ts';
import { involvedGroups, involvementStages, type Involvement } from '#lib/evidence/voices.ts';
import { tidyText } from '#lib/judgement/written-text.ts';
import { FormProblem } from '../problems.ts';

/** As the form sends them; the groups with spaces between. */
export type InvolvementTexts = {
	groups: string;
	stage: string;
	day: string;
	number: string;
	how: string;
	changed: string;
};

/** Letters. */
const longest = 5_000;

/** Throws a form-invalid Problem. `texts` are tidied, as they are kept. */
export function checkedInvolvement(asked: InvolvementTexts): {
	texts: InvolvementTexts;
	values: Omit<Involvement, 'id'>;
} {
	const named = asked.groups.split(/\s+/);
	const groups = involvedGroups.filter((group) => named.includes(group));
	const stage = involvementStages.find((each) => each === asked.stage);
	const texts: InvolvementTexts = {
		groups: groups.join(' '),
		stage: stage ?? '',
		day: asked.day.trim(),
		number: asked.number.trim(),
		how: tidyText(asked.how),
		changed: tidyText(asked.changed)
	};
	const faults = {
		groups: groups.length === 0 ? 'Choose who was involved.' : null,
		stage: stage ? null : 'Choose at which stage.',
		day: texts.day === '' || isDay(texts.day) ? null : 'Write a day, such as 2026-05-03, or nothing.',
		number:
			texts.number === '' || /^[1-9]\d{0,5}$/.test(texts.number) ? null : 'Write a whole number, or nothing.',
		how: texts.how === '' ? 'Write how they were involved.' : tooLong(texts.how),
		changed: tooLong(texts.changed)
	};
	const wrong = Object.entries(faults).filter((fault): fault is [string, string] => fault[1] !== null);
	if (wrong.length > 0 || !stage) throw new FormProblem(Object.fromEntries(wrong));
	const values = {
		groups,
		stage,
		day: texts.day || null,
		number: texts.number === '' ? null : Number(texts.number),
		how: texts.how,
		changed: texts.changed || null
	};
	return { texts, values };
}

const tooLong = (text: string) =>
	text.length > longest ? `Write at most ${longest} letters; these are ${text.length}.` : null;
