/** Looks through a text file for what could name a person. */
import { placeIdentifiers, type PlacedIdentifier } from '#lib/evidence/identifier-places.ts';
import { identifierNames } from '#lib/evidence/identifiers.ts';
import { Problem } from '#lib/server/problems.ts';
import type { Command } from './command.ts';
import { readText } from './files.ts';

export const command: Command = {
	usage: 'check-identifiers <file> [--json]',
	summary: 'Looks through a text or CSV file for what could name a person, and says where it stands.',
	help: `It finds CHI and National Insurance numbers, postcodes, e-mail addresses, telephone numbers and dates of birth; it
does not know names of people, so look through the file yourself as well. Nothing is kept, and no database is needed.
A file in UTF-8, UTF-16 or windows-1252 is read; of a spreadsheet or a document of a word processor, give its text.

Lines and columns count from 1, a column being one character, as an editor shows them. What was found is printed:
it may be personal. Exit 0 when nothing was found, 1 when anything was, so that a script can stop there.

With --json: [{line, column, kind, text}], with the kinds chi, national-insurance, postcode, email, telephone and
date-of-birth; [] when nothing was found.`,
	options: {},
	positionals: ['<file>'],
	run({ options, positionals: [name], print }) {
		const text = readText(name!);
		if (text.includes('\0'))
			throw new Problem('file-invalid', `${name} is not a text file. Save it as text or CSV, and give that.`);
		const places = placeIdentifiers(text);
		if (options.json)
			print(JSON.stringify(places.map(({ line, column, kind, text }) => ({ line, column, kind, text }))));
		else print(places.length === 0 ? 'Nothing found that could name a person.' : places.map(said).join('\n'));
		if (places.length > 0)
			throw new Problem(
				'identifiers-found',
				places.length === 1
					? 'One thing was found that could name a person: take it out, or make sure that it names nobody.'
					: `${places.length} things were found that could name a person: take them out, or make sure that they name nobody.`
			);
	}
};

const said = ({ line, column, kind, text, reason }: PlacedIdentifier) =>
	`${line}:${column}  ${text}  looks like ${identifierNames[kind]}: ${reason}`;
