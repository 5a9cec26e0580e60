/** Says on which line and in which column of a text each identifier stands, as an editor counts. */
import { findIdentifiers, type IdentifierKind } from './identifiers.ts';

/** `line` and `column` from 1; a column is one character, however many units it is kept in. */
export type PlacedIdentifier = {
	line: number;
	column: number;
	kind: IdentifierKind;
	text: string;
	reason: string;
};

/** In the order of the text. Lines end with \n, \r\n or \r. */
export function placeIdentifiers(text: string): PlacedIdentifier[] {
	let line = 1;
	let column = 1;
	let looked = 0;
	return findIdentifiers(text).map(({ kind, found, at, reason }) => {
		// Each stretch is counted once, so that a file of one long line takes no longer than another.
		const lines = text.slice(looked, at).split(/\r\n|\n|\r/);
		if (lines.length > 1) column = 1;
		line += lines.length - 1;
		column += [...lines.at(-1)!].length;
		looked = at;
		return { line, column, kind, text: found, reason };
	});
}
