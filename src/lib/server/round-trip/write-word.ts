/**
 * Writes a self-evaluation as a Word document to be filled in: a heading and a table of two columns for each standard
 * and component, known again by what stands in the first column.
 */
import {
	AlignmentType,
	Document,
	Footer,
	HeadingLevel,
	Packer,
	PageNumber,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
	VerticalAlign,
	WidthType,
	type XmlComponent
} from 'docx';
import { stampLabel, stepWords, stepsOf } from '#lib/judgement/round-trip.ts';
import type {
	FileComponent,
	FileField,
	FileStandard,
	SelfEvaluationFile
} from '#lib/pages/self-evaluation-file.ts';
import { longDate } from '#lib/reports/dates.ts';
import { choiceControl, dayControl } from './word-fields.ts';

/** Twentieths of a point, of the 9,638 between the margins. */
const widths = [2400, 7238] as const;

export function writeWord(file: SelfEvaluationFile): Promise<Buffer> {
	const { review } = file;
	return Packer.toBuffer(
		new Document({
			title: `Self-evaluation: ${plain(review.title)}`,
			creator: 'Cairn',
			description: `Review: ${review.id}`,
			customProperties: [{ name: 'CairnReview', value: review.id }],
			styles: {
				default: {
					document: { run: { font: 'Arial', size: 22 }, paragraph: { spacing: { after: 120 } } },
					title: { run: { font: 'Arial', size: 40, bold: true, color: '002d54' } },
					heading1: {
						run: { font: 'Arial', size: 32, bold: true, color: '002d54' },
						paragraph: { spacing: { before: 480, after: 160 } }
					},
					heading2: {
						run: { font: 'Arial', size: 24, bold: true, color: '1a1a1a' },
						paragraph: { spacing: { before: 320, after: 100 } }
					}
				}
			},
			sections: [
				{
					properties: { page: { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
					footers: {
						default: new Footer({
							children: [
								new Paragraph({
									alignment: AlignmentType.RIGHT,
									children: [new TextRun({ size: 18, children: ['Page ', PageNumber.CURRENT] })]
								})
							]
						})
					},
					children: [...introduction(file), ...standards(file)]
				}
			]
		})
	);
}

/** Signs that no XML may hold are left out. */
const plain = (text: string) =>
	text
		.toWellFormed()
		// eslint-disable-next-line no-control-regex -- these are what is taken out
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

const line = (text: string, bold = false) =>
	new Paragraph({ children: [new TextRun({ text: plain(text), bold })] });

function introduction({ review, madeOn, from, scale }: SelfEvaluationFile): Paragraph[] {
	return [
		new Paragraph({ heading: HeadingLevel.TITLE, text: 'Self-evaluation' }),
		line(plain(review.title), true),
		line(`Review: ${review.id}`),
		line(`Downloaded from Cairn on ${longDate(madeOn)}.`),
		new Paragraph({ heading: HeadingLevel.HEADING_1, text: 'How to fill it in' }),
		line(
			'Write in the right-hand column of each table. Leave the left-hand column, and the line “Made from”, as they are: Cairn knows each component by them. What you leave alone stays as it is.'
		),
		line(
			'Then upload the document where you downloaded it. Cairn shows everything that differs before anything is taken in. Save it as a Word document (.docx), whichever program you use.'
		),
		line('Write no names of people, addresses or telephone numbers.'),
		line(
			'What is written of a standard as a whole is a text with signs: ## before a heading, ### before a smaller one, * or - before an item of a list, 1. before a numbered item, > before a quotation, **bold**. Each stands at the beginning of a line of its own. Where your program makes a list or bold words of the signs by itself, undo that: only the signs are read.'
		),
		line(
			'Words such as [most](source/question 49 of 60) are tied to a measure. Leave the round brackets as they are; take them out, and the words stand without the measure.'
		),
		new Paragraph({ heading: HeadingLevel.HEADING_2, text: 'The stages' }),
		...scale.howWell.map((step) => line(`${stepWords(step)}: ${step.descriptor}`)),
		new Paragraph({ heading: HeadingLevel.HEADING_2, text: 'How we know' }),
		...scale.howDoWeKnow.map((step) => line(`${stepWords(step)}: ${step.descriptor}`)),
		new Paragraph({ heading: HeadingLevel.HEADING_2, text: 'Whose words the components are' }),
		line(`${from.source.title}, ${from.edition} edition. ${from.licence.name}. ${from.licence.statement}`)
	];
}

function standards(file: SelfEvaluationFile): (Paragraph | Table)[] {
	return file.standards.flatMap((standard) => {
		const { code, title, text, inDevelopment, components } = standard;
		return [
			new Paragraph({ heading: HeadingLevel.HEADING_1, text: `Standard ${code}. ${title}` }),
			...(inDevelopment
				? [line('In development in this edition. Keep notes; no stage is asked for.')]
				: [line(`“${text}”`)]),
			new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, text: `Standard ${code} as a whole` }),
			tableOfParts(standard),
			...components.flatMap((component) => [
				new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, text: component.code }),
				tableOf(component, file)
			])
		];
	});
}

function tableOfParts({ code, title, parts, stamp }: FileStandard): Table {
	return tableOfRows([
		row(`Standard ${code}`, [line(title)], true),
		...parts.map(({ label, text }) => row(label, linesOf(text))),
		stampRow(stamp)
	]);
}

function tableOf({ code, text, fields, stamp }: FileComponent, file: SelfEvaluationFile): Table {
	return tableOfRows([
		row(`Component ${code}`, [new Paragraph({ children: [new TextRun({ text: `“${text}”` })] })], true),
		...fields.map((field) => row(field.label, contentOf(field, code, file))),
		stampRow(stamp)
	]);
}

const tableOfRows = (rows: TableRow[]) =>
	new Table({
		width: { size: widths[0] + widths[1], type: WidthType.DXA },
		columnWidths: [...widths],
		rows
	});

const stampRow = (stamp: string) =>
	row(stampLabel, [new Paragraph({ children: [new TextRun({ text: stamp, size: 14, color: '5e5e5e' })] })]);

const linesOf = (text: string) => text.split('\n').map((each) => line(each));

function row(label: string, children: Paragraph[], isHead = false): TableRow {
	const shading = { fill: isHead ? 'e6ecf2' : 'f8f8f8' };
	const margins = { top: 60, bottom: 60, left: 100, right: 100 };
	return new TableRow({
		cantSplit: isHead,
		tableHeader: isHead,
		children: [
			new TableCell({
				width: { size: widths[0], type: WidthType.DXA },
				shading,
				margins,
				verticalAlign: VerticalAlign.TOP,
				children: [line(label, true)]
			}),
			new TableCell({
				width: { size: widths[1], type: WidthType.DXA },
				margins,
				...(isHead ? { shading } : {}),
				children
			})
		]
	});
}

function contentOf(
	{ field, label, value, shown }: FileField,
	code: string,
	file: SelfEvaluationFile
): Paragraph[] {
	const of = { tag: `${code} ${field}`, title: `${code}: ${label}`, text: shown };
	const steps = stepsOf(field, file.scale);
	const within = (control: XmlComponent) => [new Paragraph({ children: [control as unknown as TextRun] })];
	if (steps) return within(choiceControl(of, steps.map(stepWords)));
	if (field === 'targetBy') return within(dayControl(of, value));
	return linesOf(shown);
}
