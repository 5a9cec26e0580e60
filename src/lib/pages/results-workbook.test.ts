import { describe, expect, test } from 'vitest';
import { quantityScale, smallReview } from '../../../tests/support/small-review.ts';
import { measuresOf } from '#lib/reports/derive-input.ts';
import { deriveResultsTable } from './results-table.ts';
import { deriveWorkbook } from './results-workbook.ts';
import { factsOf } from './source-page.ts';

const review = smallReview();
const files = review.bundle.sources.find(({ id }) => id === 'files')!;
const instrument = review.bundle.instruments.find(({ id }) => id === 'small-files')!;
const workbookOf = (standing: string | null) =>
	deriveWorkbook(deriveResultsTable([{ where: null, places: measuresOf(review, files) }], standing), {
		review: { ...review.bundle.review, standing },
		source: factsOf(files, instrument, 60),
		scale: quantityScale,
		among: 'among the 23 files where locality is North',
		reading: '23 of 60 files read so far.'
	});
const [results, notes] = workbookOf('Invented answers');

describe('the workbook of a source', () => {
	test('has the results on one sheet and what to know of them on another', () => {
		expect([results?.name, notes?.name]).toEqual(['Results', 'Notes']);
		expect(results?.title).toBe('Case files: results');
		expect(results?.about[0]).toBe('Self-directed support in Glen and Isle. Invented answers.');
	});

	test('has one table a sheet: every head once, every line as long as the heads, none of them empty', () => {
		for (const { heads, lines, widths } of [results!, notes!]) {
			expect(new Set(heads).size).toBe(heads.length);
			expect(widths).toHaveLength(heads.length);
			expect(lines.length).toBeGreaterThan(0);
			for (const line of lines) {
				expect(line).toHaveLength(heads.length);
				expect(line.some((cell) => cell !== null && cell !== '')).toBe(true);
			}
		}
	});

	test('gives shares and counts as numbers, not rounded', () => {
		const share = results!.heads.indexOf('Share');
		expect(results!.lines[0]![share]).toBe(57 / 60);
		expect(results!.lines[0]![results!.heads.indexOf('Base')]).toBe(60);
	});

	test('says in its notes what the review stands for, how the source was drawn, and how each column is made', () => {
		const said = new Map(notes!.lines.map(([subject, note]) => [subject, note]));
		expect(said.get('Standing')).toBe('Invented answers');
		expect(said.get('Please note')).toBe('An invented review.');
		expect(said.get('How drawn')).toBe('Drawn at random from all files.');
		expect(said.get('How many')).toBe('60 files of 400.');
		expect(said.get('Base')).toMatch(/^What the share is taken of/);
		expect(said.get('Term')).toContain('less than half from 15%');
	});

	test('has a note on each column, on the part it is about, and on how far the reading is', () => {
		const said = new Map(notes!.lines.map(([subject, note]) => [subject, note]));
		for (const head of results!.heads) expect(said.get(head), head).toMatch(/\w/);
		expect(said.get('Part of the results')).toContain('among the 23 files where locality is North');
		expect(said.get('Read so far')).toBe('23 of 60 files read so far.');
		expect(results!.about).toContain('Every number is among the 23 files where locality is North.');
	});

	test('of a review without a standing says none', () => {
		const [table, about] = workbookOf(null);
		expect(table!.heads.at(-1)).toBe('Not shown');
		expect(about!.lines.map(([subject]) => subject)).not.toContain('Standing');
	});
});
