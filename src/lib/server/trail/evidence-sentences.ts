/** How what was done to evidence is said: sources, samples, readings, imports, notes, papers. */
import type { Names, Sentences, Told } from './told.ts';
import type { Verb } from './verbs.ts';
import { count } from './words.ts';

/** `subject` is the source and one of its parts, with a slash between them. */
const ofPart = ({ subject }: Told, names: Names) => names.source((subject ?? '').split('/')[0] ?? null);
const asked = (question: unknown) => (typeof question === 'string' ? `question ${question}` : 'a question');
const second = (reading: unknown) => (reading === 2 ? ', in its second reading' : '');

export const evidenceSentences = {
	'source-added': ['evidence', ({ subject }, names) => `added the source ${names.source(subject)}`],
	'source-saved': [
		'evidence',
		({ subject }, names) => `saved what is written about the source ${names.source(subject)}`
	],
	'source-withdrawn': ['evidence', ({ subject }, names) => `withdrew the source ${names.source(subject)}`],
	'source-restored': ['evidence', ({ subject }, names) => `brought back the source ${names.source(subject)}`],
	'instrument-chosen': [
		'evidence',
		({ subject, facts }, names) =>
			facts.questions === undefined || facts.questions === null
				? `chose no questions for ${names.source(subject)}`
				: `chose an instrument of ${count(facts.questions, 'question')} for ${names.source(subject)}`
	],
	'instrument-begun': [
		'evidence',
		({ subject }, names) => `began a version of the questions of ${names.source(subject)}`
	],
	'instrument-draft-saved': [
		'evidence',
		({ subject }, names) => `changed the version in the making for ${names.source(subject)}`
	],
	'instrument-draft-dropped': [
		'evidence',
		({ subject }, names) => `gave up the version in the making for ${names.source(subject)}`
	],
	'instrument-used': [
		'evidence',
		({ subject, facts }, names) =>
			`put the version in the making into use for ${names.source(subject)}${facts.edition ? `, as edition ${String(facts.edition)}` : ''}`
	],
	'import-begun': ['evidence', ({ subject }, names) => `sent a file of answers for ${names.source(subject)}`],
	'mapping-saved': [
		'evidence',
		({ subject }, names) => `said what the columns of a file for ${names.source(subject)} are`
	],
	'answers-imported': [
		'evidence',
		({ subject, facts }, names) => `took in ${count(facts.records, 'record')} of ${names.source(subject)}`
	],
	'note-saved': ['evidence', (told, names) => `saved notes of ${ofPart(told, names)}`],
	'note-withdrawn': ['evidence', (told, names) => `withdrew notes of ${ofPart(told, names)}`],
	'note-restored': ['evidence', (told, names) => `brought back notes of ${ofPart(told, names)}`],
	'passage-marked': [
		'evidence',
		(told, names) =>
			`${told.facts.coded ? 'coded an answer' : `marked ${count(told.facts.passages ?? 1, 'passage')}`} of ${ofPart(told, names)}`
	],
	'passage-saved': [
		'evidence',
		(told, names) =>
			`changed ${told.facts.coded ? 'how an answer is coded' : 'a passage'} of ${ofPart(told, names)}`
	],
	'passage-withdrawn': [
		'evidence',
		(told, names) =>
			`withdrew ${told.facts.coded ? 'the code of an answer' : 'a passage'} of ${ofPart(told, names)}`
	],
	'passage-restored': [
		'evidence',
		(told, names) =>
			`brought back ${told.facts.coded ? 'the code of an answer' : 'a passage'} of ${ofPart(told, names)}`
	],
	'batch-withdrawn': [
		'evidence',
		({ subject, facts }, names) =>
			`withdrew an import of ${count(facts.records, 'record')} from ${names.source(subject)}`
	],
	'attachment-added': [
		'evidence',
		({ facts }) =>
			Number(facts.revision) > 1 ? `attached revision ${facts.revision} of a file` : 'attached a file'
	],
	'attachment-saved': ['evidence', () => 'saved what is written about an attachment'],
	'attachment-withdrawn': ['evidence', () => 'withdrew an attachment'],
	'attachment-restored': ['evidence', () => 'brought back an attachment'],
	'workbook-taken-in': [
		'evidence',
		({ subject, facts }, names) =>
			`sent a workbook with ${count(facts.answers, 'answer')} and ${count(facts.comments, 'remark')} on ${count(facts.records, 'record')} of ${names.source(subject)}`
	],
	'collection-opened': [
		'evidence',
		({ subject, facts }, names) =>
			`opened ${names.source(subject)} to be answered by ${facts.links ? count(facts.links, 'link') + ' for one person each' : 'one link'}`
	],
	'collection-closed': [
		'evidence',
		({ subject }, names) => `closed the answering of ${names.source(subject)} by link`
	],
	'collection-extended': [
		'evidence',
		({ subject }, names) => `changed until when ${names.source(subject)} is answered by link`
	],
	'response-started': [
		'evidence',
		({ subject }, names) => `began to answer ${names.source(subject)} by link`
	],
	'response-saved': [
		'evidence',
		({ subject }, names) => `saved answers to ${names.source(subject)} on their way`
	],
	'response-sent': ['evidence', ({ subject }, names) => `answered ${names.source(subject)} by link`],
	'figure-added': [
		'evidence',
		({ subject }, names) => `added a table of figures to ${names.source(subject)}`
	],
	'figure-saved': [
		'evidence',
		({ subject }, names) => `saved a table of figures of ${names.source(subject)}`
	],
	'figure-withdrawn': [
		'evidence',
		({ subject }, names) => `withdrew a table of figures of ${names.source(subject)}`
	],
	'figure-restored': [
		'evidence',
		({ subject }, names) => `brought back a table of figures of ${names.source(subject)}`
	],
	'involvement-added': ['evidence', () => 'added who was involved in the review'],
	'involvement-saved': ['evidence', () => 'saved an entry on who was involved in the review'],
	'involvement-withdrawn': ['evidence', () => 'withdrew an entry on who was involved in the review'],
	'involvement-restored': ['evidence', () => 'brought back an entry on who was involved in the review'],
	'frame-set': [
		'evidence',
		({ subject, facts }, names) =>
			`gave ${names.source(subject)} a sampling frame with ${count(facts.frame, 'reference')}`
	],
	'sample-drawn': [
		'evidence',
		({ subject, facts }, names) =>
			`drew ${count(facts.drawn, 'reference')}${typeof facts.frame === 'number' ? ` of ${facts.frame}` : ''} for ${names.source(subject)}${facts.again ? ', in the place of an earlier draw' : ''}`
	],
	'replacement-used': [
		'evidence',
		({ subject, facts }, names) =>
			`used a replacement in the sample of ${names.source(subject)}${facts.answers ? `; ${count(facts.answers, 'answer')} to the file that it stands for ${facts.answers === 1 ? 'was' : 'were'} deleted` : ''}`
	],
	'answer-recorded': [
		'evidence',
		({ subject, facts }, names) => {
			if (typeof facts.questions === 'number')
				return `answered ${count(facts.questions, 'question')} of ${names.record(subject)}${facts.changes ? `, with ${count(facts.changes, 'change')}` : ''}${second(facts.reading)}`;
			const did = facts.changed ? 'changed the answer to' : 'answered';
			return `${did} ${asked(facts.question)} of ${names.record(subject)}${second(facts.reading)}`;
		}
	],
	'reading-comment-saved': [
		'evidence',
		({ subject, facts }, names) =>
			`commented on ${typeof facts.question === 'string' ? `${asked(facts.question)} of ` : ''}${names.record(subject)}${second(facts.reading)}`
	],
	'reading-completed': [
		'evidence',
		({ subject, facts }, names) => `read ${names.record(subject)} to its end${second(facts.reading)}`
	],
	'reading-reopened': [
		'evidence',
		({ subject, facts }, names) =>
			`opened ${names.record(subject)} again, to change answers${second(facts.reading)}`
	],
	'second-reading-drawn': [
		'evidence',
		({ subject, facts }, names) =>
			`drew ${count(facts.records, 'record')} of ${names.source(subject)} for a second, blind reading${facts.again ? ', in the place of an earlier draw' : ''}`
	],
	'reading-settled': [
		'evidence',
		({ subject, facts }, names) =>
			`settled${facts.again ? ' anew' : ''} what counts for ${asked(facts.question)} of ${names.record(subject)}, which two readers answered differently`
	]
} as const satisfies Partial<Sentences<Verb>>;
