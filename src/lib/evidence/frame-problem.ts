/** What can be wrong with a sampling frame, where, and what to do, as one plain sentence. */
import { identifierNames, maskIdentifiers, type IdentifierKind } from './identifiers.ts';

export type FrameProblemCode =
	| 'empty-frame'
	| 'large-frame'
	| 'many-columns'
	| 'no-header'
	| 'no-reference-column'
	| 'malformed-quotes'
	| 'duplicate-column'
	| 'unnamed-column'
	| 'empty-reference'
	| 'long-reference'
	| 'duplicate-reference'
	| 'long-group'
	| 'identifier';

export type FrameProblem = {
	code: FrameProblemCode;
	/** As a spreadsheet shows it: the first row is 1. Null for the whole frame. */
	row: number | null;
	/** The column's name. */
	column: string | null;
	/** What stands there; never for an identifier. */
	value: string | null;
	/** Of a duplicate: the row that has it first. */
	first?: number;
	/** Of an identifier. */
	kind?: IdentifierKind;
};

/** `Row 7, column reference: “F-3” is there twice; row 4 has it first.` Identifiers are never repeated. */
export function describeFrameProblem(problem: FrameProblem): string {
	const { row, column } = problem;
	const place = [row === null ? '' : `row ${row}`, column === null ? '' : `column ${shown(column)}`]
		.filter((part) => part !== '')
		.join(', ');
	const sentence = sentences[problem.code](problem);
	return capitalised(place === '' ? sentence : `${place}: ${sentence}`);
}

const sentences: Record<FrameProblemCode, (problem: FrameProblem) => string> = {
	'empty-frame': () => 'there is no reference in it. Give one in each row.',
	'large-frame': ({ value }) => `there are ${value} rows; a frame has at most 100,000.`,
	'many-columns': ({ value }) =>
		`there are ${value} columns beside the reference; a frame has at most 10. Leave out what is not a stratum.`,
	'no-header': () =>
		'the columns have no names. Begin with a row that names them: reference, then each stratum.',
	'no-reference-column': () => 'there is no column for the references. Name one of them “reference”.',
	'malformed-quotes': () =>
		'a quotation mark is out of place. Put them around a whole cell, and double those that are part of it.',
	'duplicate-column': () => 'the column is there twice.',
	'unnamed-column': () => 'there is something in a column without a name. Name it in the first row.',
	'empty-reference': () => 'the reference is empty.',
	'long-reference': ({ value }) =>
		`“${shown(value ?? '')}” is too long; a reference has at most 64 characters.`,
	'duplicate-reference': ({ value, first }) =>
		`“${shown(value ?? '')}” is there twice; row ${first} has it first.`,
	'long-group': ({ value }) =>
		`“${shown(value ?? '')}” is too long; the name of a group has at most 80 characters.`,
	identifier: ({ kind }) =>
		`this looks like ${identifierNames[kind!]}. Give a reference of your own instead, that names nobody.`
};

function shown(text: string): string {
	const line = maskIdentifiers(text.slice(0, 400)).replace(/\s+/g, ' ').trim();
	return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line;
}

function capitalised(sentence: string): string {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
