/** What is written about an entry, part by part, for each kind; and the words for kinds, places, care groups and stages. */
import type { EntryKind, EntryState, Geography } from './entry-kinds.ts';

export type EntryPart = {
	/** Its key among the texts of an entry, and its field in the form. */
	name: string;
	/** Asks for it in the form and stands over it on the page. */
	label: string;
	hint: string;
	/** Whether the entry can only be sent to the editors with it. */
	needed: boolean;
	/** Lines of the field; 1 for what is written on one line. */
	rows: number;
	/** Letters. */
	most: number;
};

const long = 5_000;

/** In the order in which they are read. A link is the address of a web page. */
export const entryParts: Readonly<Record<EntryKind, readonly EntryPart[]>> = {
	practice: [
		{
			name: 'did',
			label: 'What we did',
			hint: 'So that somebody elsewhere could begin to do it too. Name nobody.',
			needed: true,
			rows: 6,
			most: long
		},
		{
			name: 'forWhom',
			label: 'For whom',
			hint: 'Whose support it was about, and how many people it reached.',
			needed: true,
			rows: 2,
			most: long
		},
		{
			name: 'changed',
			label: 'What changed',
			hint: 'For people who use support, for carers, for those who work with them.',
			needed: true,
			rows: 4,
			most: long
		},
		{
			name: 'evidence',
			label: 'How we know',
			hint: 'What was counted, who was asked, what they said; and what you do not know yet.',
			needed: true,
			rows: 4,
			most: long
		},
		{
			name: 'differently',
			label: 'What we would do differently',
			hint: 'What you would leave out, begin sooner or do with others. This is what helps most.',
			needed: false,
			rows: 4,
			most: long
		}
	],
	resource: [
		{
			name: 'publisher',
			label: 'Publisher',
			hint: 'The organisation that stands behind it.',
			needed: true,
			rows: 1,
			most: 200
		},
		{ name: 'year', label: 'Year', hint: 'If it says one.', needed: false, rows: 1, most: 20 },
		{
			name: 'link',
			label: 'Where it is',
			hint: 'The address of its page, beginning with https:// or http://, if it is on the web.',
			needed: false,
			rows: 1,
			most: 500
		},
		{
			name: 'licence',
			label: 'Licence',
			hint: 'Under what terms it may be used, such as “Open Government Licence”, or that it does not say.',
			needed: true,
			rows: 1,
			most: 200
		},
		{
			name: 'purpose',
			label: 'What it is for',
			hint: 'Who would pick it up, and to do what.',
			needed: true,
			rows: 3,
			most: long
		}
	],
	'test-of-change': [
		{
			name: 'aim',
			label: 'Aim',
			hint: 'What was to become better, for whom, by how much and by when.',
			needed: true,
			rows: 3,
			most: long
		},
		{
			name: 'tried',
			label: 'What was tried',
			hint: 'How small it began, and with whom. Name nobody.',
			needed: true,
			rows: 5,
			most: long
		},
		{
			name: 'measure',
			label: 'Measure',
			hint: 'What was counted, with its unit: “days from asking to a first conversation”.',
			needed: true,
			rows: 1,
			most: 200
		},
		{
			name: 'learning',
			label: 'Learning',
			hint: 'What came of it, beside what you expected, and what you do now.',
			needed: true,
			rows: 4,
			most: long
		}
	]
};

/** Letters of a title. */
export const longestTitle = 200;

export const kindWords: Readonly<Record<EntryKind, { one: string; many: string; about: string }>> = {
	practice: {
		one: 'Practice',
		many: 'Practice',
		about: 'Something that you do, and that others could do too.'
	},
	resource: {
		one: 'Resource',
		many: 'Resources',
		about: 'A report, guide, tool or form that somebody has published.'
	},
	'test-of-change': {
		one: 'Test of change',
		many: 'Tests of change',
		about: 'Something that was tried on a small scale and measured over time.'
	}
};

/** What a named resource says of its publisher or licence where its source says nothing. */
export const notStated = 'Not stated in the source';

/** Whose something is, beneath its title: who shares it, else who published it and when. */
export const sharedBy = ({ whose, publisher }: { whose: string | null; publisher: string | null }): string =>
	whose ?? publisher ?? 'Named in the source documents';

export const stateWords: Readonly<Record<EntryState, string>> = {
	draft: 'Draft',
	sent: 'With the editors',
	returned: 'Returned',
	published: 'Published'
};

export const geographyWords: Readonly<Record<Geography, string>> = {
	city: 'City',
	island: 'Island',
	'mostly-rural': 'Mostly rural',
	mixed: 'Town and country'
};

/** For whom something is; a fixed short list, so that it can be filtered by. */
export const careGroups = [
	{ value: 'older-people', label: 'Older people' },
	{ value: 'learning-disability', label: 'Adults with learning disability' },
	{ value: 'physical-disability', label: 'Adults with physical disability' },
	{ value: 'mental-health', label: 'Mental health' },
	{ value: 'children-and-families', label: 'Children and families' },
	{ value: 'unpaid-carers', label: 'Unpaid carers' },
	{ value: 'everybody', label: 'Everybody' }
] as const;

/** Steps 0 to 4 of the readiness scale at which something was done, in the words of fixtures/scales/sds-readiness.json. */
export const stageWords = [
	'Not started',
	'Exploring',
	'Installing',
	'Initial implementation',
	'Full implementation'
] as const;
