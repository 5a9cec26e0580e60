import { describe, expect, it } from 'vitest';
import { deriveReport } from '#lib/reports/derive-report.ts';
import { contentWidth } from '#lib/reports/pdf/pdf-theme.ts';
import { smallReview } from '../../../../tests/support/small-review.ts';
import { drawCharts } from './draw-charts.ts';
import { drawPdf } from './draw-pdf.ts';

const report = deriveReport(smallReview());
const latin = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');

describe('the PDF of a report', () => {
	it('is the same, byte for byte, for the same report', async () => {
		const [one, two] = [await drawPdf(report), await drawPdf(report)];
		expect(Buffer.compare(one, two)).toBe(0);
		expect(latin(one).startsWith('%PDF-1.7')).toBe(true);
	}, 30_000);

	it('carries its language, title, outline and the day on which it was drawn up', async () => {
		const pdf = latin(await drawPdf(report));
		const said = [
			'/Lang (en-GB)',
			'(Self-directed support in Glen and Isle)',
			'/DisplayDocTitle true',
			'(D:20240517000000Z)',
			'/Title (3. Getting support at the right time)',
			'/Title (What the files showed)'
		];
		expect(said.filter((words) => !pdf.includes(words))).toEqual([]);
	}, 30_000);

	it.each([
		'emoji 👩‍👩‍👧 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
		'control \u0000\u0007\u001b',
		'Arabic سلام, Hebrew שלום, Chinese 漢字',
		'half a pair \ud83d',
		'Gàidhlig ŵ ą ő'
	])(
		'is drawn whatever a text holds: %j',
		async (odd) => {
			const changed = deriveReport(
				smallReview((bundle) =>
					JSON.parse(
						JSON.stringify(bundle, (key, value) =>
							['text', 'title', 'label', 'message', 'wording'].includes(key) ? `${value} ${odd}` : value
						)
					)
				)
			);
			expect(
				latin(await drawPdf(changed))
					.trimEnd()
					.endsWith('%%EOF')
			).toBe(true);
		},
		30_000
	);

	it('has each chart drawn as lines and words, which can be searched', () => {
		const [{ svg, height } = { svg: '', height: 0 }] = [...drawCharts(report).values()];
		expect(svg).toMatch(/^<svg /);
		expect(svg).toContain('>Confident about self-directed support<');
		// A place for the word, not one for each of its letters.
		expect(svg).not.toMatch(/<text[^>]* x="[^"]*,/);
		expect(svg).toContain('font-family="Roboto, Arial, sans-serif"');
		const [, wide, high] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
		expect(height).toBeCloseTo((Number(high) / Number(wide)) * contentWidth);
	});
});
