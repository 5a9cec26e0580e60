/** The words that Cairn itself uses for evidence and numbers, each in a sentence or two, in alphabetical order. */

export const ownWords: readonly { term: string; text: string }[] = [
	{
		term: 'Base',
		text: 'The number that a share is of: the records with an answer that counts. What does not apply and what is blank is left out.'
	},
	{
		term: 'Borderline',
		text: 'Said of a term when the interval reaches into another term. The share of everybody could lie in that one too.'
	},
	{
		term: 'Frame',
		text: 'Everybody, or every file, that a sample was drawn from.'
	},
	{
		term: 'Instrument',
		text: 'A set of questions with their possible answers: a form for reading case files, a survey or a questionnaire.'
	},
	{
		term: 'Interval',
		text: 'The range in which the share of the whole frame is likely to lie, at 95%, when only a sample was drawn at random.'
	},
	{
		term: 'Record',
		text: 'One case file that was read, or one response to a survey or questionnaire, under a reference that names nobody.'
	},
	{
		term: 'Secure',
		text: 'Said of a term when the whole interval lies within it.'
	},
	{
		term: 'Share',
		text: 'The positive answers divided by the base. Each question says which answers are positive.'
	},
	{
		term: 'Source',
		text: 'Where evidence comes from: files that were read, a survey, a meeting, a document.'
	},
	{
		term: 'Stratum',
		text: 'A group within a source, such as a locality or a care group. The answers can be shown for each; several are strata.'
	},
	{
		term: 'Term',
		text: 'The word for a share, such as “most” or “almost all”. The cut-offs are those of the Care Inspectorate.'
	},
	{
		term: 'Weight of a finding',
		text: 'How much a finding matters for the evaluation, as people judged it: ordinary, significant or critical.'
	}
];
