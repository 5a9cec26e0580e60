/** What is asked on who was involved, for the form of a new entry and the editor of one that is there. */
import { involvedGroups, involvementStages } from '#lib/evidence/voice-words.ts';
import { groupNames, stageNames } from '#lib/reports/involvement.ts';

export const groupChoices = involvedGroups.map((value) => ({ value, label: groupNames[value] }));
export const stageOptions = involvementStages.map((value) => ({ value, label: stageNames[value] }));

export const involvementFields = [
	{ name: 'groups', label: 'Who was involved', several: groupChoices },
	{ name: 'stage', label: 'At which stage', options: stageOptions },
	{ name: 'day', label: 'On which day, if it was one', type: 'date' as const },
	{ name: 'number', label: 'How many people, if known' },
	{
		name: 'how',
		label: 'How',
		hint: 'What was asked of them, what they did or decided. Name nobody.',
		rows: 3
	},
	{
		name: 'changed',
		label: 'What changed because of it',
		hint: 'Leave it empty while nothing has: the overview then says so.',
		rows: 3
	}
];
