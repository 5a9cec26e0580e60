/**
 * What the report of a self-evaluation says of readiness: of a standard, how its components are spread over the stages
 * and each of them with how we know and what is done now; in brief, every standard with its counts. Nothing is averaged.
 */
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import { childrenOf } from '#lib/frameworks/lookup.ts';
import { spreadMessage, spreadOver } from '#lib/judgement/readiness-spread.ts';
import { untouched, type Readiness } from '#lib/judgement/readiness.ts';
import { longDate } from './dates.ts';
import type { ReportInput } from './derive-input.ts';
import type { Block, TableBlock } from './report.ts';
import { sentenceCase } from './review-words.ts';
import type { SectionWriter } from './section-writer.ts';

type Judged = Readiness & { code: string; inDevelopment: boolean };

/** Whether the section of an element tells of readiness in the place of an evaluation. */
export function isJudgedByReadiness(input: ReportInput, framework: Framework, element: Element): boolean {
	return (
		input.bundle.review.kind === 'self-evaluation' &&
		input.readinessScale !== undefined &&
		componentsOf(framework, element).length > 0
	);
}

const componentsOf = (framework: Framework, element: Element) =>
	childrenOf(framework, element.code, 'core-component');

function judgedOf(input: ReportInput, framework: Framework, element: Element): Judged[] {
	return componentsOf(framework, element).map(({ code, status }) => ({
		...(input.bundle.readiness.find((each) => each.element === code) ?? untouched(code)),
		code,
		inDevelopment: status === 'in-development'
	}));
}

/** The spread and the components of one standard. */
export function readinessBlocks(
	input: ReportInput,
	framework: Framework,
	element: Element,
	write: SectionWriter
): Block[] {
	const judged = judgedOf(input, framework, element);
	const asked = judged.filter(({ inDevelopment }) => !inDevelopment);
	const said = judged.flatMap(({ code, words, statement }) => [
		...(words === '' ? [] : [`${code}. ${words}`]),
		...(statement === '' ? [] : [`${code}, further evidence: ${statement}`])
	]);
	return [
		write.heading('How well are we doing, and how do we know?', 'unlisted'),
		write.plain(`${spreadMessage(judged)}.`),
		...(asked.length === 0 ? [] : [spreadTable(input, judged), componentTable(input, judged)]),
		...(said.length === 0 ? [] : [{ kind: 'list' as const, items: said }]),
		...whatNow(input, judged, write)
	];
}

function spreadTable({ readinessScale }: ReportInput, judged: readonly Judged[]): TableBlock {
	const todo = judged.filter(({ howWell, inDevelopment }) => howWell === null && !inDevelopment);
	return {
		kind: 'table',
		id: null,
		caption: 'Components at each stage',
		headers: ['Stage', 'Components', 'How many'],
		rows: [
			...spreadOver(readinessScale!.howWell, judged).map(({ step, name, codes }) => [
				`${step}. ${sentenceCase(name)}`,
				codes.length === 0 ? 'none' : codes.join(', '),
				String(codes.length)
			]),
			...(todo.length === 0
				? []
				: [['Not judged yet', todo.map(({ code }) => code).join(', '), String(todo.length)]])
		],
		numeric: [2],
		note: null
	};
}

function componentTable({ readinessScale }: ReportInput, judged: readonly Judged[]): TableBlock {
	const { howWell, howDoWeKnow } = readinessScale!;
	return {
		kind: 'table',
		id: null,
		caption: 'The components',
		headers: ['Component', 'Stage', 'How we know', 'Target'],
		rows: judged.map((each) => [
			each.code,
			stepWords(howWell, each.howWell) ?? 'not judged yet',
			stepWords(howDoWeKnow, each.howDoWeKnow) ?? 'not said yet',
			targetOf(howWell, each) ?? 'none'
		]),
		numeric: [],
		note: null
	};
}

type Steps = readonly { step: number; name: string }[];

function stepWords(steps: Steps, at: number | null): string | null {
	const found = steps.find(({ step }) => step === at);
	return found ? `${found.step}. ${sentenceCase(found.name)}` : null;
}

function targetOf(steps: Steps, { target, targetBy }: Readiness): string | null {
	const by = targetBy === null ? null : `by ${longDate(targetBy)}`;
	const parts = [stepWords(steps, target), by].filter((part) => part !== null);
	return parts.length === 0 ? null : parts.join(' ');
}

function whatNow(_input: ReportInput, judged: readonly Judged[], write: SectionWriter): Block[] {
	const items = judged.filter((each) => each.whatNow !== '').map((each) => `${each.code}. ${each.whatNow}`);
	if (items.length === 0) return [];
	return [write.heading('What are we going to do now?', 'unlisted'), { kind: 'list', items }];
}

/** Every standard with how many of its components are at each stage. */
export function readinessInBrief(
	input: ReportInput,
	framework: Framework,
	sections: readonly { title: string; element: Element }[],
	write: SectionWriter
): Block[] {
	const steps = [...input.readinessScale!.howWell].reverse();
	const rows = sections.map(({ title, element }) => {
		const judged = judgedOf(input, framework, element).filter(({ inDevelopment }) => !inDevelopment);
		if (judged.length === 0) return [title, ...steps.map(() => '–'), 'in development'];
		const spread = spreadOver(steps.toReversed(), judged);
		return [
			title,
			...spread.map(({ codes }) => String(codes.length)),
			String(judged.filter(({ howWell }) => howWell === null).length)
		];
	});
	return [
		write.heading('Readiness', 'unlisted'),
		{
			kind: 'table',
			id: null,
			caption: 'Components of each standard at each stage',
			headers: [
				'Standard',
				...steps.map(({ step, name }) => `${step}. ${sentenceCase(name)}`),
				'Not judged yet'
			],
			rows,
			numeric: [1, 2, 3, 4, 5, 6],
			note: 'Each component is judged on its own words; nothing is averaged.'
		}
	];
}
