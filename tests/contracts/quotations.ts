/** Every quoted text that the fixtures bring, with the lines it is said to stand at, and how it is looked up there. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseCrosswalk, type Crosswalk } from '#lib/frameworks/crosswalk.ts';
import { parseFramework, type Framework } from '#lib/frameworks/framework.ts';
import {
	parseEvaluationScale,
	parseQuantityScale,
	type EvaluationScale,
	type QuantityScale
} from '#lib/frameworks/scales.ts';
import { referenceOf } from '#lib/frameworks/source.ts';

const repository = join(import.meta.dirname, '../..');
const fixtures = join(repository, 'fixtures');
/** The source documents are not part of the repository; where they are at hand they lie beside it. */
const sources = join(repository, '../shared/seeds');

export const digestsFile = join(import.meta.dirname, 'framework-digests.json');
export const sourcesAreAtHand = existsSync(sources);

function readJson(...path: string[]): unknown {
	return JSON.parse(readFileSync(join(fixtures, ...path), 'utf8'));
}

function readAll<T>(folder: string, parse: (json: unknown) => T): T[] {
	return readdirSync(join(fixtures, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => parse(readJson(folder, file)));
}

export const frameworks: Framework[] = readAll('frameworks', parseFramework);
export const crosswalks: Crosswalk[] = readAll('crosswalks', parseCrosswalk);
export const quantityScale: QuantityScale = parseQuantityScale(
	readJson('scales', 'care-inspectorate-quantity.json')
);
export const evaluationScale: EvaluationScale = parseEvaluationScale(
	readJson('scales', 'care-inspectorate-evaluation.json')
);

export type Quotation = { key: string; document: string; lines: readonly [number, number]; texts: string[] };

/** All quotations of the fixtures, each under a key of its own. */
export const quotations: Quotation[] = [
	...frameworks.flatMap((framework) =>
		framework.elements.map(({ code, label, title, text, source }) => ({
			key: `${referenceOf(framework)} ${code}`,
			...source,
			texts: label ? [text] : [title, text]
		}))
	),
	...crosswalks.flatMap(({ id, edition, source, links }) =>
		links
			.filter((link) => link.lines)
			.map(({ from, to, raw, text, lines }) => ({
				key: `${id}@${edition} ${from} → ${to}`,
				document: source!.document,
				lines: lines!,
				texts: [raw, text].filter((each) => each !== undefined)
			}))
	),
	...[quantityScale, evaluationScale].flatMap((scale) =>
		scale.quotation
			? [{ key: referenceOf(scale), ...scale.quotation.source, texts: [scale.quotation.text] }]
			: []
	)
];

/** SHA-256 of what is quoted and where, so that neither changes unnoticed where the sources are not at hand. */
export function digestOf({ document, lines, texts }: Quotation): string {
	return createHash('sha256')
		.update([document, ...lines, ...texts].join('\n'))
		.digest('hex');
}

const linesOf = new Map<string, string[]>();

function readSource(document: string): string[] {
	let lines = linesOf.get(document);
	if (!lines) {
		const file = readdirSync(sources).find((name) => name.startsWith(`${document}_`));
		if (!file) throw new Error(`document ${document} is not in the folder of source documents`);
		lines = readFileSync(join(sources, file), 'utf8').split('\n');
		linesOf.set(document, lines);
	}
	return lines;
}

const withoutSpace = (text: string) => text.replace(/\[footnoteRef:\d+\]/g, '').replace(/\s+/g, '');

/** Whether all its texts stand within these lines of its document, white space and footnote markers aside. */
export function standsWithin({ document, texts }: Quotation, from: number, to: number): boolean {
	const printed = withoutSpace(
		readSource(document)
			.slice(from - 1, to)
			.join('\n')
	);
	return texts.every((text) => printed.includes(withoutSpace(text)));
}
