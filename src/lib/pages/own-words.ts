/** The words that Cairn itself uses, each in a sentence or two, in alphabetical order. */

export const ownWords: readonly { term: string; text: string }[] = [
	{
		term: 'Base',
		text: 'The number that a share is of: the records with an answer that counts. What does not apply and what is blank is left out.'
	},
	{
		term: 'Basis',
		text: 'What the evidence said when a judgement was made. When it says something else now, the judgement is to be looked at again.'
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
		term: 'How do we know',
		text: 'How strong the evidence for the stage of a component is, judged apart from the stage itself.'
	},
	{
		term: 'Improvement action',
		text: 'What is done about a recommendation or a gap: who owns it, by when, and the measure that will show whether it worked.'
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
		term: 'Moderation',
		text: 'Judges talk over how far their own judgements lie apart, and agree on one. The originals are kept.'
	},
	{
		term: 'Own judgement',
		text: 'What one person judges alone, with a reason. Who has not given theirs sees nobody else’s.'
	},
	{
		term: 'Perspective',
		text: 'From where somebody sees the work: as a senior decision maker, a worker, another professional, or a person who uses support or an unpaid carer.'
	},
	{
		term: 'Quantity check',
		text: 'Compares the words of quantity in a text with the measures, and says which are right, wrong, or tied to nothing.'
	},
	{
		term: 'Readiness',
		text: 'How far a core component is in place, in stages from not started to full implementation, as people judged it.'
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
		term: 'Stale',
		text: 'Said of a phrase that was tied to a measure whose counts are others now.'
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
		term: 'Test of change',
		text: 'One small try-out within an action: what was planned, what was done, what was learnt, and what is done next.'
	},
	{
		term: 'Weight of a finding',
		text: 'How much a finding matters for the evaluation, as people judged it: ordinary, significant or critical.'
	},
	{
		term: 'Workshop',
		text: 'People in one room rate components on their telephones, with a code and without names. The spread is shown when whoever holds it says so.'
	}
];
