/** How each checklist of the older documents is asked, in our own words; its items are quoted. */
import type { SelfCheckAnswer } from '#lib/judgement/self-check.ts';

export const answerWords: Readonly<Record<SelfCheckAnswer, string>> = {
	yes: 'Yes',
	partly: 'Partly',
	no: 'No',
	'not-applicable': 'Does not apply'
};

export type SelfCheckAsk = {
	/** Asked of every item. */
	question: string;
	/** Said where the list is rather one of considerations than of questions; null for the others. */
	considerations: string | null;
};

const soHere: SelfCheckAsk = { question: 'Is this so here?', considerations: null };

/** By the code of the checklist in checklists@2019. */
const asked: Readonly<Record<string, SelfCheckAsk>> = {
	'C-national-outcomes': {
		question: 'Do you know whether the support here brings this about?',
		considerations: 'It names outcomes, in a word or two. What each would look like here is for you to say.'
	},
	'C-procurement': {
		question: 'Does your procurement take account of this?',
		considerations: 'It names what to consider. A yes means that it was considered and that one can show how.'
	},
	'C-carers-budgets': { question: 'Is this so for carers here?', considerations: null },
	'C-family-employment': {
		question: 'Would a family member be employed here in such a case?',
		considerations: 'It gives examples of cases, not all of them. Each person’s own case decides.'
	},
	'C-budget-uses': {
		question: 'Could a budget be used for this here?',
		considerations:
			'It tells what people had used their budgets for. Nobody has to use theirs for any of it; the question is whether they could.'
	},
	'C-market-factors': {
		question: 'Do you know what this does to the support that people can choose from here?',
		considerations: 'It names what has changed the market. None of it is good or bad by itself.'
	},
	'C-duties': { question: 'Is this done here, for everybody it is owed to?', considerations: null },
	'C-purposes': soHere,
	'C-options': { question: 'Is this offered here, and understood?', considerations: null },
	'C-systems': {
		question: 'Does this help people here to have choice and control?',
		considerations:
			'It names systems that matter to self-directed support, without saying how they should be.'
	},
	'C-best-value': soHere,
	'C-destination-outcomes': soHere,
	'C-principles': {
		question: 'Do people here meet this in their support?',
		considerations: 'It names principles, in a word or two. What each would look like here is for you to say.'
	},
	'C-journey': {
		question: 'Do people here have choice and control at this stage?',
		considerations:
			'It names the stages at which a person meets the system, without saying how they should be.'
	},
	'C-workers': {
		question: 'Do they understand enough of self-directed support for their part in it here?',
		considerations: null
	}
};

/** What is asked of a checklist; of one that a later edition brings, whether its items are so. */
export const askOf = (checklist: string): SelfCheckAsk => asked[checklist] ?? soHere;
