import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { formatPercent } from '#lib/measures/figures.ts';
import { hasShare } from '#lib/measures/tally.ts';
import { spoken } from '#lib/measures/term.ts';
import { measuresOf } from '#lib/reports/derive-input.ts';
import { deriveReport } from '#lib/reports/derive-report.ts';
import { renderReportHtml } from '#lib/reports/html/html.ts';
import { pdfDefinition } from '#lib/reports/pdf/pdf-definition.ts';
import { measureAnchor, reportParts, statementText, type Block, type Report } from '#lib/reports/report.ts';
import { openCairn } from '#lib/server/open-cairn.ts';
import { renderPdf } from '#lib/server/pdf/render-pdf.ts';
import { loadReportInput } from '#lib/server/queries/report-input.ts';

const folder = mkdtempSync(join(tmpdir(), 'cairn-report-'));
const db = openCairn(folder, '2026-01-05T09:00:00.000Z');
afterAll(() => {
	db.$client.close();
	rmSync(folder, { recursive: true });
});
const input = loadReportInput(db, 'south-lanarkshire-2018', '2026-01-05');
const report = deriveReport(input);
const parts = reportParts(report);
const blocks = parts.flatMap((section) => section.blocks);
const ofKind = <Kind extends Block['kind']>(kind: Kind) =>
	blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);

/** The text that a reader of the page meets, without markup. */
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
function pageTextOf(shown: Report): string {
	return renderReportHtml(shown)
		.replace(/<(\/?)(p|li|td|th|dd|dt|h\d|span|div|caption|tr|br)\b[^>]*>/g, (tag, _, name) =>
			name === 'span' && !tag.includes('exhibit__') ? '' : '\n'
		)
		.replace(/<[^>]+>/g, '')
		.replace(/&(\w+|#39);/g, (_, name) => entities[name]!);
}

/** The text that is put into the PDF: one line for each text node, its runs put together. */
function textsOf(node: unknown): string[] {
	if (Array.isArray(node)) return node.flatMap(textsOf);
	if (typeof node === 'string') return [node];
	if (typeof node !== 'object' || node === null) return [];
	const { text, stack, columns, ul, table } = node as Record<string, unknown> & { table?: { body: unknown } };
	if (Array.isArray(text)) return [text.flatMap(textsOf).join('')];
	return [text, stack, columns, ul, table?.body].flatMap(textsOf);
}
const printedTextOf = (shown: Report) => textsOf(pdfDefinition(shown).content).join('\n');

const pageText = pageTextOf(report);
const printedText = printedTextOf(report);
/** How many pieces of text are drawn on each page of a PDF. */
function wordsOnPages(pdf: Buffer): number[] {
	const source = pdf.toString('latin1');
	const pages = [...source.matchAll(/\/Type \/Page\n[^]*?\/Contents (\d+) 0 R/g)];
	return pages.map(([, contents]) => {
		const start = source.indexOf('stream\n', source.indexOf(`\n${contents} 0 obj\n`)) + 'stream\n'.length;
		const drawn = inflateSync(pdf.subarray(start, source.indexOf('\nendstream', start))).toString('latin1');
		return drawn.match(/TJ$/gm)?.length ?? 0;
	});
}

/** A report of one block, so that what stands elsewhere cannot be taken for it. */
const only = (block: Block): Report => ({
	...report,
	brief: { ...report.brief, blocks: [] },
	sections: [{ ...report.sections[1]!, blocks: [block] }],
	annexes: []
});

describe('the report of the worked example', () => {
	it('says each measure of an exhibit in the same words on the page and in print', () => {
		const exhibits = ofKind('exhibit');
		expect(exhibits.flatMap(({ rows }) => rows).length).toBeGreaterThan(30);
		for (const exhibit of exhibits) {
			const said = exhibit.rows.flatMap((row) => [row.label, statementText(row), row.sure]);
			const [page, print] = [pageTextOf(only(exhibit)), printedTextOf(only(exhibit))];
			// The table beneath the strips repeats parts of a statement, never the whole of it.
			expect(said.filter((words) => !page.includes(words))).toEqual([]);
			expect(said.filter((words) => !print.includes(words))).toEqual([]);
		}
	});

	it('says each measure of an exhibit in the words that it was derived with', () => {
		const exhibits = ofKind('exhibit');
		const wrong = exhibits.flatMap(({ rows }) =>
			rows.filter(({ kOfN, percent, term, measure }) => {
				const { positive, base, share } = measure;
				const shown = share === null ? '' : formatPercent(share, input.quantityScale);
				return (
					kOfN !== `${positive} of ${base}` ||
					percent !== shown ||
					term !== (measure.term === null ? 'no evidence' : spoken(measure.term, positive, base))
				);
			})
		);
		expect(wrong).toEqual([]);
	});

	it('gives k of n, per cent and term of every measure as they were derived, in both formats', () => {
		const measures = input.bundle.sources.flatMap((source) => measuresOf(input, source));
		const withShare = measures.filter(({ question }) => hasShare(question));
		expect(withShare.length).toBeGreaterThan(50);
		const wrong = withShare.filter(({ key, measure }) => {
			const table = ofKind('table').find(({ id }) => id === measureAnchor(key))!;
			const percent = measure.share === null ? '' : `, ${formatPercent(measure.share, input.quantityScale)}`;
			const result = `Result: ${measure.positive} of ${measure.base}${percent}: ${measure.term === null ? 'no evidence' : spoken(measure.term, measure.positive, measure.base)}`;
			const line = (text: string) => text.split('\n').some((each) => each === table.note);
			return !table.note!.includes(result) || !line(pageText) || !line(printedText);
		});
		expect(wrong.map(({ key }) => key)).toEqual([]);
	});

	it('says every paragraph, recommendation and count alike on the page and in print', () => {
		const texts = [
			...ofKind('paragraph').map(({ runs }) => runs.map(({ text }) => text).join('')),
			...ofKind('recommendation').map(({ text }) => text),
			...ofKind('table').flatMap(({ caption, rows }) => [
				caption,
				...rows.flat().map((cell) => (typeof cell === 'string' ? cell : cell.text))
			])
		];
		expect(texts.length).toBeGreaterThan(800);
		expect(texts.filter((text) => !pageText.includes(text))).toEqual([]);
		expect(texts.filter((text) => !printedText.includes(text))).toEqual([]);
	});

	it('lets every “k of n” in a finding be followed to its answers', () => {
		const plain = ofKind('paragraph')
			.filter(({ remark }) => remark !== null)
			.flatMap(({ runs, number }) =>
				runs
					.filter(({ text, measure }) => !measure && /\d of \d/.test(text))
					.map(({ text }) => `${number}: ${text}`)
			);
		// Counts within a group of staff are no measure of their own.
		expect(plain.filter((text) => !text.includes('36 of 112'))).toEqual([]);
	});

	it('has an evaluation, a summary, findings and recommendations in each of its seven themes', () => {
		const themes = report.sections.filter(({ code }) => code !== null);
		expect(themes).toHaveLength(7);
		for (const { blocks } of themes) {
			const kinds = new Set(blocks.map(({ kind }) => kind));
			expect([...kinds]).toEqual(expect.arrayContaining(['quote', 'evaluation', 'recommendation', 'heard']));
			expect(JSON.stringify(blocks)).not.toMatch(/has been (given|written) yet/);
		}
		expect(ofKind('recommendation').map(({ number }) => number)).toEqual([
			1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
		]);
	});

	it('says of a printed question what of it was published, and that the rest is invented', () => {
		const notes = report.annexes[0]!.blocks.flatMap((block) => (block.kind === 'table' ? [block.note!] : []));
		expect(notes.length).toBeGreaterThan(50);
		const silent = notes.filter((note) => !/ (Invented|Published: “.+”(; count invented)?)\.$/.test(note));
		expect(silent).toEqual([]);
	});

	it('is drawn as PDF while everything else goes on', async () => {
		let turns = 0;
		const counting = setInterval(() => (turns += 1), 5);
		const pdf = await renderPdf(report);
		clearInterval(counting);
		expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
		expect(pdf.length).toBeGreaterThan(200_000);
		// Drawn on this thread, it would leave no turn to anything else. How fast pages stay is a figure of the bench.
		expect(turns).toBeGreaterThan(20);
		// Each page has its number and a running title at its foot; one with nothing else is blank.
		const words = wordsOnPages(pdf);
		expect(words.length).toBeGreaterThan(30);
		expect(words.flatMap((count, index) => (count <= 2 ? [index + 1] : []))).toEqual([]);
	});
});
