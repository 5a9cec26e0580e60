/** The table of one question: every answer with its count and share of the base, and what the base leaves out. */
import { hasShare } from '#lib/measures/tally.ts';
import type { MeasureInPlace } from './derive-input.ts';
import { countText, listed, percentText } from './quantity-strip-words.ts';
import type { TableBlock } from './report.ts';
import { statementText } from './report.ts';
import { statementOf } from './statement.ts';

export function answersTable(place: MeasureInPlace, { id }: { id: string | null }): TableBlock {
	const { measure, question, instrument } = place;
	const { tally } = measure;
	const share = (count: number) => (measure.base === 0 ? '' : percentText(count / measure.base));
	const rows = tally.answers.map(({ word, count }) => [sentenceCase(word), countText(count), share(count)]);
	if (question.asksAboutRecording && tally.notRecorded > 0)
		rows.push(['Not recorded', countText(tally.notRecorded), share(tally.notRecorded)]);
	return {
		kind: 'table',
		id,
		caption: `${question.code}. ${measure.wording}`,
		headers: ['Answer', sentenceCase(instrument.unit.many), 'Share of base'],
		rows,
		numeric: [1, 2],
		note: [resultWords(place), baseWords(place), severalWords(place)].filter(Boolean).join(' ')
	};
}

/** `54 of 60, 90%: almost all. …` for a question that has a share. */
function resultWords(place: MeasureInPlace): string {
	if (!hasShare(place.question)) return '';
	const statement = statementOf(place);
	const counted = listed(place.question.positive);
	return `Counted as positive: ${counted}. Result: ${statementText(statement)}. ${statement.sure}`;
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
	const leftOut = out.map(({ count, name }) => `${countText(count)} ${name}`);
	return `Base: ${countText(base)} ${unit}; ${leftOut.length === 0 ? 'none left out' : `left out: ${listed(leftOut)}`}.`;
}

function severalWords({ question }: MeasureInPlace): string {
	if (question.type === 'multiple-choice')
		return 'More than one answer could be given, so shares may add up to more than 100%.';
	if (question.type === 'text') return 'What was written is not part of the report.';
	return '';
}

function sentenceCase(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
