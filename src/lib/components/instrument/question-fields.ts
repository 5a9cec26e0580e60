/** The fields in which a question of an instrument is written. */
import { typeNames } from '#lib/evidence/instrument-texts.ts';
import { questionTypes } from '#lib/evidence/question-types.ts';

export const questionFormFields = [
	{ name: 'wording', label: 'The question', rows: 2 },
	{
		name: 'type',
		label: 'How it is answered',
		options: questionTypes.map((type) => ({ value: type, label: typeNames[type] }))
	},
	{ name: 'options', label: 'Its options', hint: 'One a line, in their order.', rows: 5 },
	{ name: 'scaleFrom', label: 'Lowest number' },
	{ name: 'scaleFromLabel', label: 'What the lowest means', hint: 'It can be left empty.' },
	{ name: 'scaleTo', label: 'Highest number' },
	{ name: 'scaleToLabel', label: 'What the highest means', hint: 'It can be left empty.' },
	{
		name: 'positive',
		label: 'Answers that count as positive',
		hint: 'One a line, as they are written among its answers: yes. Empty: it has no share.',
		rows: 2
	},
	{
		name: 'recording',
		label: 'Does it ask about recording?',
		hint: 'Then “not recorded” stays in the base of its share.',
		options: [
			{ value: 'no', label: 'No' },
			{ value: 'yes', label: 'Yes' }
		]
	},
	{ name: 'help', label: 'A note to whoever answers', rows: 3 },
	{
		name: 'group',
		label: 'Group',
		hint: 'The heading under which it stands. Questions with the same heading stand together.'
	},
	{
		name: 'column',
		label: 'Short name',
		hint: 'Such as C4: the name of its column in files. Each has its own.'
	},
	{ name: 'label', label: 'Label', hint: 'A few words that name it in a table: Options discussed.' },
	{
		name: 'message',
		label: 'Message',
		hint: 'What follows the quantity in a title. With “files show that the options were discussed” it reads: Most files show that the options were discussed.'
	}
];

/** What it is called and how it is introduced. */
export const headingFormFields = [
	{ name: 'title', label: 'Title' },
	{
		name: 'about',
		label: 'Introduction',
		hint: 'What whoever answers reads first: what it is for, how long it takes. Name nobody.',
		rows: 4
	},
	{ name: 'one', label: 'One of what is answered', hint: 'Such as file, response or questionnaire.' },
	{ name: 'many', label: 'Several of them', hint: 'Such as files, responses or questionnaires.' }
];
