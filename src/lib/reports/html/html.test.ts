import { describe, expect, it } from 'vitest';
import { smallReview } from '../../../../tests/support/small-review.ts';
import { deriveReport } from '#lib/reports/derive-report.ts';
import { renderReportDocument, renderReportHtml } from './html.ts';

const report = deriveReport(smallReview());
const body = renderReportHtml(report);
const all = (pattern: RegExp, within = body) => [...within.matchAll(pattern)].map((match) => match[1]!);

describe('a report as HTML', () => {
	it('has one h1, and no heading skips a level', () => {
		const levels = all(/<h([1-6])[ >]/g).map(Number);
		expect(levels.filter((level) => level === 1)).toHaveLength(1);
		levels.slice(1).forEach((level, index) => expect(level - levels[index]!).toBeLessThanOrEqual(1));
	});

	it('gives no id twice, and every link within it leads to one', () => {
		const ids = all(/ id="([^"]+)"/g);
		expect(new Set(ids).size).toBe(ids.length);
		const targets = all(/ href="#([^"]+)"/g);
		expect(targets.length).toBeGreaterThan(20);
		expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
	});

	it('leads every k of n to the page of its measure where there is one', () => {
		const linked = renderReportHtml(report, {
			hrefFor: (source, question) => (source === 'files' ? `/answers/${source}/${question}` : null)
		});
		expect(linked).toContain('<a class="kn" href="/answers/files/F1">57 of 60</a>');
		expect(linked).toContain('<a class="kn" href="#measure-staff--s3">66 of 136</a>');
	});

	it('names the columns and rows of every table, and gives each a caption', () => {
		const tables = all(/(<table.*?<\/table>)/gs);
		expect(tables.length).toBeGreaterThan(8);
		for (const table of tables) {
			expect(table).toMatch(/<caption>[^<]/);
			expect(table).toContain('scope="col"');
			expect(table).toContain('scope="row"');
		}
	});

	it('shows the rows of tables with long words as blocks on narrow screens, and of short ones as rows', () => {
		const tableOf = (caption: string) =>
			all(/(<table.*?<\/table>)/gs).find((each) => each.includes(caption))!;
		expect(tableOf('<caption>Quoted material')).toContain('class="is-stacked"');
		expect(tableOf('<caption>F1. Was advocacy')).not.toContain('is-stacked');
	});

	it('says at its top what the standing of the review is', () => {
		expect(body).toContain('Draft · Invented answers; drawn up on 17 May 2024');
		expect(body.indexOf('Invented answers')).toBeLessThan(body.indexOf('id="brief"'));
	});

	it('says each chart and strip in words', () => {
		expect(body).toMatch(
			/<canvas data-chart="section-3-staff-chart" role="img" aria-label="Stacked bars of 3 statements/
		);
		expect(all(/(<div class="qs" role="img" aria-label="[^"]+")/g)).toHaveLength(4);
	});

	it('shows markup in any text as text', () => {
		const attack = '<img src=x onerror="alert(1)">&\'"\u0000';
		const hostile = deriveReport(
			smallReview((bundle) =>
				JSON.parse(
					JSON.stringify(bundle, (key, value) =>
						typeof value === 'string' &&
						[
							'text',
							'title',
							'reason',
							'heading',
							'howDrawn',
							'notice',
							'wording',
							'label',
							'message'
						].includes(key)
							? `${value} ${attack}`
							: value
					)
				)
			)
		);
		const markup = renderReportHtml(hostile, { hrefFor: () => '"><script>' });
		expect(markup).not.toMatch(/<img src=x|<script/);
		expect(markup).not.toContain('\u0000');
		expect(markup).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;&quot;');
	});

	it('stands alone as a file that loads nothing', () => {
		const file = renderReportDocument(report, 'p { color: red } </style><b>');
		expect(file).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
		expect(file).toContain('<title>Self-directed support in Glen and Isle. Draft · Invented answers</title>');
		expect(file.match(/<\/style>/g)).toHaveLength(1);
		expect(/<script|<link|src="http|url\(/.test(file)).toBe(false);
	});

	it('puts a picture in the place of a chart, with the same words', () => {
		const pictures = new Map([['section-3-staff-chart', 'data:image/png;base64,AAAA']]);
		const markup = renderReportHtml(report, { pictures });
		expect(markup).toMatch(
			/<img class="exhibit__picture" src="data:image\/png;base64,AAAA" alt="Stacked bars/
		);
		expect(markup).not.toContain('<canvas');
	});
});
