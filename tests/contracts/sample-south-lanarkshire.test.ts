/** The answers of the worked example say what was published, make sense together, and are made again byte for byte. */
import { describe, expect, it } from 'vitest';
import { codeAnswer } from '#lib/evidence/answer.ts';
import { termFor } from '#lib/measures/term.ts';
import { reconstructSouthLanarkshire } from '../../scripts/reconstruct-south-lanarkshire.ts';
import { publishedOn, questionsOf, type Figure } from '../../scripts/reconstruction/figures.ts';
import {
	answersTables,
	bundle,
	instruments,
	questionOf,
	readSampleFile
} from '../support/south-lanarkshire.ts';
import { quantityScale, sourcesAreAtHand, standsWithin } from './quotations.ts';

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
	if (carrier.by === 'words') return { k: questionOf(carrier.source, carrier.question) ? 1 : 0 };
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
			if (figure.carrier.by === 'passage' || figure.carrier.by === 'words') expect(k).toBe(1);
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

	it('are named beside the questions that carry them, and nothing else is', () => {
		for (const { id, instrument, published } of bundle.sources)
			expect(published, id).toEqual(instrument === null ? null : publishedOn(id, figures));
	});

	it('have their words beside every question that carries one', () => {
		const unmarked = figures.flatMap(({ carrier }) =>
			questionsOf(carrier).filter(
				(code) => !sourceOf(carrier.source).published?.some(({ question }) => question === code)
			)
		);
		expect(unmarked).toEqual([]);
	});

	it.skipIf(!sourcesAreAtHand)('are quoted as they are printed, parts left out marked with dots', () => {
		const isPrinted = (part: string, lines: [number, number]) =>
			[part, part.charAt(0).toUpperCase() + part.slice(1)].some((text) =>
				standsWithin({ key: text, document: '000', lines, texts: [text] }, ...lines)
			);
		const strange = figures.flatMap(({ words = '', lines }) =>
			words.split(/…|\[[^\]]*\]/).filter((part) => !isPrinted(part.trim(), lines))
		);
		expect(strange).toEqual([]);
	});

	it('leave each recommendation with the findings that it answers, and none without', () => {
		const known = new Set(bundle.findings.map(({ id }) => id));
		const named = bundle.recommendations.map(({ findings }) => findings);
		expect(named.filter((ids) => ids.length === 0 || ids.some((id) => !known.has(id)))).toEqual([]);
	});

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
