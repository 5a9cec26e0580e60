/**
 * The worked example keeps its word: it says only what its answers say, its answers say what was published, nothing
 * is copied from the report it stands for, and making it again gives the same bytes.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeAnswer } from '#lib/evidence/answer.ts';
import { findElement, findFramework } from '#lib/frameworks/lookup.ts';
import { termFor } from '#lib/measures/term.ts';
import { reconstructSouthLanarkshire } from '../../scripts/reconstruct-south-lanarkshire.ts';
import type { Figure } from '../../scripts/reconstruction/figures.ts';
import {
	answersTables,
	bundle,
	instruments,
	questionOf,
	readSampleFile,
	resultOf
} from '../support/south-lanarkshire.ts';
import { frameworks, quantityScale, sourcesAreAtHand } from './quotations.ts';

const figures = JSON.parse(readSampleFile('figures.json')) as Figure[];
const rowsOf = (source: string) => answersTables.get(source)!.rows;
const sourceOf = (id: string) => bundle.sources.find((source) => source.id === id)!;

describe('the answers', () => {
	it('are made again byte for byte from the table of counts', () => {
		const remade = [...reconstructSouthLanarkshire()];
		expect(remade.map(([name]) => name)).toEqual([
			...[...answersTables.keys()].map((id) => `${id}.csv`),
			'README.md'
		]);
		for (const [name, text] of remade) expect(text === readSampleFile(name), name).toBe(true);
	});

	it('stand under a reference of their own, the questions of their instrument and the strata', () => {
		for (const [source, { header, rows }] of answersTables) {
			const codes = instruments.get(source)!.questions.map(({ code }) => code);
			expect(header.slice(0, codes.length + 1)).toEqual(['reference', ...codes]);
			expect(header.slice(codes.length + 1).length).toBeGreaterThan(0);
			const references = rows.map(({ reference }) => reference!);
			expect(references.filter((reference) => !/^SL-[ASWQ]-\d+$/.test(reference))).toEqual([]);
			expect(new Set(references).size).toBe(rows.length);
		}
	});

	it('are all answers that their questions know', () => {
		const faults = [...answersTables].flatMap(([source, { rows }]) =>
			instruments.get(source)!.questions.flatMap((question) =>
				rows
					.map(({ [question.code]: cell }) => ({ cell, coded: codeAnswer(question, cell!) }))
					.filter(({ coded }) => coded && 'expected' in coded)
					.map(({ cell }) => `${source} ${question.code}: ${cell}`)
			)
		);
		expect(faults).toEqual([]);
	});

	it('make sense together: what a missing plan or review would say is not applicable', () => {
		const contradictions = rowsOf('assessed-files').filter((row) => {
			const notApplicable = (...codes: string[]) => codes.every((code) => row[code] === 'not applicable');
			const withPlan = row.R3 !== 'no';
			const withReview = row.V1 === 'yes';
			const agrees = (there: boolean, ...codes: string[]) =>
				there ? !codes.some((code) => notApplicable(code)) : notApplicable(...codes);
			const carerTookPart = row.C3!.includes('unpaid carer') && row.A2 === 'not applicable';
			const poorAndGood = row.O1 === 'yes' && row.O2 === 'yes';
			const datesFit = row.D1!.startsWith('not') || row.D2!.startsWith('not') || row.D1! < row.D2!;
			return (
				!agrees(withPlan, 'O3', 'R2', 'R6') ||
				!agrees(withReview, 'V2', 'V3') ||
				carerTookPart ||
				poorAndGood ||
				!datesFit
			);
		});
		expect(contradictions).toEqual([]);
	});
});

/** What carries a figure, counted anew: the rows that give the answers, of those in the base. */
function count({ carrier }: Figure): { k: number; n?: number } {
	if (carrier.by === 'people-met') return { k: sourceOf(carrier.source).peopleMet ?? 0 };
	if (carrier.by === 'passage')
		return { k: sourceOf(carrier.source).passages.filter(({ id }) => id === carrier.passage).length };
	const rows = rowsOf(carrier.source);
	if (carrier.by === 'records') return { k: rows.length };
	if (carrier.by === 'values') return { k: new Set(rows.map((row) => row[carrier.column])).size };
	if (carrier.by === 'longest-wait') {
		const days = rows.map(
			(row) => (Date.parse(row[carrier.to]!) - Date.parse(row[carrier.from]!)) / 86_400_000
		);
		return { k: Math.max(...days.filter((each) => !Number.isNaN(each))) };
	}
	const inStratum = rows.filter((row) =>
		Object.entries(carrier.among ?? {}).every(([column, value]) => row[column] === value)
	);
	if (carrier.by === 'stratum') return { k: inStratum.length, n: rows.length };
	const { asksAboutRecording } = questionOf(carrier.source, carrier.question);
	const outside = ['', 'not applicable', ...(asksAboutRecording ? [] : ['not recorded'])];
	const base = inStratum.filter((row) => !outside.includes(row[carrier.question]!));
	return { k: base.filter((row) => carrier.answers.includes(row[carrier.question]!)).length, n: base.length };
}

describe('the published figures', () => {
	it.each(figures.map((figure) => [`${figure.lines[0]}: ${figure.said}`, figure] as const))(
		'hold, line %s',
		(_, figure) => {
			const { k, n } = count(figure);
			if (figure.carrier.by === 'passage') expect(k).toBe(1);
			else
				expect({ k, n }).toEqual({
					k: figure.carrier.k,
					n: 'n' in figure.carrier ? figure.carrier.n : undefined
				});
			if (figure.term !== undefined) expect(termFor(k, n!, quantityScale)).toBe(figure.term);
			if (figure.percent !== undefined) expect(Math.round((k * 100) / n!)).toBe(figure.percent);
			if (figure.between) {
				const [from, to] = figure.between;
				expect(k * 100).toBeGreaterThanOrEqual(from * (n ?? 100));
				expect(k * 100).toBeLessThan(to * (n ?? 100));
			}
		}
	);

	it('are the seven evaluations, each Adequate, and twelve recommendations', () => {
		const themes = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'];
		expect(bundle.evaluations.map(({ element, step }) => [element, step])).toEqual(
			themes.map((theme) => [theme, 3])
		);
		expect(bundle.recommendations.map(({ number, element }) => [number, element])).toEqual(
			['T1', 'T2', 'T2', 'T3', 'T4', 'T4', 'T5', 'T5', 'T6', 'T6', 'T7', 'T7'].map((element, index) => [
				index + 1,
				element
			])
		);
		expect(bundle.narratives.map(({ element }) => element)).toEqual(themes);
	});
});

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
			figures.flatMap(({ carrier }) => ('n' in carrier ? [`${carrier.k} of ${carrier.n}`] : []))
		);
		const wrong = bundle.findings.flatMap(({ id, text, links }) =>
			[...text.matchAll(/([^.;:,]*?)\(?(\d+) of (?:the )?(\d+)/g)].flatMap(([, before, k, n]) => {
				const linked = links
					.flatMap(({ source, question }) => (question ? [resultOf(source, question)] : []))
					.find(({ positive, base }) => positive === Number(k) && base === Number(n));
				const [term] = termsIn(before!);
				if (!linked) return published.has(`${k} of ${n}`) ? [] : [`${id}: ${k} of ${n}`];
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
