import { describe, expect, it } from 'vitest';
import { smallReview } from '../../../tests/support/small-review.ts';
import { readNotation } from '#lib/judgement/narrative-notation.ts';
import { plainParagraphs } from '#lib/judgement/narrative-text.ts';
import { deriveReport } from './derive-report.ts';
import { renderReportHtml } from './html/html.ts';
import { pdfDefinition } from './pdf/pdf-definition.ts';

const document = readNotation(`## What people met

[Most](files/F1 57 of 60) people were **offered** advocacy, [some](gone/X 1 of 2) were not.

- They asked first
- They **listened**

### Afterwards

1. Ask
2. Then plan

> They heard me.
> At last.`);
const review = smallReview((bundle) => ({
	...bundle,
	narratives: [
		{ element: 'T2', part: 'summary', paragraphs: plainParagraphs(document), document },
		{ element: 'T2', part: 'gaps', paragraphs: ['Budgets.'] }
	]
}));
const report = deriveReport(review);
const section = report.sections.find(({ code }) => code === 'T2')!;
const from = section.blocks.findIndex((block) => block.kind === 'heading' && block.text === 'Summary');

describe('a narrative in the report', () => {
	it('stands under its heading with its own headings below, its paragraphs numbered with the others', () => {
		expect(section.blocks.slice(from, from + 9)).toMatchObject([
			{ kind: 'heading', level: 3, text: 'Summary' },
			{ kind: 'heading', level: 4, text: 'What people met' },
			{
				kind: 'paragraph',
				number: '3.2',
				runs: [
					{ text: 'Most', measure: { source: 'files', question: 'F1' } },
					{ text: ' people were ' },
					{ text: 'offered', bold: true },
					{ text: ' advocacy, ' },
					{ text: 'some' },
					{ text: ' were not.' }
				]
			},
			{
				kind: 'list',
				items: [[{ text: 'They asked first' }], [{ text: 'They ' }, { text: 'listened', bold: true }]]
			},
			{ kind: 'heading', level: 5, text: 'Afterwards' },
			{ kind: 'list', ordered: true, items: [[{ text: 'Ask' }], [{ text: 'Then plan' }]] },
			{ kind: 'quotation', paragraphs: [[{ text: 'They heard me.' }], [{ text: 'At last.' }]] },
			{ kind: 'heading', level: 3, text: 'Gaps' },
			{ kind: 'paragraph', number: '3.3' }
		]);
	});

	it('leads on the page from its words to their measures, and to none that the review has not', () => {
		const html = renderReportHtml(report, { hrefFor: (source, question) => `/to/${source}/${question}` });
		expect(html).toContain(
			'<a class="kn" href="/to/files/F1">Most</a> people were <b>offered</b> advocacy, some were'
		);
		expect(html).toContain('<ol class="rep__list"><li>Ask</li><li>Then plan</li></ol>');
		expect(html).toContain(
			'<blockquote class="rep__quotation"><p>They heard me.</p><p>At last.</p></blockquote>'
		);
		expect(html).toMatch(/<h5 id="[^"]+">Afterwards<\/h5>/);
	});

	it('is printed with its bold words, its lists, and its links to the tables of annex A', () => {
		const printed = JSON.stringify(pdfDefinition(report));
		expect(printed).toContain('{"text":"offered","bold":true}');
		expect(printed).toMatch(
			/"text":"Most","linkToDestination":"measure-files--_4631"|"text":"Most","linkToDestination":"measure-files/
		);
		expect(printed).toMatch(/"ol":\[\{"text":\[\{"text":"Ask"\}\]/);
		expect(printed).toContain('"tag":"BlockQuote","stack":[{"text":[{"text":"They heard me."}]');
	});
});
