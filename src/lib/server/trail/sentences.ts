/**
 * How each event is said to people: who did what, to what, in the words of the field. A verb without a sentence does
 * not compile. Pure; names are looked up by whoever shows the trail, so that nobody reads more than they may.
 */
import { dayAndTime } from '#lib/pages/times.ts';
import type { ChainedEvent } from './event.ts';
import type { Verb } from './verbs.ts';
import { count, duty, file, role, ways, whyEnded, whyRefused } from './words.ts';

/** What an event was about, to choose by. */
export const kinds = {
	plan: 'Plan and team',
	evidence: 'Evidence',
	conclusions: 'Summaries and findings',
	standing: 'Drafts, issue and withdrawal',
	reading: 'Opened or downloaded',
	people: 'Organisations and people',
	'sign-in': 'Signing in',
	installation: 'The installation'
} as const;
export type Kind = keyof typeof kinds;

/** Names in sentences, each as it stands in the middle of one. */
export type Names = {
	/** “Ann Reid”, or “a person who has left”. */
	person: (id: string | null) => string;
	organisation: (id: string | null) => string;
	review: (id: string | null) => string;
	/** “theme 3, Impact on staff”. */
	element: (code: string | null) => string;
	/** “the finding ‘Advocacy’”. */
	finding: (slug: string | null) => string;
	/** “Case files”. */
	source: (id: string | null) => string;
	/** `subject` is the source and the reference with a slash between them. */
	record: (subject: string | null) => string;
};

export type Told = Pick<
	ChainedEvent,
	'actor' | 'person' | 'organisation' | 'review' | 'subject' | 'facts'
> & { verb: string };

type Sentence = (told: Told, names: Names) => string;

/** Themselves or somebody else: “ended their other sessions”, “ended the sessions of Ann Reid”. */
const isOwn = ({ subject, person }: Told) => subject === null || subject === person;
const as = ({ facts }: Told) => (facts.role === undefined ? '' : ` as ${role(facts.role)}`);
const givenOf = ({ facts }: Told, names: Names) =>
	`${count(facts.records ?? facts.count, 'record')}${typeof facts.source === 'string' ? ` of ${names.source(facts.source)}` : ''}`;
/** `subject` is the source and one of its parts, with a slash between them. */
const ofPart = ({ subject }: Told, names: Names) => names.source((subject ?? '').split('/')[0] ?? null);
const asked = (question: unknown) => (typeof question === 'string' ? `question ${question}` : 'a question');
const second = (reading: unknown) => (reading === 2 ? ', in its second reading' : '');
const intoOrganisation = (told: Told, names: Names) =>
	told.organisation === null ? '' : ` of ${names.organisation(told.organisation)}`;

const sentences: Record<Verb, readonly [Kind, Sentence]> = {
	'document-kept': [
		'installation',
		({ subject }) => `took in the document ${(subject ?? 'of a framework').replace('@', ', edition ')}`
	],
	'review-imported': [
		'plan',
		({ review, facts }, names) =>
			`brought in ${names.review(review)}, with ${count(facts.sources, 'source')} and ${count(facts.records, 'record')}`
	],
	'review-started': ['plan', ({ review }, names) => `started ${names.review(review)}`],
	'review-given': [
		'plan',
		({ review, organisation }, names) => `gave ${names.review(review)} to ${names.organisation(organisation)}`
	],
	'plan-saved': ['plan', () => 'saved the plan'],
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
	'attachment-downloaded': ['reading', () => 'downloaded an attachment'],
	'workbook-downloaded': [
		'reading',
		({ subject }, names) => `downloaded a workbook to answer ${names.source(subject)} in`
	],
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
	'narrative-saved': [
		'conclusions',
		({ subject }, names) => `saved the summary of ${names.element(subject)}`
	],
	'finding-saved': ['conclusions', ({ subject }, names) => `saved ${names.finding(subject)}`],
	'finding-withdrawn': ['conclusions', ({ subject }, names) => `withdrew ${names.finding(subject)}`],
	'finding-restored': ['conclusions', ({ subject }, names) => `brought back ${names.finding(subject)}`],
	'draft-shared': ['standing', () => 'shared the draft with the partnership, for its check of the facts'],
	'draft-unshared': ['standing', () => 'took the draft back from the partnership'],
	'review-issued': ['standing', ({ review }, names) => `issued ${names.review(review)}`],
	'review-withdrawn': ['standing', ({ review }, names) => `withdrew ${names.review(review)}`],
	'review-restored': ['standing', ({ review }, names) => `brought ${names.review(review)} back`],
	'duty-given': [
		'plan',
		(told, names) => {
			const { subject, facts } = told;
			if (facts.standing !== 'confirmed') return `asked ${names.person(subject)} to be ${duty(facts.duty)}`;
			return isOwn(told) ? `became ${duty(facts.duty)}` : `made ${names.person(subject)} ${duty(facts.duty)}`;
		}
	],
	'duty-confirmed': [
		'plan',
		(told, names) =>
			isOwn(told)
				? `agreed to be ${duty(told.facts.duty)}`
				: `confirmed ${names.person(told.subject)} as ${duty(told.facts.duty)}`
	],
	'duty-revoked': [
		'plan',
		(told, names) =>
			told.facts.declined
				? `declined to be ${duty(told.facts.duty)}`
				: `ended the duty of ${names.person(told.subject)} as ${duty(told.facts.duty)}`
	],
	'records-given': [
		'plan',
		(told, names) => `gave ${givenOf(told, names)} to ${names.person(told.subject)} to read`
	],
	'records-taken-back': [
		'plan',
		(told, names) => `took ${givenOf(told, names)} back from ${names.person(told.subject)}`
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
	],
	'organisation-added': ['people', ({ organisation }, names) => `added ${names.organisation(organisation)}`],
	'organisation-renamed': [
		'people',
		({ organisation }, names) => `gave an organisation its name, ${names.organisation(organisation)}`
	],
	'person-added': [
		'people',
		(told, names) =>
			`added ${told.subject !== null && isOwn(told) ? 'themselves' : names.person(told.subject)}${as(told)}${intoOrganisation(told, names)}`
	],
	'person-renamed': [
		'people',
		(told, names) =>
			isOwn(told) ? 'changed their own name' : `changed the name of ${names.person(told.subject)}`
	],
	'person-invited': [
		'people',
		(told, names) => {
			const { facts, subject } = told;
			if (facts.purpose !== 'password')
				return `invited somebody${as(told)}${intoOrganisation(told, names)}${facts.duty ? `, to be ${duty(facts.duty)}` : ''}`;
			// Whether it was sent is known only afterwards.
			return `made a link with which ${names.person(subject)} can choose a new password${facts.asked && told.actor !== 'person' ? ', as was asked for on the sign-in page' : ''}`;
		}
	],
	'invitation-revoked': [
		'people',
		(told, names) =>
			told.facts.purpose === 'password'
				? 'took back a link for a new password'
				: `took back an invitation${as(told)}${intoOrganisation(told, names)}`
	],
	'invitation-used': [
		'people',
		(told, names) => `followed an invitation${as(told)}${intoOrganisation(told, names)}`
	],
	'membership-confirmed': [
		'people',
		(told, names) =>
			isOwn(told)
				? `joined${as(told)}${intoOrganisation(told, names)}`
				: `confirmed ${names.person(told.subject)}${as(told)}${intoOrganisation(told, names)}`
	],
	'membership-revoked': [
		'people',
		(told, names) =>
			told.facts.declined
				? `declined to join${as(told)}${intoOrganisation(told, names)}`
				: `ended the membership of ${names.person(told.subject)}${as(told)}${intoOrganisation(told, names)}`
	],
	'role-changed': [
		'people',
		({ subject, facts, organisation }, names) =>
			`made ${names.person(subject)} ${role(facts.role)} of ${names.organisation(organisation)}, who was ${role(facts.from)}`
	],
	'signed-in': ['sign-in', ({ facts }) => `signed in${ways(facts.how)}`],
	'signed-out': ['sign-in', () => 'signed out'],
	'sign-in-refused': [
		'sign-in',
		({ subject, facts }, names) =>
			`refused a sign-in${subject === null ? '' : ` as ${names.person(subject)}`}${whyRefused(facts.step, subject !== null)}`
	],
	'sessions-ended': [
		'sign-in',
		(told, names) =>
			`ended ${count(told.facts.count, 'session')}${isOwn(told) ? '' : ` of ${names.person(told.subject)}`}${whyEnded(told.facts.why)}`
	],
	'password-changed': [
		'sign-in',
		(told, names) =>
			isOwn(told)
				? `chose a new password${told.facts.how === 'link' ? ' by a link' : ''}`
				: `changed the password of ${names.person(told.subject)}`
	],
	'second-factor-on': ['sign-in', () => 'switched the second step of signing in on'],
	'second-factor-off': [
		'sign-in',
		(told, names) =>
			`switched the second step of signing in off${isOwn(told) ? '' : ` for ${names.person(told.subject)}`}`
	],
	'recovery-codes-made': ['sign-in', () => 'made new recovery codes'],
	'recovery-code-used': ['sign-in', () => 'used up a recovery code'],
	'provider-linked': ['sign-in', () => 'signs in with their organisation’s account from now on'],
	'setting-changed': [
		'installation',
		({ subject }) => `changed ${settings[subject ?? ''] ?? `the setting ${subject ?? 'of something'}`}`
	],
	'record-opened': ['reading', ({ subject }, names) => `opened ${names.record(subject)}`],
	'results-downloaded': [
		'reading',
		({ subject, facts }, names) => `downloaded the results of ${names.source(subject)}${file(facts.format)}`
	],
	'sample-downloaded': [
		'reading',
		({ subject }, names) => `downloaded the list drawn for ${names.source(subject)}`
	],
	'report-downloaded': ['reading', ({ facts }) => `downloaded the report${file(facts.format)}`],
	'review-exported': [
		'reading',
		({ review }, names) => `wrote out ${names.review(review)} with all its records`
	],
	'trail-downloaded': [
		'reading',
		({ review, facts }) =>
			`downloaded the ${review === null ? 'audit trail' : 'history'}${file(facts.format)}`
	],
	'backup-asked': ['installation', () => 'asked for a backup'],
	'backup-made': ['installation', ({ subject }) => `made the backup ${subject ?? 'of everything kept'}`],
	'backup-restored': [
		'installation',
		({ facts }) =>
			`restored the backup${facts.made ? ` made at ${dayAndTime(String(facts.made))}` : ''}${facts.sessions ? `, and signed everybody out` : ''}`
	],
	'review-erased': [
		'standing',
		({ review, facts }, names) =>
			`erased of ${names.review(review)}, under the rule on keeping: ${[
				count(facts.records, 'record'),
				count(facts.answers, 'answer'),
				count(facts.writtenAnswers, 'written answer'),
				count(facts.passages, 'passage'),
				...(facts.notes ? [count(facts.notes, 'note')] : []),
				...(facts.attachments ? [count(facts.attachments, 'attachment')] : []),
				`${count(facts.texts, 'text')} of its history`
			].join(', ')}`
	]
};

const settings: Readonly<Record<string, string>> = {
	'retention-years': 'how long records are kept after a review is issued'
};

/** Who acted, as a sentence begins with it. */
export function sayWho({ actor, person }: Pick<Told, 'actor' | 'person'>, names: Names): string {
	if (actor === 'operator') return 'The command line';
	if (actor === 'cairn') return 'Cairn itself';
	if (actor === 'visitor') return 'Somebody who was not signed in';
	const name = names.person(person);
	return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What was done: the sentence after who did it, without its full stop. */
export function sayDone(told: Told, names: Names): string {
	const [, sentence] = Object.hasOwn(sentences, told.verb)
		? sentences[told.verb as Verb]
		: [null, () => `did something that this version of Cairn has no words for (${told.verb})`];
	return sentence(told, names);
}

/** “Ann Reid saved the summary of theme 3, Impact on staff.” */
export const sayEvent = (told: Told, names: Names): string =>
	`${sayWho(told, names)} ${sayDone(told, names)}.`;

/** The verbs that are of a kind. */
export function verbsOf(kind: Kind): Verb[] {
	return (Object.keys(sentences) as Verb[]).filter((verb) => sentences[verb][0] === kind);
}
