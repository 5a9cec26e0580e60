import { describe, expect, it } from 'vitest';
import { smallReview } from '../../../../tests/support/small-review.ts';
import { deriveReport } from '#lib/reports/derive-report.ts';
import { pdfDefinition } from './pdf-definition.ts';
import type { PdfElement } from './pdf-node.ts';
import { columnWidths } from './pdf-columns.ts';
import { contentWidth } from './pdf-theme.ts';
import type { TableBlock } from '#lib/reports/report.ts';

const report = deriveReport(smallReview());
const chart = { svg: '<svg width="800" height="300"></svg>', height: 200 };
const definition = pdfDefinition(report, new Map([['section-3-staff-chart', chart]]));

/** All nodes of a definition in reading order. */
function nodesOf(value: unknown): PdfElement[] {
	if (Array.isArray(value)) return value.flatMap(nodesOf);
	if (typeof value !== 'object' || value === null) return [];
	return [value as PdfElement, ...Object.values(value).flatMap(nodesOf)];
}
const nodes = nodesOf(definition.content);
const present = <Value>(values: (Value | undefined)[]) => values.filter((value) => value !== undefined);

describe('the definition of a PDF', () => {
	it('says title, author, subject, language and the day it was drawn up', () => {
		expect(definition.language).toBe('en-GB');
		expect(definition.info).toMatchObject({
			title: 'Self-directed support in Glen and Isle',
			author: 'Cairn',
			subject: 'Evaluation report of a thematic review',
			creationDate: new Date('2024-05-17T00:00:00Z')
		});
	});

	it('has an outline of sections with their headings beneath, and a contents list', () => {
		const outline = nodes.filter(({ outline }) => outline);
		const sections = outline.filter(({ outlineParentId }) => outlineParentId === undefined);
		expect(sections.map(({ text }) => text).slice(0, 4)).toEqual([
			'The review in brief',
			'1. About this report',
			'2. Key performance outcomes',
			'3. Getting support at the right time'
		]);
		const known = sections.map(({ id }) => id);
		for (const { outlineParentId } of outline) if (outlineParentId) expect(known).toContain(outlineParentId);
		expect(nodes.some(({ toc }) => toc)).toBe(true);
		expect(nodes.filter(({ tocItem }) => tocItem).length).toBeGreaterThan(10);
	});

	it('says of headings which level they have, of tables which rows are heads, of pictures what they show', () => {
		const levels = present(nodes.map(({ headlineLevel }) => headlineLevel));
		levels.slice(1).forEach((level, index) => expect(level - levels[index]!).toBeLessThanOrEqual(1));
		const tables = nodes.filter(({ table, tag }) => table && tag !== 'Div');
		expect(tables.length).toBeGreaterThan(8);
		for (const { table } of tables) expect(table).toMatchObject({ headerCols: 1, dontBreakRows: true });
		const pictures = nodes.filter(({ svg }) => svg);
		expect(pictures).toHaveLength(5);
		for (const { alt } of pictures) expect(alt).toMatch(/\w/);
	});

	it('gives no id twice, which would end the whole document, and leads every link to one', () => {
		const ids = present(nodes.map(({ id }) => id));
		expect(new Set(ids).size).toBe(ids.length);
		const targets = present(nodes.map(({ linkToDestination }) => linkToDestination));
		expect(targets.length).toBeGreaterThan(5);
		expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
	});

	it('has a running title and the page number at the foot of every page but the first', () => {
		expect(definition.footer(1, 9)).toBeUndefined();
		const texts = nodesOf(definition.footer(4, 9)).map(({ text }) => text);
		expect(texts).toEqual(
			expect.arrayContaining(['Self-directed support in Glen and Isle. Draft · Invented answers', '4'])
		);
	});

	it('sets short tables of annex A side by side, the first question first', () => {
		const captions = nodes
			.filter(({ columns }) => columns?.length === 2)
			.map(({ columns }) => nodesOf(columns).flatMap(({ tag, text }) => (tag === 'Caption' ? [text] : [])))
			.filter((found) => found.length === 2);
		expect(captions).toEqual([
			['F1. Was advocacy offered?', 'F2. Was a likely budget shown before planning began?'],
			['S1. Good conversations: how far do you agree?', 'S2. Information in time: how far do you agree?']
		]);
	});

	it('binds what was heard to the paragraph before it, so that no page opens with it', () => {
		const bound = nodes.filter(({ stack, unbreakable }) => {
			const inside = JSON.stringify(stack ?? '');
			return unbreakable && inside.includes('Also heard and read') && inside.includes('letters unread');
		});
		expect(bound.length).toBeGreaterThan(0);
	});

	it('breaks what may be higher than a page, which would otherwise be cut off', () => {
		const long = 'Many words that go on and on. '.repeat(400);
		const blocks = [
			{ kind: 'heading', level: 3, id: 'h', text: 'Long', listed: false } as const,
			{ kind: 'paragraph', number: '1.1', runs: [{ text: long }], remark: null } as const,
			{ kind: 'list', items: [long] } as const,
			{ kind: 'quote', text: long, source: 'Somebody' } as const,
			{ kind: 'definitions', items: [{ term: 'Long', text: long, parts: [] }] } as const,
			{ kind: 'recommendation', number: 1, text: long, paragraphs: [] } as const,
			{ kind: 'heard', items: [{ source: 'Somebody', texts: [long] }] } as const,
			{
				kind: 'points',
				groups: [
					{
						title: 'Long',
						items: [{ mark: '1.1', target: 'paragraph-1.1', runs: [{ text: long }], remark: 'Strength' }]
					}
				]
			} as const,
			{ kind: 'note', text: long } as const,
			{
				...tableOf([
					['a', 'b'],
					[long, long]
				]),
				id: 'long'
			}
		];
		const section = { ...report.sections[0]!, blocks: blocks as never };
		const { content } = pdfDefinition({ ...report, brief: section, sections: [], annexes: [] });
		const holdingAll = nodesOf(content).filter((node) => JSON.stringify(node).includes(long));
		expect(holdingAll.length).toBeGreaterThan(10);
		expect(holdingAll.filter(({ unbreakable, table }) => unbreakable || table?.dontBreakRows)).toHaveLength(
			0
		);
	});
});

function tableOf([headers, ...rows]: [string[], ...string[][]]): TableBlock {
	return { kind: 'table', id: null, caption: 'Table', headers, rows, numeric: [], note: null };
}

describe('the columns of a printed table', () => {
	it('never add up to more than the page is wide', () => {
		const wide = 'Words of some length that fill a cell '.repeat(9);
		const rows = [Array(9).fill('Unbreakablewordofsome40lettersinonepiece'), Array(9).fill(wide)];
		const widths = columnWidths(tableOf([Array(9).fill('Head'), ...rows]), contentWidth);
		expect(widths.reduce((sum, width) => sum + width + 6, 0)).toBeLessThanOrEqual(contentWidth + 0.01);
	});

	it('keep words and numbers near each other when both are short', () => {
		const widths = columnWidths(
			tableOf([
				['Answer', 'Files'],
				['Yes', '54']
			]),
			contentWidth
		);
		expect(widths[0]! + widths[1]!).toBeLessThan(contentWidth * 0.65);
	});
});
