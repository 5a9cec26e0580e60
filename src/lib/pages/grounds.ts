/** What bears on an element of a review, in short: what a judgement of it rests on (judgement/basis.ts). */
import type { Ground } from '#lib/judgement/basis.ts';
import { digestSign } from '#lib/judgement/changed-words.ts';
import type { Finding } from '#lib/judgement/judgement.ts';
import type { Figure } from '#lib/evidence/voices.ts';
import { branchOf, findFramework, locateElement } from '#lib/frameworks/lookup.ts';
import { formatCount } from '#lib/measures/figures.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { sha256 } from '#lib/measures/sampling/sha-256.ts';
import { measuresOf, type ReportInput } from '#lib/reports/derive-input.ts';
import { figuresOn } from '#lib/reports/performance.ts';
import { isLost, voicesOn } from '#lib/reports/voices.ts';

/** A file that gives evidence: `digest` of its bytes. */
export type Paper = { id: string; title: string; elements: readonly string[]; digest: string };

/**
 * Every measure, finding, passage, table of figures and paper on the element or on what is below it, in the order of
 * the review. `says` holds no words of anybody: of a text it has a digest.
 */
export function deriveGrounds(input: ReportInput, papers: readonly Paper[], element: string): Ground[] {
	const codes = codesOn(input, element);
	const { sources, findings } = input.bundle;
	return [
		...sources.flatMap((source) =>
			measuresOf(input, source)
				.filter(({ question }) => question.elements.some((code) => codes.has(code)))
				.map(({ question, measure }) => ({
					key: `measure:${source.id}/${question.code}`,
					label: `${source.title}, “${question.wording}”`,
					says: measureSays(measure)
				}))
		),
		...findings
			.filter((finding) => [finding.element, ...finding.elements].some((code) => codes.has(code)))
			.map((finding) => ({
				key: `finding:${finding.id}`,
				label: `“${shortened(finding.text)}”`,
				says: findingSays(finding)
			})),
		...voicesOn(sources, codes).all.map(({ source, passage }) => ({
			key: `passage:${source.id}/${passage.id}`,
			label: `“${source.title}”`,
			says: digestOf([passage.text, passage.direction ?? '', String(isLost(passage))])
		})),
		...figuresOn(sources, codes).map(({ source, figure }) => ({
			key: `figure:${source.id}/${figure.id}`,
			label: `The table “${figure.title}”`,
			says: figureSays(figure)
		})),
		...papers
			.filter(({ elements }) => elements.some((code) => codes.has(code)))
			.map(({ id, title, digest }) => ({
				key: `attachment:${id}`,
				label: `The attachment “${title}”`,
				says: `${digestSign}${digest}`
			}))
	];
}

/** The codes of an element and of everything below it, in the first framework of the review that has it. */
export function codesOn(
	{ bundle, frameworks }: Pick<ReportInput, 'bundle' | 'frameworks'>,
	element: string
): ReadonlySet<string> {
	const own = bundle.review.frameworks.flatMap((reference) => findFramework(frameworks, reference) ?? []);
	const found = locateElement(own, element);
	return new Set(found ? branchOf(found.framework, element).map(({ code }) => code) : [element]);
}

function measureSays({ type, base, positive, tally }: Measure): string {
	if (base === 0) return 'no answers yet';
	if (type === 'text') return `${formatCount(base)} written ${base === 1 ? 'answer' : 'answers'}`;
	if (tally.answers.some((answer) => answer.positive))
		return `${formatCount(positive)} of ${formatCount(base)}`;
	return tally.answers
		.filter(({ count }) => count > 0)
		.map(({ word, count }) => `${word} ${formatCount(count)}`)
		.join(', ');
}

function findingSays({ direction, weight, heading, text, reason, links }: Finding): string {
	const side = direction === 'strength' ? 'a strength' : 'an area for improvement';
	return `${side} of ${weight} weight${digestOf([heading, text, reason ?? '', JSON.stringify(links)])}`;
}

const figureSays = ({ title, unit, period, table }: Figure): string =>
	digestOf([title, unit, period, JSON.stringify(table)]);

const digestOf = (texts: readonly string[]): string =>
	`${digestSign}${sha256(JSON.stringify(texts)).slice(0, 16)}`;

const longest = 120;
const shortened = (text: string) =>
	text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest)).replace(/[,;:]$/, '')} …`;
