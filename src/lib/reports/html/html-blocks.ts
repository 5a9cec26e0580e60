/** Paragraphs, lists, quotations, evaluations and recommendations of a report as HTML. */
import { markup, type Content, type Markup } from './html-text.ts';
import type {
	DefinitionsBlock,
	EvaluationBlock,
	HeadingBlock,
	HeardBlock,
	ListBlock,
	NoteBlock,
	ParagraphBlock,
	PointsBlock,
	QuotationBlock,
	QuoteBlock,
	RecommendationBlock,
	Run
} from '#lib/reports/report.ts';
import { measureAnchor, recommendationSource } from '#lib/reports/report.ts';

/** Where a number leads: the page of its measure, or null to lead to its table in annex A. */
export type HrefFor = (source: string, question: string) => string | null;

/** The runs of a text; each number is a link to the answers behind it. */
export function htmlRuns(runs: readonly Run[], hrefFor: HrefFor): Content {
	return runs.map(({ text, measure, bold }) => {
		const words = bold ? markup`<b>${text}</b>` : text;
		if (!measure) return words;
		const href = hrefFor(measure.source, measure.question) ?? `#${measureAnchor(measure)}`;
		// Words that lead to a measure may be many; “57 of 60” stays on one line.
		const look = text.length > 30 ? 'kn kn--words' : 'kn';
		return markup`<a class="${look}" href="${href}">${words}</a>`;
	});
}

export function htmlHeading(block: HeadingBlock, hrefFor: HrefFor): Markup {
	const words = block.runs ? htmlRuns(block.runs, hrefFor) : block.text;
	if (block.level === 5) return markup`<h5 id="${block.id}">${words}</h5>`;
	if (block.level === 4) return markup`<h4 id="${block.id}">${words}</h4>`;
	return markup`<h3 id="${block.id}">${words}</h3>`;
}

export function htmlParagraph(block: ParagraphBlock, hrefFor: HrefFor): Markup {
	const text = htmlRuns(block.runs, hrefFor);
	const remark = block.remark === null ? '' : markup`<span class="rep__remark">${block.remark}</span>`;
	if (block.number === null) return markup`<p class="rep__plain">${text}${remark}</p>`;
	return markup`<p class="rep__p" id="paragraph-${block.number}"><span>${block.number}</span> <span>${text}${remark}</span></p>`;
}

export function htmlList(block: ListBlock, hrefFor: HrefFor): Markup {
	const listed = block.items.map(
		(item) => markup`<li>${typeof item === 'string' ? item : htmlRuns(item, hrefFor)}</li>`
	);
	return block.ordered
		? markup`<ol class="rep__list">${listed}</ol>`
		: markup`<ul class="rep__list">${listed}</ul>`;
}

export function htmlQuotation(block: QuotationBlock, hrefFor: HrefFor): Markup {
	const paragraphs = block.paragraphs.map((runs) => markup`<p>${htmlRuns(runs, hrefFor)}</p>`);
	return markup`<blockquote class="rep__quotation">${paragraphs}</blockquote>`;
}

const items = (texts: readonly string[]) => texts.map((text) => markup`<li>${text}</li>`);

export function htmlDefinitions(block: DefinitionsBlock): Markup {
	const entries = block.items.map(({ term, text, parts }) => {
		const list = parts.length > 0 ? markup`<ul>${items(parts)}</ul>` : '';
		return markup`<dt>${term}</dt><dd><p>${text}</p>${list}</dd>`;
	});
	return markup`<dl class="rep__terms">${entries}</dl>`;
}

export function htmlQuote(block: QuoteBlock): Markup {
	return markup`<blockquote class="rep__quote"><p class="lead">“${block.text}”</p><p class="quote-source">${block.source}</p></blockquote>`;
}

/** All steps as a list in order, the chosen one marked for eyes and screen readers alike. */
export function htmlEvaluation(block: EvaluationBlock): Markup {
	const steps = block.steps.map(({ step, name, descriptor }) => {
		const inside = markup`<span class="ev__n">${step}</span> <span class="ev__w">${name}</span> <span class="ev__d">${descriptor}</span>`;
		return step === block.chosen?.step
			? markup`<li class="is-on" aria-current="true">${inside}</li>`
			: markup`<li>${inside}</li>`;
	});
	const now = block.chosen
		? markup`<p class="ev-now" aria-hidden="true">${block.chosen.descriptor}.</p>`
		: '';
	return markup`<ol class="ev" aria-label="Steps of the evaluation scale">${steps}</ol>${now}`;
}

export function htmlRecommendation(block: RecommendationBlock): Markup {
	const source = recommendationSource(block);
	return markup`<div class="rec" id="recommendation-${block.number}"><p><span class="rec__no">Recommendation ${block.number}.</span> ${block.text}${
		source === '' ? '' : markup` <span class="secondary nowrap">${source}</span>`
	}</p></div>`;
}

export function htmlHeard(block: HeardBlock): Markup {
	const sources = block.items.map(
		({ source, texts }) => markup`<li><strong>${source}.</strong> ${texts.join(' ')}</li>`
	);
	return markup`<div class="rep__heard"><p>Also heard and read</p><ul>${sources}</ul></div>`;
}

/** Each point leads to what says it whole. */
export function htmlPoints(block: PointsBlock, hrefFor: HrefFor): Markup {
	const groups = block.groups.map(({ title, items }) => {
		const points = items.map(
			({ mark, target, runs, remark }) =>
				markup`<li><a href="#${target}">${mark}</a> <span>${htmlRuns(runs, hrefFor)} <span class="secondary">${remark}</span></span></li>`
		);
		return markup`${title === null ? '' : markup`<h4>${title}</h4>`}<ul>${points}</ul>`;
	});
	return markup`<div class="rep__points">${groups}</div>`;
}

export function htmlNote(block: NoteBlock): Markup {
	return markup`<p class="rep__note">${block.text}</p>`;
}
