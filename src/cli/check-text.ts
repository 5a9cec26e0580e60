/** Checks the words of quantity in a text that was written elsewhere. */
import { z } from 'zod';
import type { MeasureToCheck } from '#lib/judgement/check-quantities.ts';
import {
	placeQuantities,
	placeQuantitiesOf,
	type Checking,
	type PlacedQuantity
} from '#lib/judgement/place-quantities.ts';
import { readParagraphs } from '#lib/server/files/read-paragraphs.ts';
import { issueSentences } from '#lib/server/issue-words.ts';
import { Problem } from '#lib/server/problems.ts';
import { shippedQuantityScale } from '#lib/server/shipped-scale.ts';
import type { Command } from './command.ts';
import { readBytes, readJson, readProse } from './files.ts';

export const command: Command = {
	usage: 'check-text <report.md | .txt | .docx> [--measures score.json] [--json]',
	summary: 'Finds the words of quantity in a text, and says of each whether the measures bear it out.',
	help: `It finds “most”, “nearly half”, “a significant number of”, “70%” and the like, not “most importantly” or “a few
weeks”, and gives each a verdict: right; wrong, with the right term; unlinked, a defined term without a measure;
undefined-term, with what to write instead; hidden-base, all or none when it is not said of how many. The rules, and how well
they do, are in docs/method.md. Nothing is kept, and no database is needed.

--measures  what “cairn score … --json” printed. A phrase is checked by a measure when its sentence says the measure's
            numbers, “most files (47 of 60)”, or when the code of the question follows it in brackets, “most files (Q1)”.
            In Markdown the code may also be the address of a link: “[most](#Q1) files”

Lines and columns count from 1, a column being one character, as an editor shows them. In Markdown (.md, .markdown)
code, addresses of links and front matter are not read. Of a Word document (.docx) the line is the number of the
paragraph, empty ones and those in tables counted too, and the column counts within it; headers, footnotes and comments
are not read. A text in UTF-8, UTF-16 or windows-1252 is read. Exit 0 whatever the verdicts are.

With --json: [{line, column, phrase, verdict, term, suggestion, reason}], in the order of the text; [] when there is
nothing to say. Term and suggestion are null where there is none.`,
	options: { measures: { type: 'string' } },
	positionals: ['<report.md | .txt | .docx>'],
	run({ options, positionals: [name], print }) {
		const measures = typeof options.measures === 'string' ? readMeasures(options.measures) : [];
		const placed = placedIn(name!, readBytes(name!), { measures, scale: shippedQuantityScale() });
		if (options.json) print(JSON.stringify(placed));
		else print(placed.length === 0 ? 'No words of quantity found.' : listed(placed));
	}
};

/** A Word document is a zip file, whatever its name says; what is named as one has to be one. */
function placedIn(name: string, bytes: Uint8Array, checking: Checking): PlacedQuantity[] {
	const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2]! <= 0x08;
	if (!isPacked && !/\.docx$/i.test(name))
		return placeQuantities(readProse(bytes, name), /\.(?:md|markdown)$/i.test(name), checking);
	const paragraphs = readParagraphs(bytes, name);
	if (paragraphs.every((paragraph) => paragraph.trim() === ''))
		throw new Problem('file-invalid', `${name} is empty.`);
	return placeQuantitiesOf(paragraphs, checking);
}

/** As `score --json` prints it; what it has besides is of no matter here. */
const scoreSchema = z.object({
	measures: z.array(
		z.object({
			question: z.string().min(1),
			wording: z.string(),
			positive: z.number().int().min(0),
			base: z.number().int().min(0),
			share: z.number().nullish(),
			term: z.string().nullish(),
			touches: z.array(z.string()).default([]),
			secure: z.boolean().nullable().default(null)
		})
	)
});

function readMeasures(name: string): MeasureToCheck[] {
	const json = readJson(name);
	const read = scoreSchema.safeParse(json);
	if (!read.success)
		throw new Problem(
			'file-invalid',
			`${name} is not what score prints with --json.`,
			issueSentences(read.error, json)
		);
	const { measures } = read.data;
	const impossible = measures.find(({ positive, base }) => positive > base);
	if (impossible)
		throw new Problem(
			'file-invalid',
			`${name} says of ${impossible.question} that ${impossible.positive} of ${impossible.base} were positive.`
		);
	// A question without positive answers has no share, and nothing without answers bears anything out.
	return measures
		.filter(({ share, base }) => share !== null && base > 0)
		.map(({ question, wording, positive, base, term, touches, secure }) => ({
			id: question,
			label: wording,
			positive,
			base,
			people: 'records',
			term: term ?? null,
			touches,
			secure
		}));
}

const listed = (placed: readonly PlacedQuantity[]) =>
	placed
		.map(
			({ line, column, phrase, verdict, suggestion, reason }) =>
				`${line}:${column}  ${phrase}  ${verdict}: ${reason}${suggestion === null ? '' : `\n    Write: ${suggestion}`}`
		)
		.join('\n');
