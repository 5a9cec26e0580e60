/** The fields in which a source is written, by its kind: where it is added and where it is changed. */
import { designs, isAskedKind, type Design, type SourceKind } from '#lib/evidence/source-kinds.ts';
import { ownerNames } from '#lib/reports/review-words.ts';

export type SourceField = {
	name: string;
	label: string;
	hint?: string;
	rows?: number;
	type?: 'date';
	options?: { value: string; label: string }[];
};

const designWords: Record<Design, string> = {
	random: 'A random sample',
	stratified: 'A random sample within strata, such as localities',
	census: 'All that there are',
	purposive: 'Chosen on purpose',
	'self-selected': 'Those who chose to answer or to come'
};

/** What each kind is for, in a line. */
export const kindHints: Record<SourceKind, string> = {
	'case-file-reading': 'Files are drawn and read, each with the same questions.',
	'staff-survey': 'Workers answer questions. Their comments and small groups are protected.',
	'supported-person-questionnaire': 'People who use support answer questions.',
	'unpaid-carer-questionnaire': 'Unpaid carers answer questions.',
	'focus-group': 'A group is heard; notes are taken and passages marked.',
	interview: 'One or two people are heard; notes are taken and passages marked.',
	observation: 'Something is watched, such as a meeting; notes are taken.',
	document: 'A policy, a leaflet, minutes: what it says is noted.',
	'performance-data': 'Figures that are gathered anyway, as small tables.',
	report: 'What another body has found.'
};

/** `drawn`: Cairn drew the sample, so that its design and frame stay as they were drawn. */
export function sourceFormFields(kind: SourceKind, drawn = false): SourceField[] {
	const asked = isAskedKind(kind);
	const files = kind === 'case-file-reading';
	const papers = kind === 'document' || kind === 'performance-data' || kind === 'report';
	const fields: (SourceField | false)[] = [
		{ name: 'title', label: 'Title', hint: 'As it stands in tables and in the report.' },
		{
			name: 'heardFrom',
			label: files ? 'Whose files' : papers ? 'Whose it is' : asked ? 'Who is asked' : 'Who was heard',
			hint: 'In plain words. Name nobody.'
		},
		!asked && !papers && { name: 'peopleMet', label: 'How many people were heard' },
		!asked &&
			!papers && {
				name: 'heard',
				label: 'How many of each group',
				hint: 'A group and its number in each line: unpaid carers: 8',
				rows: 3
			},
		!drawn && {
			name: 'design',
			label: papers ? 'How it was chosen' : 'How they were drawn',
			options: designs.map((design) => ({ value: design, label: designWords[design] }))
		},
		asked &&
			!drawn && {
				name: 'frameSize',
				label: files ? 'How many files there are in all' : 'How many people there are in all',
				hint: 'The frame that they were drawn from. Leave it empty where it is not known.'
			},
		asked && !files && { name: 'asked', label: 'How many were asked' },
		{
			name: 'howDrawn',
			label: papers ? 'How it was chosen, in a sentence' : 'How they were drawn, in a sentence',
			hint: 'Readers of the report see it beside every number.',
			rows: 2
		},
		{
			name: 'from',
			label: 'First day',
			hint: 'On which it was gathered. It can be left empty.',
			type: 'date'
		},
		{ name: 'to', label: 'Last day', type: 'date' },
		{
			name: 'owner',
			label: 'Who gathers it',
			options: (['reviewers', 'partnership'] as const).map((owner) => ({
				value: owner,
				label: ownerNames[owner]
			}))
		},
		{
			name: 'note',
			label: 'Note',
			hint: 'Anything that a reader of its figures must know. Name nobody.',
			rows: 3
		}
	];
	return fields.filter((field) => field !== false);
}

/** What stands in the form of a new source at first. */
export function firstTexts(kind: SourceKind): Record<string, string> {
	const survey = isAskedKind(kind) && kind !== 'case-file-reading';
	return {
		design: survey ? 'self-selected' : kind === 'case-file-reading' ? 'random' : 'purposive',
		owner: kind === 'performance-data' ? 'partnership' : 'reviewers'
	};
}
