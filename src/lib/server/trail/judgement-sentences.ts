/** How what was judged, agreed and done about it is said: stages, readiness, findings, judgements, actions, remarks. */
import type { Sentences } from './told.ts';
import type { Verb } from './verbs.ts';
import { count } from './words.ts';

const recommendation = (number: string | null) =>
	number === null ? 'a recommendation' : `recommendation ${number}`;
const quoted = (fact: unknown) => (typeof fact === 'string' && fact !== '' ? ` “${fact}”` : '');
const stageNames: Readonly<Record<string, string>> = {
	planning: 'planning',
	gathering: 'gathering evidence',
	judging: 'judging',
	moderating: 'moderating',
	checking: 'checking',
	issued: 'issued'
};

export const judgementSentences = {
	'stage-moved': [
		'standing',
		({ facts }) =>
			`moved the review ${facts.back ? 'back' : 'on'} to ${stageNames[String(facts.to)] ?? 'another stage'}`
	],
	'section-assigned': [
		'plan',
		({ subject, facts }, names) =>
			`gave ${sectionName(subject, names)} to ${names.person(typeof facts.to === 'string' ? facts.to : null)}`
	],
	'assignment-ended': ['plan', ({ subject }, names) => `took ${sectionName(subject, names)} back`],
	'independence-changed': [
		'plan',
		({ facts }) =>
			facts.independent
				? 'asked everybody to judge on their own first'
				: 'asked no more that everybody judges on their own first'
	],
	'source-confirmed': [
		'evidence',
		({ subject }, names) => `confirmed that ${names.source(subject)} of last year still holds`
	],
	'comment-written': ['conclusions', () => 'wrote a comment'],
	'comment-withdrawn': ['conclusions', () => 'withdrew a comment'],
	'accuracy-point-made': ['conclusions', () => 'made a point of factual accuracy'],
	'accuracy-point-answered': [
		'conclusions',
		({ facts }) => `${facts.answer === 'accepted' ? 'accepted' : 'declined'} a point of factual accuracy`
	],
	'readiness-saved': [
		'conclusions',
		({ subject }, names) => `saved the readiness of ${names.element(subject)}`
	],
	'readiness-confirmed': [
		'conclusions',
		({ subject }, names) => `confirmed last year’s readiness of ${names.element(subject)}`
	],
	'readiness-taken-in': [
		'conclusions',
		({ facts }) => `took in ${count(facts.components, 'component')} from a filled-in document or workbook`
	],
	'self-evaluation-downloaded': ['reading', () => 'downloaded the self-evaluation, to fill it in'],
	'perspective-chosen': ['conclusions', () => 'said from where they see the work'],
	'own-judgement-given': [
		'conclusions',
		({ subject }, names) => `judged ${names.element(subject)} on their own`
	],
	'judgement-agreed': [
		'conclusions',
		({ subject }, names) => `agreed the judgement of ${names.element(subject)}`
	],
	'judgement-set-aside': [
		'conclusions',
		({ subject }, names) => `set the judgement of ${names.element(subject)} aside, to be judged again`
	],
	'judgement-looked-at-again': [
		'conclusions',
		({ subject, facts }, names) =>
			`looked again at ${facts.own ? 'their own judgement' : 'the judgement'} of ${names.element(subject)}: it stays`
	],
	'workshop-opened': ['conclusions', () => 'opened a workshop'],
	'workshop-turned': ['conclusions', ({ subject }, names) => `put ${names.element(subject)} to the workshop`],
	'workshop-revealed': [
		'conclusions',
		({ subject }, names) => `showed what the workshop thinks of ${names.element(subject)}`
	],
	'workshop-rated': [
		'conclusions',
		({ subject }, names) => `rated ${names.element(subject)} in the workshop`
	],
	'workshop-closed': ['conclusions', () => 'closed the workshop'],
	'finding-added': ['conclusions', ({ subject }, names) => `added ${names.finding(subject)}`],
	'draft-dropped': ['conclusions', () => 'dropped a proposed finding'],
	'draft-brought-back': ['conclusions', () => 'brought a proposed finding back'],
	'phrase-linked': [
		'conclusions',
		({ facts }, names) =>
			`tied the phrase${quoted(facts.phrase)} to a measure of ${names.source(typeof facts.source === 'string' ? facts.source : null)}`
	],
	'phrase-unlinked': [
		'conclusions',
		({ facts }) => `untied the phrase${quoted(facts.phrase)} from its measure`
	],
	'recommendation-added': ['conclusions', ({ subject }) => `added ${recommendation(subject)}`],
	'recommendation-saved': ['conclusions', ({ subject }) => `saved ${recommendation(subject)}`],
	'recommendation-withdrawn': ['conclusions', ({ subject }) => `withdrew ${recommendation(subject)}`],
	'recommendation-restored': ['conclusions', ({ subject }) => `brought ${recommendation(subject)} back`],
	'action-added': ['conclusions', () => 'added an improvement action'],
	'action-saved': ['conclusions', () => 'saved an improvement action'],
	'action-withdrawn': ['conclusions', () => 'withdrew an improvement action'],
	'action-restored': ['conclusions', () => 'brought an improvement action back'],
	'test-of-change-added': ['conclusions', () => 'added a test of change'],
	'test-of-change-saved': ['conclusions', () => 'saved a test of change'],
	'test-of-change-withdrawn': ['conclusions', () => 'withdrew a test of change'],
	'test-of-change-restored': ['conclusions', () => 'brought a test of change back']
} satisfies Partial<Sentences<Verb>>;

function sectionName(subject: string | null, names: Parameters<Sentences<Verb>[Verb][1]>[1]): string {
	if (subject === 'plan' || subject === 'evidence' || subject === 'report') return `the ${subject}`;
	return names.element(subject);
}
