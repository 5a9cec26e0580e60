import { describe, expect, test } from 'vitest';
import { shippedQuantityScale } from '#lib/server/shipped-scale.ts';
import { placeQuantities, placeQuantitiesOf } from './place-quantities.ts';

const measure = (id: string, positive: number, base: number) => ({
	id,
	label: id,
	positive,
	base,
	people: 'files'
});
const checking = {
	measures: [measure('Q1', 47, 60), measure('Q10', 20, 60)],
	scale: shippedQuantityScale()
};
const placed = (text: string, isMarkdown = false) =>
	placeQuantities(text, isMarkdown, checking).map(
		({ line, column, phrase, verdict }) => `${line}:${column} ${phrase} ${verdict}`
	);

describe('the quantities of a text that was written elsewhere', () => {
	test('have their line and column, counted in characters', () => {
		expect(placed('One.\r\n😀😀 Most files.\rIn most files.')).toEqual([
			'2:4 Most unlinked',
			'3:4 most unlinked'
		]);
	});

	test('run on over the end of a line, and stand there in one line', () => {
		expect(placed('x\nWe saw that almost\nall files were dated.')).toEqual(['2:13 almost all unlinked']);
	});

	test('keep their place in Markdown, where code and addresses are not read', () => {
		expect(placed('---\nmost: few\n---\n\nSee [most](few/most) files, not `few`.', true)).toEqual([
			'5:6 most unlinked'
		]);
		expect(placed('**Almost** all files.', true)).toEqual(['1:3 Almost all unlinked']);
	});

	test('are tied to a measure by its code behind them in the sentence, or as the address of their link', () => {
		expect(placed('Most files (Q1) had a plan and most plans [Q10] a date.')).toEqual([
			'1:1 Most right',
			'1:32 most wrong'
		]);
		expect(placed('[Most files](#Q10) had a plan.', true)).toEqual(['1:2 Most wrong']);
	});

	test('are not tied by a code in another sentence, or by one that no measure has', () => {
		expect(placed('Most files had a plan. (Q1) Most files (Q2) too.')).toEqual([
			'1:1 Most unlinked',
			'1:29 Most unlinked'
		]);
	});

	test('of a document count its paragraphs, and columns within them', () => {
		expect(
			placeQuantitiesOf(['Title', '', 'In most files.'], checking).map(({ line, column }) => [line, column])
		).toEqual([[3, 4]]);
	});
});
