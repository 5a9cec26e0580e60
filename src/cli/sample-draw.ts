/** Draws a sample from a frame: random, by strata or all of it, with a seed that makes the draw repeatable. */
import { randomInt } from 'node:crypto';
import { basename } from 'node:path';
import { describeFrameProblem } from '#lib/evidence/frame-problem.ts';
import { readNumbers } from '#lib/evidence/sample-numbers.ts';
import { mostInFrame, numberedFrame, type Frame, type FrameEntry } from '#lib/evidence/frame.ts';
import { drawMethod, longestSeed, tidySeed } from '#lib/measures/sampling/lots.ts';
import { DrawFault, drawSample, type Draw, type DrawAsked } from '#lib/measures/sampling/draw.ts';
import { readFrameFile } from '#lib/server/frame-file.ts';
import { Problem } from '#lib/server/problems.ts';
import { UsageError, wholeNumber, type Command, type CommandInput } from './command.ts';
import { sayDropped } from './dropped-columns.ts';
import { readBytes } from './files.ts';

export const command: Command = {
	usage:
		'sample draw <frame.csv> --size N [--strata column] [--numbers A=n,B=m] [--census] [--replacements R] [--seed S] [--identifiers-checked] [--json]',
	summary: 'Draws a sample from a list of references: random, by strata, or all of it. The seed repeats it.',
	help: `The frame is a CSV file or a workbook (.xlsx) with a header row: reference, then a column for each way to group. A
list of one column needs no header. Instead of a file a whole number says how large the frame is; its members are then 001, 002 …

--size          how many to draw
--strata        the column of the strata; each gets its share of the size, at least 1 where that can be
--numbers       set numbers instead: “North=10,South=5”, or with “;” between them
--census        takes everything; no size and no seed
--replacements  how many more to draw in advance, in the order of their use; with --strata in each stratum
--seed          any text or number; left out, one is made, and told. The same seed and the same references give the
                same draw, in whatever order the references come. How: docs/method.md
--identifiers-checked  draws although a reference looks as if it named a person; someone has looked

With --json: {way, seed, design, column, frameSize, size, drawn: [{order, reference, strata}], replacements: [the
same], strata: [{stratum, frame, drawn, replacements}] | null}. A census has no seed: null.`,
	options: {
		size: { type: 'string' },
		strata: { type: 'string' },
		numbers: { type: 'string' },
		census: { type: 'boolean' },
		replacements: { type: 'string' },
		seed: { type: 'string' },
		'identifiers-checked': { type: 'boolean' }
	},
	positionals: ['<frame.csv>'],
	run(input) {
		const wanted = askedOf(input);
		const frame = frameOf(input);
		const asked = { ...wanted, column: columnOf(frame, wanted.column) };
		const draw = drawn(frame.entries, asked);
		for (const { stratum, drawn: number } of draw.strata ?? [])
			if (number === 0)
				input.remark(
					`Nothing is drawn of “${stratum}”, so this sample says nothing of the frame as a whole.`
				);
		const told = { ...draw, asked, frameSize: frame.entries.length };
		if (input.options.json) input.print(JSON.stringify(inJson(told), null, '\t'));
		else printDraw(input, told);
	}
};

type Told = Draw & { asked: DrawAsked; frameSize: number };

function askedOf(input: CommandInput): DrawAsked {
	const { strata, numbers, census, seed } = input.options;
	const size = wholeNumber(input, 'size');
	const replacements = input.options.replacements === '0' ? 0 : (wholeNumber(input, 'replacements') ?? 0);
	const column = typeof strata === 'string' ? strata : null;
	if (census && (size ?? column ?? numbers ?? seed ?? null) !== null)
		throw new UsageError('--census takes everything: leave out --size, --strata, --numbers and --seed.');
	if (numbers !== undefined && column === null)
		throw new UsageError('Say with --strata which column the --numbers are for.');
	if (!census && size === undefined && numbers === undefined)
		throw new UsageError('Say with --size how many to draw.');
	if (size !== undefined && numbers !== undefined)
		throw new UsageError('Give --size or --numbers, not both.');
	const tidy = typeof seed === 'string' ? tidySeed(seed) : String(randomInt(1, 1_000_000_000));
	if (tidy === null)
		throw new UsageError(`--seed takes a text of 1 to ${longestSeed} characters in one line.`);
	return {
		design: census ? 'census' : column === null ? 'random' : 'stratified',
		seed: tidy,
		size: size ?? 0,
		column,
		numbers: typeof numbers === 'string' ? setNumbers(numbers) : null,
		replacements
	};
}

function setNumbers(text: string): Record<string, number> {
	const numbers = readNumbers(text);
	if (numbers === null)
		throw new UsageError('--numbers takes a name and a number for each stratum: “North=10,South=5”.');
	return numbers;
}

function frameOf(input: CommandInput): Pick<Frame, 'entries' | 'columns'> {
	const [name] = input.positionals;
	if (/^[1-9]\d*$/.test(name!)) {
		if (Number(name) > mostInFrame)
			throw new Problem('frame-refused', 'A frame has at most 100,000 members.');
		return { entries: numberedFrame(Number(name)), columns: [] };
	}
	const frame = readFrameFile(readBytes(name!), basename(name!));
	const checked = input.options['identifiers-checked'] === true;
	const problems = frame.problems.filter(({ code }) => !checked || code !== 'identifier');
	if (problems.length > 0)
		throw new Problem(
			'frame-refused',
			`The frame has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}. Nothing was drawn.`,
			problems.map(describeFrameProblem)
		);
	sayDropped(input, frame);
	return frame;
}

/** The column as it is written in the frame, whatever the case of the letters here. */
function columnOf({ columns }: Pick<Frame, 'columns'>, asked: string | null): string | null {
	if (asked === null) return null;
	const same = (name: string) => name.toLowerCase() === asked.trim().toLowerCase();
	const column = columns.includes(asked) ? asked : columns.find(same);
	if (column !== undefined) return column;
	const known = columns.length > 0 ? ` There are: ${columns.join(', ')}.` : ' It has only references.';
	throw new Problem('draw-refused', `The frame has no column “${asked}”.${known}`);
}

function drawn(entries: readonly FrameEntry[], asked: DrawAsked): Draw {
	try {
		return drawSample(entries, asked);
	} catch (error) {
		if (error instanceof DrawFault) throw new Problem('draw-refused', error.message);
		throw error;
	}
}

const numbered = (entries: readonly FrameEntry[]) =>
	entries.map(({ reference, strata }, index) => ({ order: index + 1, reference, strata }));

function inJson({ asked, frameSize, drawn, replacements, strata }: Told) {
	return {
		way: drawMethod,
		seed: asked.design === 'census' ? null : asked.seed,
		design: asked.design,
		column: asked.column,
		frameSize,
		size: drawn.length,
		drawn: numbered(drawn),
		replacements: numbered(replacements),
		strata
	};
}

function printDraw({ print }: CommandInput, { asked, frameSize, drawn, replacements, strata }: Told): void {
	if (asked.design === 'census') print(`All ${frameSize}: a census.`);
	else print(`${drawn.length} of ${frameSize}, drawn with ${drawMethod} and the seed ${asked.seed}`);
	for (const { stratum, frame, drawn: number } of strata ?? []) print(`  ${stratum}: ${number} of ${frame}`);
	const list = (entries: readonly FrameEntry[]) => {
		for (const { order, reference, strata: groups } of numbered(entries))
			print([`  ${order}.`, reference, ...Object.values(groups)].join('  '));
	};
	print('\nDrawn, in the order of drawing');
	list(drawn);
	if (replacements.length === 0) return;
	print('\nReplacements, in the order of their use');
	list(replacements);
}
