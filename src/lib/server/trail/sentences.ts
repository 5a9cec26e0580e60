/**
 * How each event is said to people: who did what, to what, in the words of the field. A verb without a sentence does
 * not compile. Pure; names are looked up by whoever shows the trail, so that nobody reads more than they may.
 */
import { dayAndTime } from '#lib/pages/times.ts';
import { communitySentences } from './community-sentences.ts';
import { evidenceSentences } from './evidence-sentences.ts';
import { judgementSentences } from './judgement-sentences.ts';
import type { Kind, Names, Sentences, Told } from './told.ts';
import type { Verb } from './verbs.ts';
import { count, duty, file, role, ways, whyEnded, whyRefused } from './words.ts';

export { kinds, type Kind, type Names, type Told } from './told.ts';

/** Themselves or somebody else: “ended their other sessions”, “ended the sessions of Ann Reid”. */
const isOwn = ({ subject, person }: Told) => subject === null || subject === person;
const as = ({ facts }: Told) => (facts.role === undefined ? '' : ` as ${role(facts.role)}`);
const givenOf = ({ facts }: Told, names: Names) =>
	`${count(facts.records ?? facts.count, 'record')}${typeof facts.source === 'string' ? ` of ${names.source(facts.source)}` : ''}`;
const intoOrganisation = (told: Told, names: Names) =>
	told.organisation === null ? '' : ` of ${names.organisation(told.organisation)}`;

/** What is written about a theme or standard, by its part. */
const narrativeWords: Readonly<Record<string, string>> = {
	summary: 'the summary',
	overall: 'the overall words',
	strengths: 'the strengths',
	gaps: 'the gaps'
};

const sentences: Sentences<Verb> = {
	...evidenceSentences,
	...judgementSentences,
	...communitySentences,
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
	'attachment-downloaded': ['reading', () => 'downloaded an attachment'],
	'workbook-downloaded': [
		'reading',
		({ subject }, names) => `downloaded a workbook to answer ${names.source(subject)} in`
	],
	'narrative-saved': [
		'conclusions',
		({ subject, facts }, names) =>
			`saved ${narrativeWords[String(facts.part)] ?? narrativeWords.summary} of ${names.element(subject)}`
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
