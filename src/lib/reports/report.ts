/**
 * An evaluation report as plain data: what it says and in which order, without a word on how it looks. The web
 * page and the PDF are drawn from the same value, so that a number is the same in every format.
 */
import type { Measure } from '#lib/measures/measure.ts';
import type { AgreementRow } from '#lib/reports/drawings/agreement-rows.ts';

/** Which measure a number comes from: `{ source: 'assessed-files', question: 'options-discussed' }`. */
export type MeasureKey = { source: string; question: string };

/** A stretch of text; one with a measure is a number, or a word for one, that can be followed to its answers. */
export type Run = { text: string; measure?: MeasureKey; bold?: true };

/** Level 3 stands under a section (2), which stands under the title of the report (1). */
export type HeadingBlock = {
	kind: 'heading';
	level: 3 | 4 | 5;
	id: string;
	text: string;
	/** The same, where words of it can be followed. */
	runs?: Run[];
	/** Whether it stands in the list of contents, beneath its section. */
	listed: boolean;
};

/** A paragraph, numbered within its section (`3.4`) or plain. `remark` stands beneath it in small type. */
export type ParagraphBlock = {
	kind: 'paragraph';
	number: string | null;
	runs: Run[];
	remark: string | null;
};

export type ListBlock = { kind: 'list'; ordered?: true; items: (string | Run[])[] };

/** Words of somebody within a narrative. */
export type QuotationBlock = { kind: 'quotation'; paragraphs: Run[][] };

/** Terms with their definitions; `parts` are what a definition lists. */
export type DefinitionsBlock = {
	kind: 'definitions';
	items: { term: string; text: string; parts: string[] }[];
};

/** Words of a publisher, quoted. */
export type QuoteBlock = { kind: 'quote'; text: string; source: string };

export type EvaluationStep = { step: number; name: string; descriptor: string };

/** The chosen step among all steps of the scale, lowest first. Null: not evaluated yet. */
export type EvaluationBlock = { kind: 'evaluation'; chosen: EvaluationStep | null; steps: EvaluationStep[] };

/** One measure as it is said: every renderer uses these words and works out none of its own. */
export type MeasureStatement = {
	key: MeasureKey;
	label: string;
	/** `57 of 60`. */
	kOfN: string;
	/** `95%`; empty without evidence. */
	percent: string;
	/** `almost all`, or why there is no term. */
	term: string;
	/** `86.8 to 98.8%`, or `none`. */
	interval: string;
	/** One sentence: how sure the term is, or why there is none; empty where the design allows no interval. */
	sure: string;
};

/** `group` names the source, where an exhibit has more than one. */
export type ExhibitRow = MeasureStatement & { group: string | null; measure: Measure };

/** Measures on one scale of quantity, under a message. */
export type ExhibitBlock = {
	kind: 'exhibit';
	id: string;
	number: number;
	title: string;
	/** The bands that the strips are ruled by. */
	bands: { name: string; from: number; to: number }[];
	rows: ExhibitRow[];
	note: string;
};

/** Answers on a scale of agreement as a 100% stacked chart, with the table that says the same. */
export type ChartBlock = {
	kind: 'chart';
	id: string;
	number: number;
	title: string;
	/** The whole chart in words. */
	alternative: string;
	rows: AgreementRow[];
	table: TableBlock;
	note: string;
};

export type Cell = string | Run;

export type TableBlock = {
	kind: 'table';
	id: string | null;
	caption: string;
	headers: string[];
	rows: Cell[][];
	/** Positions of the columns that hold numbers, counted from 0. The first column names its row. */
	numeric: number[];
	note: string | null;
};

/** `paragraphs` are the numbers of the paragraphs that it answers. */
export type RecommendationBlock = {
	kind: 'recommendation';
	number: number;
	text: string;
	paragraphs: string[];
};

/** What was said or read besides, in the words of the review: evidence without a number. */
export type HeardBlock = { kind: 'heard'; items: { source: string; texts: string[] }[] };

/**
 * What the report says elsewhere, in short. `mark` is the number of the paragraph or recommendation that says it
 * whole, `target` its place on a page; `remark` follows the words.
 */
export type PointsBlock = {
	kind: 'points';
	groups: { title: string | null; items: { mark: string; target: string; runs: Run[]; remark: string }[] }[];
};

/** A remark in small type: a source, a limit, what was left out. */
export type NoteBlock = { kind: 'note'; text: string };

export type Block =
	| HeadingBlock
	| ParagraphBlock
	| ListBlock
	| DefinitionsBlock
	| QuoteBlock
	| QuotationBlock
	| EvaluationBlock
	| ExhibitBlock
	| ChartBlock
	| TableBlock
	| RecommendationBlock
	| HeardBlock
	| PointsBlock
	| NoteBlock;

export type ReportSection = {
	id: string;
	/** `3`, or `A` for an annex; empty for the review in brief. */
	number: string;
	/** Code of the framework element that the section is about; null for the others. */
	code: string | null;
	title: string;
	blocks: Block[];
};

export type Report = {
	title: string;
	subtitle: string;
	/** The time that the review looks at, in words. */
	period: string;
	language: 'en-GB';
	partnership: string;
	/** Who answers for the report, in plain words. */
	publisher: string;
	/** `Draft` until a version is issued. */
	version: string;
	/** A few words on the standing of the review, said on every printed page: `Worked example, answers invented`. */
	standing: string | null;
	/** ISO date. */
	generatedOn: string;
	/** What the reader must know about the standing of the report. */
	notice: string | null;
	/** What a reader with little time reads: evaluations, main findings, recommendations. */
	brief: ReportSection;
	sections: ReportSection[];
	annexes: ReportSection[];
};

/** All parts of a report in reading order: the review in brief, the sections, the annexes. */
export function reportParts({ brief, sections, annexes }: Report): ReportSection[] {
	return [brief, ...sections, ...annexes];
}

/** `Draft`, or with the standing of the review `Draft · Worked example, answers invented`. */
export function versionAndStanding({ version, standing }: Pick<Report, 'version' | 'standing'>): string {
	return standing === null ? version : `${version} · ${standing}`;
}

/** `3. Getting support at the right time`, `Annex A. Every answer to every question`, `The review in brief`. */
export function numberedTitle({ number, title }: ReportSection): string {
	if (number === '') return title;
	return /^\d/.test(number) ? `${number}. ${title}` : `Annex ${number}. ${title}`;
}

/** The table of a measure in annex A, to which every k of n leads. No two measures share an anchor. */
export function measureAnchor(key: MeasureKey): string {
	const code = key.question
		.toLowerCase()
		.replace(/[^a-z0-9-]/g, (sign) => `_${sign.codePointAt(0)!.toString(16)}`);
	return `measure-${key.source}--${code}`;
}

/** `Paragraph 3.7`, `Paragraphs 3.5, 3.7 and 3.8`, or nothing. */
export function recommendationSource({ paragraphs }: RecommendationBlock): string {
	if (paragraphs.length === 0) return '';
	if (paragraphs.length === 1) return `Paragraph ${paragraphs[0]}`;
	return `Paragraphs ${paragraphs.slice(0, -1).join(', ')} and ${paragraphs.at(-1)}`;
}

/** The words of a text, whatever they lead to. */
export function runsText(runs: string | readonly Run[]): string {
	return typeof runs === 'string' ? runs : runs.map(({ text }) => text).join('');
}

export function cellText(cell: Cell): string {
	return typeof cell === 'string' ? cell : cell.text;
}

/** A measure in one line: `57 of 60, 95%: almost all`; `0 of 0: no evidence among 60 files`. */
export function statementText(statement: MeasureStatement): string {
	const { kOfN, percent, term } = statement;
	return `${kOfN}${percent === '' ? '' : `, ${percent}`}${term === '' ? '' : `: ${term}`}`;
}
