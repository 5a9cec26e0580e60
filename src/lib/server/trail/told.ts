/** What the sentences of the trail are made of: an event as it is told, and the names in it. */
import type { ChainedEvent } from './event.ts';

/** What an event was about, to choose by. */
export const kinds = {
	plan: 'Plan and team',
	evidence: 'Evidence',
	conclusions: 'Summaries and findings',
	standing: 'Drafts, issue and withdrawal',
	sharing: 'Shared with others',
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

export type Sentence = (told: Told, names: Names) => string;

export type Sentences<Verbs extends string> = Record<Verbs, readonly [Kind, Sentence]>;
