/** One standard question by question: where one is on the way, and all answers at its end to be looked at again. */
import { sentenceCase } from '#lib/reports/review-words.ts';
import type { ComponentLine } from './standard-judgement.ts';

export type GuidedStart = {
	/** Components to go through, and how many of them are judged. */
	components: number;
	judged: number;
	/** About how long it takes, in minutes: two for each component that is not judged yet. */
	minutes: number;
	/** The first that is not judged; the first of all where each is. */
	first: string;
};

const minutesEach = 2;

export function guidedStart(components: readonly ComponentLine[]): GuidedStart {
	const done = components.filter(({ howWell, inDevelopment, words }) =>
		inDevelopment ? words !== '' : howWell !== null
	);
	const left = components.length - done.length;
	return {
		components: components.length,
		judged: done.length,
		minutes: left * minutesEach,
		first: (components.find((line) => !done.includes(line)) ?? components[0])?.code ?? ''
	};
}

/** What was answered of a component, each under its question, with where it is changed. */
export type CheckedAnswer = { question: string; field: string; answer: string | null };

/** The answers on one component in the order of the questions; null where there is none. */
export function checkedAnswers(line: ComponentLine): CheckedAnswer[] {
	const texts = (text: string) => (text === '' ? null : text);
	const named = (step: number | null, name: string | null) =>
		name === null ? null : `${step}. ${sentenceCase(name)}`;
	const target = line.target && `${line.target.stage}${line.target.by ? ` by ${line.target.by}` : ''}`;
	const stages = !line.inDevelopment;
	return [
		...(stages ? [{ question: 'Stage now', field: 'howWell', answer: named(line.howWell, line.stage) }] : []),
		{ question: stages ? 'Why this stage' : 'Notes', field: 'words', answer: texts(line.words) },
		{
			question: 'Strength of the evidence',
			field: 'howDoWeKnow',
			answer: named(line.howDoWeKnow, line.known)
		},
		{ question: 'Further evidence', field: 'statement', answer: texts(line.statement) },
		...(stages ? [{ question: 'Target', field: 'target', answer: target }] : []),
		{ question: 'What we are going to do', field: 'whatNow', answer: texts(line.whatNow) }
	];
}
