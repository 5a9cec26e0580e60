/** What can be wrong with an answers file: where, what stands there, what was expected; and as one plain sentence. */
import { identifierNames, maskIdentifiers, type IdentifierKind } from './identifiers.ts';

export type AnswersProblemCode =
	| 'empty-file'
	| 'no-header'
	| 'no-reference-column'
	| 'missing-column'
	| 'duplicate-column'
	| 'unnamed-column'
	| 'no-rows'
	| 'malformed-quotes'
	| 'too-many-cells'
	| 'empty-reference'
	| 'long-reference'
	| 'duplicate-reference'
	| 'long-group'
	| 'unknown-answer'
	| 'too-many-words'
	| 'identifier'
	| 'merged-cells'
	| 'column-gone'
	| 'no-question'
	| 'changed-record';

export type AnswersProblem = {
	code: AnswersProblemCode;
	/** As a spreadsheet shows it: the first row, usually the header, is 1. Null for the whole file. */
	row: number | null;
	/** The column's name in the header; its number where it has none. */
	column: string | null;
	/** What stands there, shortened, and identifiers of people replaced by their kind. Null where nothing does. */
	value: string | null;
	/** Completes the sentence "expected …". */
	expected: string;
};

/** The name of a problem's cell, value or column, as it may be repeated in a message: short, in one line, masked. */
export function shown(text: string): string {
	const line = maskIdentifiers(text.slice(0, 400)).replace(/\s+/g, ' ').trim();
	return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
}

/** What a cell of `kind` is reported as: the value itself is left out. */
export function identifierProblem(row: number, column: string, kind: IdentifierKind): AnswersProblem {
	const expected = `nothing that can name a person; take it out if it is ${identifierNames[kind]}`;
	return { code: 'identifier', row, column: shown(column), value: `[${identifierNames[kind]}]`, expected };
}

/** `Row 7, column OPT: “maybe” is not an answer here; expected one of yes, no, …` */
export function describeProblem(problem: AnswersProblem): string {
	const { code, row, column, value, expected } = problem;
	const place = [row === null ? '' : `row ${row}`, column === null ? '' : `column ${column}`]
		.filter((part) => part !== '')
		.join(', ');
	const sentence = `${whatIsWrong[code](`“${value ?? ''}”`, value ?? '')}; expected ${expected}.`;
	return place === '' ? capitalised(sentence) : `${capitalised(place)}: ${sentence}`;
}

const whatIsWrong: Record<AnswersProblemCode, (quoted: string, value: string) => string> = {
	'empty-file': () => 'the file is empty',
	'no-header': () => 'this is not a header row',
	'no-reference-column': () => 'there is no column “reference”',
	'missing-column': () => 'the column is missing',
	'duplicate-column': () => 'the column is there twice',
	'unnamed-column': () => 'the column has no name',
	'no-rows': () => 'there is no row under the header',
	'malformed-quotes': () => 'a quotation mark is out of place',
	'too-many-cells': (_, value) => `there are ${value} cells`,
	'empty-reference': () => 'the reference is empty',
	'long-reference': (quoted) => `the reference ${quoted} is too long`,
	'duplicate-reference': (quoted) => `the reference ${quoted} is there twice`,
	'long-group': (quoted) => `${quoted} is too long for the name of a group`,
	'unknown-answer': (quoted) => `${quoted} is not an answer here`,
	'too-many-words': (_, value) => `there are ${value} different answers`,
	'merged-cells': (_, value) => `the cells ${value} are merged`,
	'column-gone': (quoted) => `the column is not there; ${quoted} stands in its place`,
	'no-question': () => 'no column holds the answers to a question',
	'changed-record': (quoted) => `${quoted} was taken in earlier with other answers`,
	identifier: (_, value) => `this looks like ${value.slice(1, -1)}`
};

function capitalised(sentence: string): string {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
