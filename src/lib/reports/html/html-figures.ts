/** Exhibits and agreement charts of a report as HTML. */
import type { HrefFor } from './html-blocks.ts';
import { htmlRuns } from './html-blocks.ts';
import { htmlTable } from './html-table.ts';
import { markup, trustedMarkup, type Markup } from './html-text.ts';
import { quantityStripHtml, stripOfMeasure } from '#lib/reports/drawings/quantity-strip.ts';
import type { ChartBlock, ExhibitBlock, TableBlock } from '#lib/reports/report.ts';
import { statementText } from '#lib/reports/report.ts';

/** Pictures of charts by the id of their block, as addresses: for a document that draws nothing itself. */
export type Pictures = ReadonlyMap<string, string>;

export function htmlExhibit(block: ExhibitBlock, hrefFor: HrefFor): Markup {
	const rows = block.rows.map((row, index) => {
		const strip = quantityStripHtml(stripOfMeasure(row.measure), block.bands, {
			plot: 28,
			names: index === 0,
			ticks: index === block.rows.length - 1
		});
		const number = htmlRuns([{ text: row.kOfN, measure: row.key }], hrefFor);
		const rest = statementText(row).slice(row.kOfN.length);
		const opens = row.group !== null && row.group !== block.rows[index - 1]?.group;
		const group = opens ? markup`<p class="exhibit__group">${row.group}</p>` : '';
		const sure = row.sure === '' ? '' : markup`<span class="exhibit__sure">${row.sure}</span>`;
		return markup`${group}<div class="exhibit__row"><p class="exhibit__label">${row.label}<br /><strong>${number}</strong>${rest}${sure}</p>${trustedMarkup(strip)}</div>`;
	});
	return markup`<figure class="exhibit" id="${block.id}">${caption(block)}${rows}${asTable(exhibitTable(block), hrefFor)}<p class="exhibit__note">${block.note}</p></figure>`;
}

/** What an exhibit shows, as a table. */
function exhibitTable(block: ExhibitBlock): TableBlock {
	return {
		kind: 'table',
		id: null,
		caption: `${block.title} (exhibit ${block.number})`,
		headers: ['Measure', 'k of n', 'Per cent', 'Term', '95% interval'],
		rows: block.rows.map((row) => [
			row.label,
			{ text: row.kOfN, measure: row.key },
			row.percent,
			row.term,
			row.interval
		]),
		numeric: [1, 2],
		note: null
	};
}

/**
 * The canvas is empty and hidden until the page draws the chart on it; the table is always there. In a document
 * with pictures, the picture stands in its place.
 */
export function htmlChart(block: ChartBlock, hrefFor: HrefFor, pictures: Pictures): Markup {
	const picture = pictures.get(block.id);
	const drawn = picture
		? markup`<img class="exhibit__picture" src="${picture}" alt="${block.alternative}" />`
		: markup`<div class="exhibit__chart" hidden><canvas data-chart="${block.id}" role="img" aria-label="${block.alternative}"></canvas></div>`;
	return markup`<figure class="exhibit" id="${block.id}">${caption(block)}${drawn}${asTable(block.table, hrefFor)}<p class="exhibit__note">${block.note}</p></figure>`;
}

function caption(block: { number: number; title: string }): Markup {
	return markup`<figcaption><span class="exhibit__no">Exhibit ${block.number}</span><span class="exhibit__title">${block.title}</span></figcaption>`;
}

function asTable(table: TableBlock, hrefFor: HrefFor): Markup {
	return markup`<details class="ds_details rep__details"><summary class="ds_details__summary">The same as a table</summary><div class="ds_details__text">${htmlTable(table, hrefFor)}</div></details>`;
}
