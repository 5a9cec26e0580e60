/** What is asked of an improvement action and of a test of change, for the forms of new ones and their editors. */

type Option = { value: string; label: string };
type Choices = {
	recommendations: readonly Option[];
	elements: readonly Option[];
	served: Readonly<Record<'standard' | 'change' | 'driver', readonly Option[]>>;
	tied: readonly Option[];
	attachments: readonly Option[];
	people: readonly Option[];
};

export const statusOptions: Option[] = [
	{ value: 'not-started', label: 'Not started' },
	{ value: 'in-progress', label: 'In progress' },
	{ value: 'completed', label: 'Completed' },
	{ value: 'stopped', label: 'Stopped' }
];

const orNone = (options: readonly Option[], none: string): Option[] => [
	{ value: '', label: none },
	...options
];

/** `elementWord`: what of the review may have a gap: “component or standard”, “theme”. */
export function actionFields(choices: Choices, elementWord: string) {
	return [
		{ name: 'title', label: 'What will be done', hint: 'In a few words, beginning with a verb.' },
		{ name: 'text', label: 'More about it, if needed', rows: 3 },
		...(choices.recommendations.length > 0
			? [
					{
						name: 'recommendation',
						label: 'The recommendation that it answers',
						options: orNone(choices.recommendations, 'None')
					}
				]
			: []),
		{
			name: 'element',
			label: `The ${elementWord} whose gap it closes`,
			options: orNone(choices.elements, 'None in particular')
		},
		{
			name: 'owner',
			label: 'Owner',
			hint: 'Who sees to it: a role or a team, such as “Service manager, adults”. Name nobody.'
		},
		...(choices.people.length > 0
			? [
					{
						name: 'person',
						label: 'Who is reminded of it',
						hint: 'Somebody of this review, who finds it on their first page.',
						options: orNone(choices.people, 'Nobody')
					}
				]
			: []),
		{ name: 'due', label: 'Due', type: 'date' as const },
		{ name: 'status', label: 'How far it is', options: statusOptions },
		{
			name: 'measure',
			label: 'How you will know',
			hint: 'What will be counted or heard, and from whom.',
			rows: 2
		},
		{
			name: 'tied',
			label: 'The question or figure that will answer it',
			hint: 'Then next year’s evidence says by itself whether the target is reached.',
			options: orNone(choices.tied, 'None')
		},
		{
			name: 'target',
			label: 'Target',
			hint: 'A percentage for a question, such as 75%; a number for a figure.'
		},
		{
			name: 'evidence',
			label: 'What shows that it is completed',
			hint: 'Asked for when it is completed.',
			rows: 2
		},
		...(choices.attachments.length > 0
			? [
					{
						name: 'attachment',
						label: 'A document that shows it',
						options: orNone(choices.attachments, 'None')
					}
				]
			: []),
		{ name: 'standards', label: 'Standards that it serves', several: [...choices.served.standard] },
		{
			name: 'changes',
			label: 'Changes of the change map that it serves',
			several: [...choices.served.change]
		},
		{
			name: 'drivers',
			label: 'Implementation drivers that it uses',
			hint: 'Where you tick none of a kind, the crosswalks say what it serves.',
			several: [...choices.served.driver]
		}
	];
}

/** The four parts of a test of change. */
export const testFields = [
	{ name: 'plan', label: 'Plan', hint: 'What you will try, with whom, and what you expect to see.', rows: 3 },
	{ name: 'do', label: 'Do', hint: 'What was done.', rows: 3 },
	{ name: 'study', label: 'Study', hint: 'What came of it, beside what you expected.', rows: 3 },
	{ name: 'act', label: 'Act', hint: 'What you do now: keep it, change it, or leave it.', rows: 3 },
	{ name: 'from', label: 'From', type: 'date' as const },
	{ name: 'to', label: 'To', type: 'date' as const }
];

/** What is asked of a recommendation. */
export const recommendationFields = (
	choices: { elements: readonly Option[]; findings: readonly Option[] },
	elementWord: string
) => [
	{
		name: 'text',
		label: 'What is recommended',
		hint: 'Who should do what, so that what becomes better.',
		rows: 4
	},
	{ name: 'element', label: `The ${elementWord} that it belongs to`, options: [...choices.elements] },
	...(choices.findings.length > 0
		? [{ name: 'findings', label: 'The findings that it answers', several: [...choices.findings] }]
		: [])
];
