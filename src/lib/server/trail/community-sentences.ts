/** How what is shared is said: consents and releases, practice and resources, topics, messages. */
import type { Sentences } from './told.ts';
import type { Verb } from './verbs.ts';
import { count } from './words.ts';

const quoted = (name: string | null) => (name === null || name === '' ? '' : ` “${name}”`);
const resultWords: Readonly<Record<string, string>> = {
	readiness: 'the readiness',
	measures: 'the measures',
	evaluations: 'the evaluations',
	recommendations: 'the recommendations by theme'
};
const results = (fact: unknown) => resultWords[String(fact)] ?? 'results';
const entryWords: Readonly<Record<string, string>> = {
	practice: 'the practice',
	resource: 'the resource',
	'test-of-change': 'the test of change'
};
const entry = (fact: unknown, subject: string | null) =>
	`${entryWords[String(fact)] ?? 'the entry'}${quoted(subject)}`;
const said = (fact: unknown) => (fact === 'topic' ? 'a topic' : 'something shared');

export const communitySentences = {
	'sharing-consented': [
		'sharing',
		({ facts }) =>
			`agreed to share ${results(facts.kind)} for comparison, ${facts.named ? 'by name' : 'without the name'}`
	],
	'sharing-withdrawn': [
		'sharing',
		({ facts }) => `withdrew the consent to share ${results(facts.kind)}, from the next release on`
	],
	'release-begun': ['sharing', () => 'began to make a release'],
	'release-made': [
		'sharing',
		({ facts }) => `made a release of ${count(facts.partnerships, 'partnership')}, to be looked at`
	],
	'release-failed': ['sharing', () => 'could not make a release'],
	'release-dropped': ['sharing', () => 'dropped a release before it was published'],
	'release-published': ['sharing', ({ subject }) => `published release ${subject ?? ''}`.trimEnd()],
	'figures-downloaded': ['reading', () => 'downloaded figures of a comparison'],
	'feed-key-made': ['people', () => 'made a key for the feed'],
	'feed-key-revoked': ['people', () => 'revoked a key for the feed'],
	'entry-added': ['sharing', ({ subject, facts }) => `began ${entry(facts.kind, subject)}`],
	'entry-saved': ['sharing', ({ subject, facts }) => `saved ${entry(facts.kind, subject)}`],
	'entry-sent': ['sharing', ({ subject, facts }) => `sent ${entry(facts.kind, subject)} to the editors`],
	'entry-returned': [
		'sharing',
		({ subject, facts }) => `returned ${entry(facts.kind, subject)} to its writers`
	],
	'entry-published': ['sharing', ({ subject, facts }) => `published ${entry(facts.kind, subject)}`],
	'entry-withdrawn': ['sharing', ({ subject, facts }) => `withdrew ${entry(facts.kind, subject)}`],
	'entry-restored': ['sharing', ({ subject, facts }) => `brought back ${entry(facts.kind, subject)}`],
	'entry-file-added': ['sharing', ({ subject }) => `added a file to the entry${quoted(subject)}`],
	'entry-file-removed': ['sharing', ({ subject }) => `removed a file from the entry${quoted(subject)}`],
	'useful-marked': ['sharing', ({ facts }) => `marked ${said(facts.about)} as useful`],
	'useful-unmarked': ['sharing', ({ facts }) => `took the mark “useful” from ${said(facts.about)}`],
	'remark-written': [
		'sharing',
		({ facts }) => `${facts.about === 'topic' ? 'answered' : 'commented on'} ${said(facts.about)}`
	],
	'remark-withdrawn': ['sharing', ({ facts }) => `withdrew what they said to ${said(facts.about)}`],
	'topic-opened': ['sharing', ({ subject }) => `opened the topic${quoted(subject)}`],
	'topic-saved': ['sharing', ({ subject }) => `saved the topic${quoted(subject)}`],
	'topic-closed': ['sharing', ({ subject }) => `closed the topic${quoted(subject)} with a summary`],
	'topic-withdrawn': ['sharing', ({ subject }) => `withdrew the topic${quoted(subject)}`],
	'topic-restored': ['sharing', ({ subject }) => `brought back the topic${quoted(subject)}`],
	'message-sent': [
		'sharing',
		(told, names) =>
			`wrote to ${names.organisation(typeof told.facts.to === 'string' ? told.facts.to : null)}`
	],
	'conversation-read': ['sharing', () => 'read messages'],
	'self-check-kept': ['conclusions', () => 'kept the answers to a checklist']
} satisfies Partial<Sentences<Verb>>;
