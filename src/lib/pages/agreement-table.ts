/** The agreement of two readings by question and by pair of readers: a table for the page and for a CSV file. */
import Papa from 'papaparse';
import { answerWords } from '#lib/evidence/answer.ts';
import type { Instrument, Question } from '#lib/evidence/instrument.ts';
import { neutralCell } from '#lib/evidence/neutral-cell.ts';
import type { Agreement } from '#lib/measures/agreement/agreement-found.ts';
import { deriveAgreement, derivePooledAgreement } from '#lib/measures/agreement/agreement.ts';
import type { Coefficient } from '#lib/measures/agreement/coefficient.ts';
import { formatPercent } from '#lib/measures/figures.ts';

/** What both readings of one question on one record gave, where both gave anything, and who read. */
export type Compared = {
	record: number;
	question: number;
	first: { code: number } | null;
	second: { code: number } | null;
	readers: readonly [string, string];
};

/** A figure with what stands beneath it: its interval, or why there is none. */
export type AgreementCell = { figure: string; note: string };

export type AgreementRow = {
	/** Code of the question, or the names of the pair. */
	name: string;
	wording: string | null;
	pairs: number;
	percent: AgreementCell;
	kappa: AgreementCell;
	ac: AgreementCell;
	alpha: AgreementCell;
	weighted: boolean;
	reading: string;
	/** As they are, for the file. */
	agreement: Agreement;
};

/** A row for each question that is compared, in the order of the instrument. */
export function agreementByQuestion(
	{ questions }: Pick<Instrument, 'questions'>,
	compared: readonly Compared[]
): AgreementRow[] {
	const byQuestion = Map.groupBy(compared, ({ question }) => question);
	return questions.flatMap((question, position) => {
		const pairs = (byQuestion.get(position) ?? []).flatMap(({ first, second }) =>
			first && second ? [{ first: first.code, second: second.code }] : []
		);
		const agreement = deriveAgreement(question, pairs);
		return agreement ? [toRow(question.code, question.wording, agreement)] : [];
	});
}

/** A row for each pair of readers, by name, over all questions but dates and written answers. */
export function agreementByPair(
	{ questions }: Pick<Instrument, 'questions'>,
	compared: readonly Compared[]
): AgreementRow[] {
	const pairName = ({ readers }: Compared) => [...readers].sort().join(' and ');
	const names = [...Map.groupBy(compared, pairName)].sort(([a], [b]) => a.localeCompare(b, 'en-GB'));
	return names.map(([name, own]) => {
		const records = [...Map.groupBy(own, ({ record }) => record).values()].map((answers) =>
			answers.flatMap(({ question, first, second, readers }) => {
				const asked = questions[question]!;
				if (!first || !second || asked.type === 'text' || asked.type === 'date') return [];
				const [one, other] = [first, second].map(({ code }) => nameOf(asked, question, code));
				// Whoever comes first by name stands first in every pair, whichever reading was theirs.
				const inOrder = readers[0] <= readers[1];
				return [inOrder ? { first: one!, second: other! } : { first: other!, second: one! }];
			})
		);
		return toRow(name, null, derivePooledAgreement(records));
	});
}

/** Answers that many questions share have one name; those of one question's own options are its own. */
function nameOf(question: Question, position: number, code: number): string {
	const isShared = code < 0 || ['yes-no', 'yes-partly-no', 'agreement'].includes(question.type);
	return isShared ? answerWords(question, code) : `${position} ${code}`;
}

function toRow(name: string, wording: string | null, agreement: Agreement): AgreementRow {
	const { percent } = agreement;
	return {
		name,
		wording,
		pairs: agreement.pairs,
		percent:
			percent === null
				? { figure: '–', note: '' }
				: {
						figure: formatPercent(percent.value),
						note: percent.interval ? between(percent.interval, formatPercent) : ''
					},
		kappa: toCell(agreement.kappa),
		ac: toCell(agreement.ac),
		alpha: toCell(agreement.alpha),
		weighted: agreement.weighted,
		reading: agreement.reading,
		agreement
	};
}

function toCell({ value, interval, why }: Coefficient): AgreementCell {
	if (value === null) return { figure: '–', note: why };
	return { figure: twoDecimals(value), note: interval ? between(interval, twoDecimals) : 'no interval' };
}

const between = ({ low, high }: { low: number; high: number }, format: (value: number) => string) =>
	`${format(low)} to ${format(high)}`;

/** With a true minus, as figures are set. */
const twoDecimals = (value: number) =>
	value
		.toFixed(2)
		.replace(/^-0\.00$/, '0.00')
		.replace('-', '−');

const heads = [
	...['by', 'name', 'wording', 'pairs', 'same', 'percent', 'percent low', 'percent high'],
	...['kappa', 'kappa low', 'kappa high', 'weighted', 'AC', 'AC low', 'AC high', 'alpha', 'alpha low'],
	...['alpha high', 'reading']
];

/** The file as text, like that of the results: UTF-8 with a byte-order mark, lines that end in CR LF. */
export function agreementCsv(questions: readonly AgreementRow[], pairs: readonly AgreementRow[]): string {
	const line = (by: string, { name, wording, agreement }: AgreementRow) => {
		const { percent, kappa, ac, alpha } = agreement;
		const figures = ({ value, interval }: { value: number | null; interval: Coefficient['interval'] }) =>
			[value, interval?.low, interval?.high].map((each) => (each == null ? '' : rounded(each)));
		return [
			by,
			neutralCell(name),
			neutralCell(wording ?? ''),
			agreement.pairs,
			agreement.same,
			...figures(percent ?? { value: null, interval: null }),
			...figures(kappa),
			agreement.weighted ? 'yes' : 'no',
			...figures(ac),
			...figures(alpha),
			agreement.reading
		];
	};
	const lines = [
		...questions.map((row) => line('question', row)),
		...pairs.map((row) => line('readers', row))
	];
	return `\ufeff${Papa.unparse({ fields: [...heads], data: lines }, { newline: '\r\n' })}\r\n`;
}

/** To six decimals, so that a spreadsheet shows a figure and not its noise. */
const rounded = (value: number) => Number(value.toFixed(6));
