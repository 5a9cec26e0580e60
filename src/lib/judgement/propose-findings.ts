/**
 * Findings that the evidence itself suggests: what a measure says plainly, where two sources disagree, and where there
 * is no evidence. They are drafts to accept or drop: nothing here weighs or judges, and none becomes a finding by
 * itself.
 */
import { formatCount, listed } from '#lib/measures/figures.ts';
import type { Bands } from '#lib/measures/term.ts';
import type { Finding, Link } from './judgement.ts';

export type ProposableMeasure = {
	source: string;
	sourceTitle: string;
	question: string;
	label: string;
	/** What it says (write-measures.ts), with a full stop. */
	sentence: string;
	positive: number;
	base: number;
	term: string;
	/** False when its interval touches more than one term. */
	secure: boolean | null;
	touches: readonly string[];
	elements: readonly string[];
};

export type EvidenceOfElement = {
	/** A theme or standard. */
	element: string;
	title: string;
	measures: readonly ProposableMeasure[];
	/** Two measures that say different things of the same element. */
	disagreements: readonly { low: ProposableMeasure; high: ProposableMeasure }[];
	/** Whether there is none on any of it. */
	bare: boolean;
	/** Its parts without any. */
	bareParts: readonly { code: string; title: string }[];
};

export type ProposedFinding = {
	/** The same as long as the evidence says the same, so that what was dropped stays dropped. */
	key: string;
	kind: 'measure' | 'disagreement' | 'no-evidence';
	element: string;
	elements: string[];
	/** Null where a person has to say which it is. */
	direction: Finding['direction'] | null;
	heading: string;
	text: string;
	/** Why it is proposed, in a sentence. */
	why: string;
	links: Link[];
};

/** A base below this changes its term with a single answer or two. */
const smallBase = 10;

/**
 * The proposals in the order of the elements, and of the evidence in each. A measure that a finding rests on already is
 * not proposed, nor a disagreement that a finding names both sides of. `bands`: of the scale of quantity.
 */
export function proposeFindings(
	evidence: readonly EvidenceOfElement[],
	findings: readonly Pick<Finding, 'links'>[],
	{ bands }: Bands
): ProposedFinding[] {
	const rests = findings.map(({ links }) => new Set(links.map(keyOfLink)));
	const restsOn = (...measures: readonly ProposableMeasure[]) =>
		rests.some((links) => measures.every((measure) => links.has(keyOfLink(measure))));
	const proposed = new Set<string>();
	const once = (draft: ProposedFinding) => !proposed.has(draft.key) && proposed.add(draft.key) !== undefined;
	return evidence.flatMap((of) =>
		[
			...of.disagreements
				.filter(({ low, high }) => !restsOn(low, high))
				.map(({ low, high }) => ofDisagreement(of, low, high)),
			...of.measures
				.filter((measure) => measure.base >= smallBase && !restsOn(measure))
				.map((measure) => ofMeasure(of, measure, bands)),
			...withoutEvidence(of)
		].filter(once)
	);
}

const keyOfLink = ({ source, question }: { source: string; question?: string }) =>
	`${source}/${question ?? ''}`;
const kOfN = ({ positive, base }: ProposableMeasure) => `${formatCount(positive)} of ${formatCount(base)}`;

function ofMeasure(
	of: EvidenceOfElement,
	measure: ProposableMeasure,
	bands: Bands['bands']
): ProposedFinding {
	const { source, question, term, label, sourceTitle } = measure;
	return {
		key: `measure/${source}/${question}/${term}`,
		kind: 'measure',
		element: of.element,
		elements: measure.elements.filter((code) => code !== of.element),
		direction: directionOf(term, bands),
		heading: label,
		text: measure.sentence,
		why: `${sourceTitle}, ${question}: ${kOfN(measure)}, “${term}”${
			measure.secure === false
				? `, borderline between ${listed(measure.touches.map((each) => `“${each}”`))}`
				: ''
		}. No finding rests on it yet.`,
		links: [{ source, question }]
	};
}

/** The two highest terms speak of a strength, the two lowest of an area for improvement; what lies between, of neither. */
function directionOf(term: string, bands: Bands['bands']): ProposedFinding['direction'] {
	const at = bands.findIndex(({ name }) => name === term);
	if (at >= bands.length - 2) return 'strength';
	return at < 2 ? 'area-for-improvement' : null;
}

function ofDisagreement(
	of: EvidenceOfElement,
	low: ProposableMeasure,
	high: ProposableMeasure
): ProposedFinding {
	return {
		key: `disagreement/${keyOfLink(low)}/${low.term}/${keyOfLink(high)}/${high.term}`,
		kind: 'disagreement',
		element: of.element,
		elements: low.elements.filter((code) => code !== of.element && high.elements.includes(code)),
		direction: null,
		heading: 'Sources disagree',
		text: `Sources disagree on ${lowered(high.label)}: ${lowered(sentenceOf(high))}, but ${lowered(sentenceOf(low))}.`,
		why: `${high.sourceTitle} says “${high.term}” and ${low.sourceTitle} says “${low.term}” of the same element.`,
		links: [high, low].map(({ source, question }) => ({ source, question }))
	};
}

function withoutEvidence({ element, title, bare, bareParts }: EvidenceOfElement): ProposedFinding[] {
	if (!bare && bareParts.length === 0) return [];
	const parts = bareParts.map(({ code }) => code);
	const named = bareParts.map(({ title: words }) => `“${words}”`);
	const what = bare
		? `“${title}”`
		: bareParts.length <= 3
			? listed(named)
			: `${formatCount(bareParts.length)} parts of “${title}”: ${listed(parts)}`;
	return [
		{
			key: `no-evidence/${element}/${bare ? 'all' : parts.join('+')}`,
			kind: 'no-evidence',
			element,
			elements: bare ? [] : parts,
			direction: null,
			heading: 'No evidence',
			text: `There is no evidence on ${what}.`,
			why: bare
				? 'No question, passage or figure of any source is mapped to it.'
				: `No question, passage or figure of any source is mapped to ${parts.length === 1 ? 'this part' : 'these parts'}.`,
			links: []
		}
	];
}

/** Without its full stop, to stand within another sentence. */
const sentenceOf = ({ sentence }: ProposableMeasure): string => sentence.replace(/\.$/, '');

/** Small at the beginning of a word that is not all capitals. */
function lowered(words: string): string {
	return /^\p{Lu}(?!\p{Lu})/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
