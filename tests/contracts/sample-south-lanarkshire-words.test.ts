/** The worked example says only what its answers say, in words of its own. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findIdentifiers } from '#lib/evidence/identifiers.ts';
import { findElement, findFramework } from '#lib/frameworks/lookup.ts';
import type { Link } from '#lib/judgement/judgement.ts';
import type { Figure } from '../../scripts/reconstruction/figures.ts';
import {
	answersTables,
	bundle,
	instruments,
	readSampleFile,
	resultOf
} from '../support/south-lanarkshire.ts';
import { frameworks, sourcesAreAtHand } from './quotations.ts';

const figures = JSON.parse(readSampleFile('figures.json')) as Figure[];

describe('the findings', () => {
	it('lead to sources, questions and passages that are there', () => {
		const broken = bundle.findings.flatMap(({ id, links }) =>
			links
				.filter(({ source, question, passage }) => {
					const found = bundle.sources.find((each) => each.id === source);
					const questions = instruments.get(source)?.questions ?? [];
					return (
						!found ||
						(question !== undefined && !questions.some(({ code }) => code === question)) ||
						(passage !== undefined && !found.passages.some((each) => each.id === passage))
					);
				})
				.map((link) => `${id}: ${JSON.stringify(link)}`)
		);
		expect(broken).toEqual([]);
		expect(bundle.findings.filter(({ links }) => links.length === 0)).toEqual([]);
	});

	it('and all passages name elements of the editions that the review draws on', () => {
		const editions = bundle.review.frameworks.map((reference) => findFramework(frameworks, reference)!);
		const used = [
			...bundle.findings.flatMap(({ element, elements }) => [element, ...elements]),
			...bundle.sources.flatMap(({ passages }) => passages.flatMap(({ elements }) => elements))
		];
		const unknown = used.filter((code) => !editions.some((edition) => findElement(edition, code)));
		expect(unknown).toEqual([]);
	});

	it('say of each linked measure the quantity term that its answers have, and no other term', () => {
		const wrong = bundle.findings.flatMap(({ id, text, links }) => {
			const linked = links.flatMap(({ source, question }) => (question ? [resultOf(source, question)] : []));
			const terms = new Set(linked.map(({ spoken }) => spoken));
			return termsIn(text)
				.filter((term) => !terms.has(term))
				.map((term) => `${id}: ${term}`);
		});
		expect(wrong).toEqual([]);
	});

	it('give every k of n as it was counted, beside its term', () => {
		const published = new Set(
			figures.flatMap(({ carrier }) =>
				carrier.by === 'answers'
					? [`${carrier.source} ${carrier.question}: ${carrier.k} of ${carrier.n}`]
					: []
			)
		);
		const isPublished = (kOfN: string, links: Link[]) =>
			links.some(({ source, question }) => published.has(`${source} ${question}: ${kOfN}`));
		const wrong = bundle.findings.flatMap(({ id, text, links }) =>
			[...text.matchAll(/([^.;:,]*?)\(?(\d+) of (?:the )?(\d+)/g)].flatMap(([, before, k, n]) => {
				const linked = links
					.flatMap(({ source, question }) => (question ? [resultOf(source, question)] : []))
					.find(({ positive, base }) => positive === Number(k) && base === Number(n));
				const [term] = termsIn(before!);
				if (!linked) return isPublished(`${k} of ${n}`, links) ? [] : [`${id}: ${k} of ${n}`];
				return term === undefined || term === linked.spoken ? [] : [`${id}: ${term}, ${k} of ${n}`];
			})
		);
		expect(wrong).toEqual([]);
	});
});

describe('the words', () => {
	const told = [
		...bundle.narratives.flatMap(({ element, paragraphs }) => paragraphs.map((text) => ({ element, text }))),
		...bundle.evaluations.map(({ element, reason }) => ({ element, text: reason }))
	];

	it('of summaries and reasons use terms that measures of their theme bear out', () => {
		const wrong = told.flatMap(({ element, text }) => {
			const terms = new Set(
				[...instruments].flatMap(([source, { questions }]) =>
					questions
						.filter(({ elements, positive }) => elements.includes(element) && positive.length > 0)
						.map(({ code }) => resultOf(source, code).spoken)
				)
			);
			return termsIn(text)
				.filter((term) => !terms.has(term))
				.map((term) => `${element}: ${term}`);
		});
		expect(wrong).toEqual([]);
	});

	it('use no quantity words but the five terms', () => {
		const texts = [
			...told.map(({ text }) => text),
			...bundle.findings.flatMap(({ text, heading, reason }) => [text, heading, reason ?? '']),
			...bundle.recommendations.map(({ text }) => text)
		];
		const loose =
			/\b(many|some|several|a number of|numerous|significant|minority|vast|nearly|third of|quarter|per cent|\d+%)\b|\b(?<!less than )half\b/gi;
		expect(texts.flatMap((text) => text.match(loose) ?? [])).toEqual([]);
	});

	it('hold nothing that looks like a detail of a person', () => {
		expect(ownTexts().flatMap(findIdentifiers)).toEqual([]);
	});

	it.skipIf(!sourcesAreAtHand)('are our own: no eight words in a row stand in a source document', () => {
		const copied = ownTexts().flatMap((text) => runsOf(text).filter((run) => sourceRuns().has(run)));
		expect([...new Set(copied)]).toEqual([]);
	});
});

/** The quantity terms in a text, as they are said of a measure; "almost all" is not also "all". */
function termsIn(text: string): string[] {
	const matches = text.matchAll(
		/\b(almost all|less than half|the majority|few|none|most(?! (?:importantly|weight))|all(?= (?:ten|files|staff|people)))\b/gi
	);
	return [...matches].map(([term]) => term.toLowerCase());
}

/** Every sentence that the example and the instruments bring, each by itself. */
function ownTexts(): string[] {
	const strings = (value: unknown): string[] =>
		typeof value === 'string'
			? [value]
			: value && typeof value === 'object'
				? Object.values(value).flatMap(strings)
				: [];
	const notes = [...answersTables.values()].flatMap(({ rows }) => rows.map(({ N1 }) => N1 ?? ''));
	const unused = join(import.meta.dirname, '../../fixtures/instruments/unpaid-carer-questionnaire/1.json');
	return [
		...strings({ ...bundle, sources: bundle.sources.map((source) => ({ ...source, records: [] })) }),
		...[...instruments.values(), JSON.parse(readFileSync(unused, 'utf8'))].flatMap(strings),
		...readSampleFile('README.md').split('\n\n'),
		...notes
	];
}

function runsOf(text: string): string[] {
	const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return words.slice(7).map((_, index) => words.slice(index, index + 8).join(' '));
}

let runs: Set<string> | undefined;
function sourceRuns(): Set<string> {
	const folder = join(import.meta.dirname, '../../../shared/seeds');
	if (!runs && existsSync(folder))
		runs = new Set(readdirSync(folder).flatMap((file) => runsOf(readFileSync(join(folder, file), 'utf8'))));
	return runs ?? new Set();
}
