/** The table of one question: every answer with its count and share of the base, and what the base leaves out. */
import { formatCount, formatPercent, listed } from '#lib/measures/figures.ts';
import type { AnswerCount } from '#lib/measures/measure.ts';
import { hasShare } from '#lib/measures/tally.ts';
import type { MeasureInPlace, ReportInput } from './derive-input.ts';
import type { TableBlock } from './report.ts';
import { statementText } from './report.ts';
import { sentenceCase } from './review-words.ts';
import { statementOf } from './statement.ts';

/** `id` makes it a place that numbers can lead to. */
export function answersTable(input: ReportInput, place: MeasureInPlace, id: string | null): TableBlock {
	const { measure, question, instrument } = place;
	const { tally } = measure;
	const caption = `${question.code}. ${measure.wording}`;
	const units = sentenceCase(instrument.unit.many);
	if (question.type === 'text') return writtenTable(place, id, caption, units);
	const share = (count: number) =>
		measure.base === 0 ? '' : formatPercent(count / measure.base, input.quantityScale);
	const answers = question.type === 'date' ? byTime(tally.answers) : tally.answers;
	const rows = answers.map(({ word, count }) => [sentenceCase(word), formatCount(count), share(count)]);
	if (question.asksAboutRecording && tally.notRecorded > 0)
		rows.push(['Not recorded', formatCount(tally.notRecorded), share(tally.notRecorded)]);
	return {
		kind: 'table',
		id,
		caption,
		headers: ['Answer', units, 'Share of base'],
		rows,
		numeric: [1, 2],
		note: [resultWords(input, place), baseWords(place), severalWords(place), publishedWords(place)]
			.filter(Boolean)
			.join(' ')
	};
}

/** What people wrote may tell who they are: only how many wrote is said. */
function writtenTable(place: MeasureInPlace, id: string | null, caption: string, units: string): TableBlock {
	const { answers, records } = place.measure.tally;
	const count = answers.reduce((sum, answer) => sum + answer.count, 0);
	return {
		kind: 'table',
		id,
		caption,
		headers: ['Answer', units],
		rows: [
			['Written', formatCount(count)],
			['Nothing written', formatCount(records - count)]
		],
		numeric: [1],
		note: ['What was written is not part of the report.', publishedWords(place)].filter(Boolean).join(' ')
	};
}

/** Single days could tell whose file it is, and say little: dates are counted by quarter, or by year when many. */
function byTime(days: readonly AnswerCount[]): { word: string; count: number }[] {
	const quarters = summed(
		days,
		(day) => `${day.slice(0, 4)}, ${quarterNames[Math.ceil(Number(day.slice(5, 7)) / 3) - 1]}`
	);
	return quarters.length <= 12 ? quarters : summed(days, (day) => day.slice(0, 4));
}

const quarterNames = ['January to March', 'April to June', 'July to September', 'October to December'];

function summed(days: readonly AnswerCount[], nameOf: (day: string) => string) {
	const sums = new Map<string, number>();
	for (const { word, count } of days) sums.set(nameOf(word), (sums.get(nameOf(word)) ?? 0) + count);
	return [...sums].map(([word, count]) => ({ word, count }));
}

/** `54 of 60, 90%: almost all. …` for a question that has a share. */
function resultWords(input: ReportInput, place: MeasureInPlace): string {
	if (!hasShare(place.question)) return '';
	const statement = statementOf(input, place);
	const result = `Counted as positive: ${listed(place.question.positive)}. Result: ${statementText(statement)}.`;
	return statement.sure === '' ? result : `${result} ${statement.sure}`;
}

/** `Base 58 files; left out: 2 not applicable and 1 blank.` */
function baseWords({ measure, question, instrument }: MeasureInPlace): string {
	const { tally, base } = measure;
	const unit = base === 1 ? instrument.unit.one : instrument.unit.many;
	const out = [
		{ count: tally.notApplicable, name: 'not applicable' },
		{ count: question.asksAboutRecording ? 0 : tally.notRecorded, name: 'not recorded' },
		{ count: tally.blank, name: 'blank' }
	].filter(({ count }) => count > 0);
	const leftOut = out.map(({ count, name }) => `${formatCount(count)} ${name}`);
	return `Base: ${formatCount(base)} ${unit}; ${leftOut.length === 0 ? 'none left out' : `left out: ${listed(leftOut)}`}.`;
}

function severalWords({ question }: MeasureInPlace): string {
	if (question.type === 'multiple-choice')
		return 'More than one answer could be given, so shares may add up to more than 100%.';
	return '';
}

/** In a reconstruction, what was published of a question: `Published: “most”; count invented.`, or `Invented.` */
function publishedWords({ source, question }: MeasureInPlace): string {
	if (source.published === null) return '';
	const entries = source.published.filter((entry) => entry.question === question.code);
	if (entries.length === 0) return 'Invented.';
	const said = listed(entries.map((entry) => `“${entry.said}”`));
	return `Published: ${said}${entries.some(({ kind }) => kind === 'count') ? '' : '; count invented'}.`;
}
