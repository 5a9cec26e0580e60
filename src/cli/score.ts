/** Scores a file of answers: what share, which quantity term, how sure the term is. */
import { describeProblem, readAnswersFile, type AnswersFile } from '#lib/evidence/answers-file.ts';
import type { Instrument } from '#lib/evidence/instrument.ts';
import type { QuantityScale } from '#lib/frameworks/scales.ts';
import { formatPercent } from '#lib/measures/figures.ts';
import type { Measure, StratumMeasure } from '#lib/measures/measure.ts';
import { SampleMismatchError } from '#lib/measures/sample-mismatch.ts';
import { scoreAnswers, scoredMeasure } from '#lib/measures/score.ts';
import { spoken } from '#lib/measures/term.ts';
import { measureSentence, sureSentence, type Telling } from '#lib/measures/words.ts';
import { refuseProblems } from '#lib/server/commands/import-answers.ts';
import { notFound, Problem } from '#lib/server/problems.ts';
import { findDocument } from '#lib/server/queries/documents.ts';
import { shippedQuantityScale } from '#lib/server/shipped-scale.ts';
import { oneOf, UsageError, wholeNumber, type Command, type CommandInput } from './command.ts';
import { sayDropped } from './dropped-columns.ts';
import { readInstrument, readTableText } from './files.ts';

const designs = ['random', 'census', 'self-selected', 'purposive'] as const;
type Design = (typeof designs)[number];

export const command: Command = {
	usage:
		'score <answers.csv> --instrument <id | file.json> [--population N] [--design random|census|self-selected|purposive] [--by column] [--json]',
	summary: 'Scores a file of answers: share, quantity term, interval, and how sure the term is.',
	help: `The answers file has a header row: reference, then one column for each question code, and strata columns if
wanted. Cells hold answer words (yes, no, partly, strongly agree …), not applicable, not recorded, or nothing; dates
are YYYY-MM-DD, several choices have “;” between them.

The instrument is one of ours (see fixtures/instruments) or a file of your own: {id, edition, title, questions:
[{code, wording, type, positive: [values], elements: [codes]}]} with types yes-no, yes-partly-no, agreement,
single-choice, multiple-choice, scale, date, text. docs/instruments.md shows one with every field. A file needs no
database.

--population  how many the sample was drawn from; gives the hypergeometric interval, otherwise Clopper–Pearson
--design      how the records came about; left out, random. Only random and census samples have an interval
--by          a strata column, for the measures of each stratum

With --json: {source: {file, instrument, edition, title, records, population, design, by}, measures: [{question,
wording, positive, base, share, term, interval: {low, high, method} | null, touches, secure, counts, strata}]}.
Shares lie between 0 and 1. Without an interval touches is empty and secure is null.`,
	options: {
		instrument: { type: 'string' },
		population: { type: 'string' },
		design: { type: 'string' },
		by: { type: 'string' }
	},
	positionals: ['<answers.csv>'],
	run(input) {
		const design = oneOf(input, 'design', designs) ?? 'random';
		const population = wholeNumber(input, 'population') ?? null;
		const by = typeof input.options.by === 'string' ? input.options.by : undefined;
		const instrument = findInstrument(input);
		const [name] = input.positionals;
		const file = readAnswersFile(readTableText(name!), instrument);
		// Scoring keeps nothing, so what may name a person is pointed out and does not stand in the way.
		const [personal, faults] = partition(file.problems, ({ code }) => code === 'identifier');
		refuseProblems(faults);
		for (const problem of personal) input.remark(describeProblem(problem));
		sayDropped(input, file);
		if (by !== undefined && !file.strataColumns.includes(by))
			throw notFound('strata column', by, file.strataColumns);
		const scale = shippedQuantityScale();
		const measures = score({ file, instrument, design, population, scale, by });
		const source = {
			file: name!,
			instrument: instrument.id,
			edition: instrument.edition,
			title: instrument.title,
			records: file.records.length,
			population,
			design,
			by: by ?? null
		};
		if (input.options.json)
			input.print(JSON.stringify({ source, measures: measures.map(scoredMeasure) }, null, '\t'));
		else {
			if (input.options.design === undefined)
				input.remark('Scored as a random sample. Say --design if the records came about in another way.');
			// Of those who chose to answer, the population is how many were asked.
			const telling = { unit: instrument.unit, design, scale, asked: population };
			printMeasures(input, { measures, telling });
		}
	}
};

function partition<Item>(items: readonly Item[], belongs: (item: Item) => boolean): [Item[], Item[]] {
	return [items.filter(belongs), items.filter((item) => !belongs(item))];
}

function findInstrument({ options: { instrument }, openCairn }: CommandInput): Instrument {
	if (typeof instrument !== 'string') throw new UsageError('Name the instrument with --instrument.');
	if (/\.json$/i.test(instrument)) return readInstrument(instrument);
	return findDocument(openCairn(), 'instrument', instrument);
}

function score(scored: {
	file: AnswersFile;
	instrument: Instrument;
	design: Design;
	population: number | null;
	scale: QuantityScale;
	by: string | undefined;
}): Measure[] {
	try {
		const { design, population } = scored;
		return scoreAnswers({ ...scored, sample: { design, frameSize: population, strata: null } });
	} catch (error) {
		if (!(error instanceof SampleMismatchError)) throw error;
		throw new Problem('sample-mismatch', `${error.message} Check --population and --design.`);
	}
}

type Printed = { measures: Measure[]; telling: Telling };

function printMeasures({ print }: CommandInput, { measures, telling }: Printed): void {
	for (const measure of measures) {
		print(`${measure.question}  ${measure.wording}`);
		print(`    ${measureSentence(measure, telling)}`);
		print(`    ${sureSentence(measure, telling)}`);
		for (const stratum of measure.strata)
			print(`    ${stratum.stratum}: ${stratumSentence(measure, stratum, telling)}`);
	}
}

/** A stratum in the words of a measure; a question without a term has only those who answered. */
function stratumSentence(
	measure: Measure,
	{ positive, base, share, term }: StratumMeasure,
	{ scale }: Telling
) {
	if (base === 0) return 'no evidence';
	if (term === null || share === null)
		return measure.term === null ? `${base} answered` : `${positive} of ${base}`;
	return `${positive} of ${base}, ${formatPercent(share, scale)}: ${spoken(term, positive, base)}`;
}
