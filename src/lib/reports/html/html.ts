/** A whole report as HTML: the body for a page of ours, or a document that stands alone. */
import { longDate } from '#lib/reports/dates.ts';
import {
	htmlDefinitions,
	htmlEvaluation,
	htmlHeading,
	htmlHeard,
	htmlList,
	htmlNote,
	htmlParagraph,
	htmlPoints,
	htmlQuotation,
	htmlQuote,
	htmlRecommendation,
	type HrefFor
} from './html-blocks.ts';
import { htmlChart, htmlExhibit, type Pictures } from './html-figures.ts';
import { htmlTable } from './html-table.ts';
import { markup, markupText, trustedMarkup, type Markup } from './html-text.ts';
import { hatchDefinition } from '#lib/reports/drawings/quantity-strip.ts';
import type { Block, HeadingBlock, Report, ReportSection } from '#lib/reports/report.ts';
import { numberedTitle, reportParts, versionAndStanding } from '#lib/reports/report.ts';

export type HtmlOptions = {
	/** The page of a measure; without it, or where it gives null, a number leads to its table in annex A. */
	hrefFor?: HrefFor;
	/** Pictures of charts by the id of their block; without one, an empty canvas is left for the page to draw on. */
	pictures?: Pictures;
};

/**
 * The body of the report: an `article` with one h1, a list of contents, and sections under h2. Every text in the
 * report is escaped. Needs `components/report.css`; charts are drawn by the page on `canvas[data-chart]`.
 */
export function renderReportHtml(report: Report, options: HtmlOptions = {}): string {
	return markupText(reportMarkup(report, options));
}

/** A whole file with its styles inside, which loads nothing. `css` is put in as it is. */
export function renderReportDocument(report: Report, css: string, options: HtmlOptions = {}): string {
	const style = trustedMarkup(css.replace(/<\/(style)/gi, '<\\/$1'));
	return markupText(
		markup`<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="author" content="${report.publisher}" />
<title>${report.title}. ${versionAndStanding(report)}</title>
<style>${style}</style>
</head>
<body>
<main>${trustedMarkup(hatchDefinition)}${reportMarkup(report, options)}</main>
</body>
</html>
`
	);
}

function reportMarkup(report: Report, options: HtmlOptions): Markup {
	const parts = reportParts(report);
	return markup`<article class="report" lang="${report.language}">
${titleBlock(report)}
<nav class="rep__contents" aria-label="Contents of the report"><h2 id="contents">Contents</h2><ol>${parts.map(contentsEntry)}</ol></nav>
${parts.map((section) => sectionMarkup(section, options))}
</article>`;
}

function titleBlock(report: Report): Markup {
	const notice =
		report.notice === null
			? ''
			: markup`<aside class="rep__notice" aria-label="Please note"><p>${report.notice}</p></aside>`;
	return markup`<header class="rep__title"><p class="c-eyebrow">${report.partnership}</p><h1>${report.title}</h1><p class="lead">${report.subtitle}, ${report.period}</p><p class="secondary">${versionAndStanding(report)}; drawn up on ${longDate(report.generatedOn)}</p>${notice}</header>`;
}

function contentsEntry(section: ReportSection): Markup {
	const headings = section.blocks.filter(
		(block): block is HeadingBlock => block.kind === 'heading' && block.listed
	);
	const below =
		headings.length === 0
			? ''
			: markup`<ul>${headings.map(({ id, text }) => markup`<li><a href="#${id}">${text}</a></li>`)}</ul>`;
	return markup`<li><a href="#${section.id}">${numberedTitle(section)}</a>${below}</li>`;
}

function sectionMarkup(section: ReportSection, options: HtmlOptions): Markup {
	const blocks = section.blocks.map(
		(block) => markup`${blockMarkup(block, options)}
`
	);
	return markup`<section class="rep__section" data-number="${section.number}" aria-labelledby="${section.id}"><h2 id="${section.id}">${numberedTitle(section)}</h2>
${blocks}</section>
`;
}

function blockMarkup(block: Block, { hrefFor = () => null, pictures = new Map() }: HtmlOptions): Markup {
	switch (block.kind) {
		case 'heading':
			return htmlHeading(block, hrefFor);
		case 'paragraph':
			return htmlParagraph(block, hrefFor);
		case 'list':
			return htmlList(block, hrefFor);
		case 'definitions':
			return htmlDefinitions(block);
		case 'quotation':
			return htmlQuotation(block, hrefFor);
		case 'quote':
			return htmlQuote(block);
		case 'evaluation':
			return htmlEvaluation(block);
		case 'exhibit':
			return htmlExhibit(block, hrefFor);
		case 'chart':
			return htmlChart(block, hrefFor, pictures);
		case 'table':
			return htmlTable(block, hrefFor);
		case 'recommendation':
			return htmlRecommendation(block);
		case 'heard':
			return htmlHeard(block);
		case 'points':
			return htmlPoints(block, hrefFor);
		case 'note':
			return htmlNote(block);
	}
}
