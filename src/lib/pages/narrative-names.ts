/** How the narratives of a theme or standard are called. */
import type { NarrativePart } from '#lib/judgement/judgement.ts';

export type NarrativeNames = { title: string; label: string; lead: (of: string) => string };

const parts: Readonly<Record<NarrativePart, { title: string; label: string; lead: string }>> = {
	summary: { title: 'Summary', label: 'Summary of the', lead: 'What the report says first of the' },
	overall: {
		title: 'Overall',
		label: 'How well we are doing on the',
		lead: 'How well we are doing, taken together, on the'
	},
	strengths: {
		title: 'Strengths',
		label: 'Strengths on the',
		lead: 'What goes well, and how we know, on the'
	},
	gaps: { title: 'Gaps', label: 'Gaps on the', lead: 'What is missing or does not go well yet, on the' }
};

/** `noun`: theme or standard. */
export function narrativeNames(part: NarrativePart, noun: string): NarrativeNames {
	const { title, label, lead } = parts[part];
	return { title, label: `${label} ${noun}`, lead: (of) => `${lead} ${noun} “${of}”.` };
}
