/**
 * One survey as each tool exports it. Forty-two members of staff of an invented partnership answered six questions;
 * every name, address and answer is made up.
 */
import iconv from 'iconv-lite';
import writeWorkbook from 'write-excel-file/node';
import { parseInstrument, type Instrument } from '#lib/evidence/instrument.ts';

/** What was asked. */
export const staffSurvey: Instrument = parseInstrument({
	id: 'glen-staff-survey',
	edition: '1',
	title: 'Staff survey of Glen and Firth',
	questions: [
		{
			code: 'TIME',
			wording: 'I have enough time for good conversations.',
			type: 'agreement',
			positive: ['strongly agree', 'agree']
		},
		{
			code: 'TRAINED',
			wording: 'Have you been trained in self-directed support?',
			type: 'yes-no',
			positive: ['yes']
		},
		{
			code: 'ADVICE',
			wording: 'To whom do you turn for advice?',
			type: 'multiple-choice',
			positive: [],
			options: ['team leader', 'colleagues', 'written guidance', 'somebody else']
		},
		{
			code: 'SURE',
			wording: 'How sure do you feel about budgets?',
			type: 'scale',
			positive: ['4', '5'],
			scale: { from: 1, to: 5 }
		},
		{ code: 'SINCE', wording: 'Since when have you worked here?', type: 'date', positive: [] },
		{
			code: 'MORE',
			wording: 'What would help you most – at the café table, say?',
			type: 'text',
			positive: []
		}
	]
});

/** What one person answered; '' is left blank. */
export type Respondent = {
	number: number;
	name: string;
	email: string;
	time: string;
	trained: string;
	advice: string[];
	other: string;
	sure: string;
	/** YYYY-MM-DD. */
	since: string;
	more: string;
};

const agreement = ['Strongly agree', 'Agree', 'Neither agree nor disagree', 'Disagree', 'Strongly disagree'];
const advisers = ['team leader', 'colleagues', 'written guidance'];
const wishes = [
	'More time, and fewer forms',
	'Naïve as it sounds: a café table; nothing else',
	'Said "yes" twice,\nheard nothing',
	''
];

/** The first as many of them as are asked for; by rule, so that counts can be worked out by hand. */
export function respondents(count = 42): Respondent[] {
	return Array.from({ length: count }, (_, at) => ({
		number: at + 1,
		name: `Person Number${at + 1}`,
		email: `person${at + 1}@glen.example`,
		time: agreement[at % 5]!,
		trained: at % 3 === 0 ? 'No' : 'Yes',
		advice: advisers.filter((_each, choice) => (at >> choice) % 2 === 1),
		other: at % 10 === 9 ? 'my union' : '',
		sure: String((at % 5) + 1),
		since: `20${String(10 + (at % 9))}-0${(at % 9) + 1}-${String((at % 27) + 1).padStart(2, '0')}`,
		more: wishes[at % 4]!
	}));
}

/** Rows of cells; a Date is written as a day by a workbook, and as the tool writes it in CSV. */
export type ExportCell = string | number | boolean | Date | null;
export type ExportRows = ExportCell[][];

const wordings = staffSurvey.questions.map(({ wording }) => wording);
/** As a day of a person in this country. */
const dayFirst = (day: string) => day.split('-').reverse().join('/');
const chosen = ({ advice, other }: Respondent) => [...advice, ...(other === '' ? [] : ['somebody else'])];

/** Microsoft Forms: no-break spaces in its headings, several choices with “;” after each. */
export function microsoftFormsRows(people = respondents(), id: 'ID' | 'Id' = 'ID'): ExportRows {
	const heads = wordings.map((wording) => wording.replace(' ', '\u00a0'));
	return [
		[id, 'Start time', 'Completion time', 'Email', 'Name', 'Last modified time', ...heads],
		...people.map((each) => [
			each.number,
			new Date(Date.UTC(2025, 2, 3, 9, each.number)),
			new Date(Date.UTC(2025, 2, 3, 9, each.number + 5)),
			'anonymous',
			each.name,
			null,
			each.time,
			each.trained,
			chosen(each)
				.map((choice) => `${choice};`)
				.join(''),
			Number(each.sure),
			new Date(`${each.since}T00:00:00Z`),
			each.more
		])
	];
}

/** As above, of a quiz: points and feedback beside each question, and two questions of the same title. */
export function formsQuizRows(people = respondents()): ExportRows {
	const rows = microsoftFormsRows(people, 'Id');
	return rows.map((row, at) => [
		...row.slice(0, 6),
		...(at === 0 ? ['Total points', 'Quiz feedback'] : [0, null]),
		...row
			.slice(6)
			.flatMap((cell, column) =>
				at === 0 ? [cell, `Points - ${wordings[column]}`, `Feedback - ${wordings[column]}`] : [cell, 0, null]
			)
	]);
}

const smartMetadata = [
	'User ID',
	'User Number',
	'Name',
	'Email',
	'IP Address',
	'Unique ID',
	'Started',
	'Ended'
];

function smartRow(each: Respondent): ExportCell[] {
	return [
		170_000_000 + each.number,
		each.number,
		each.name,
		each.email,
		`192.0.2.${each.number}`,
		`u${each.number}`,
		'03/03/2025 09:00:00',
		'03/03/2025 09:05:00'
	];
}

function smartAnswers(each: Respondent): ExportCell[] {
	return [each.time, each.trained, chosen(each).join('; '), each.sure, dayFirst(each.since), each.more];
}

/** SmartSurvey: numbered questions after eight columns of its own. */
export function smartSurveyRows(people = respondents()): ExportRows {
	return [
		[...smartMetadata, ...wordings.map((wording, at) => `${at + 1}. ${wording}`)],
		...people.map((each) => [...smartRow(each), ...smartAnswers(each)])
	];
}

/** As above, with two further rows under the header, and a column for each choice. */
export function smartSurveyThreeRows(people = respondents()): ExportRows {
	const options = staffSurvey.questions[2]!.options!;
	const none = smartMetadata.map(() => null);
	const [time, trained, advice, sure, since, more] = wordings as [
		string,
		string,
		string,
		string,
		string,
		string
	];
	return [
		[...smartMetadata, time, trained, advice, null, null, null, sure, since, more],
		[...none, null, null, ...options, null, null, null],
		[...none, 'Response', 'Response', null, null, null, null, 'Response', 'Response', 'Response'],
		...people.map((each) => [
			...smartRow(each),
			each.time,
			each.trained,
			...options.map((option) => (chosen(each).includes(option) ? option : '')),
			each.sure,
			dayFirst(each.since),
			each.more
		])
	];
}

/** SmartSurvey’s other layout: `Q_<id>_<text>`. */
export function smartSurveyCodedRows(people = respondents()): ExportRows {
	return [
		['UserID', 'UserNo', ...wordings.map((wording, at) => `Q_${4100 + at}_${wording.replaceAll(' ', '_')}`)],
		...people.map((each) => [...smartRow(each).slice(0, 2), ...smartAnswers(each)])
	];
}

const monkeyMetadata = [
	...['Respondent ID', 'Collector ID', 'Start Date', 'End Date', 'IP Address', 'Email Address'],
	...['First Name', 'Last Name', 'Custom Data 1']
];

/** SurveyMonkey: two header rows, and a column for each choice and for what was written beside them. */
export function surveyMonkeyRows(people = respondents()): ExportRows {
	const options = staffSurvey.questions[2]!.options!.slice(0, 3);
	const [time, trained, advice, sure, since, more] = wordings as [
		string,
		string,
		string,
		string,
		string,
		string
	];
	return [
		[...monkeyMetadata, time, trained, advice, null, null, null, sure, since, more],
		[
			...monkeyMetadata.map(() => null),
			...['Response', 'Response', ...options, 'Other (please specify)', 'Response', 'Response'],
			'Open-Ended Response'
		],
		...people.map((each) => [
			String(11_840_000_000 + each.number),
			'400112233',
			'03/03/2025 09:00:00',
			'03/03/2025 09:05:00',
			`192.0.2.${each.number}`,
			each.email,
			each.name.split(' ')[0]!,
			each.name.split(' ')[1]!,
			null,
			each.time,
			each.trained,
			...options.map((option) => (each.advice.includes(option) ? option : '')),
			each.other,
			each.sure,
			dayFirst(each.since),
			each.more
		])
	];
}

/** A file of answers of our own: references and codes. */
export function answersFileRows(people = respondents()): ExportRows {
	return [
		['reference', 'locality', ...staffSurvey.questions.map(({ code }) => code)],
		...people.map((each) => [
			`S${String(each.number).padStart(3, '0')}`,
			each.number % 2 === 0 ? 'Glen' : 'Firth',
			each.time,
			each.trained,
			chosen(each).join('; '),
			each.sure,
			each.since,
			each.more
		])
	];
}

/** Every layout, by a name for the title of a test. */
export const exportLayouts: Record<string, () => ExportRows> = {
	'Microsoft Forms': () => microsoftFormsRows(),
	'Microsoft Forms, a quiz': () => formsQuizRows(),
	SmartSurvey: () => smartSurveyRows(),
	'SmartSurvey with two further header rows': () => smartSurveyThreeRows(),
	'SmartSurvey with coded names': () => smartSurveyCodedRows(),
	SurveyMonkey: () => surveyMonkeyRows(),
	'an answers file': () => answersFileRows()
};

export type CsvOptions = {
	separator?: ',' | ';' | '\t';
	encoding?: 'utf-8' | 'utf-8-marked' | 'utf-16le' | 'utf-16be' | 'windows-1252';
};

/** The rows as a CSV file; UTF-16 has its mark. */
export function asCsv(
	rows: ExportRows,
	{ separator = ',', encoding = 'utf-8-marked' }: CsvOptions = {}
): Buffer {
	const lines = rows.map((row) => row.map((cell) => quoted(written(cell), separator)).join(separator));
	const text = `${lines.join('\r\n')}\r\n`;
	if (encoding === 'utf-8') return Buffer.from(text);
	if (encoding === 'utf-8-marked') return Buffer.from(`\ufeff${text}`);
	return iconv.encode(text, encoding, { addBOM: encoding !== 'windows-1252' });
}

function written(cell: ExportCell): string {
	if (cell instanceof Date) {
		const [day, time] = cell.toISOString().split('T') as [string, string];
		return time.startsWith('00:00') ? dayFirst(day) : `${dayFirst(day)} ${time.slice(0, 8)}`;
	}
	return cell === null ? '' : String(cell);
}

function quoted(cell: string, separator: string): string {
	return /["\n\r]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The rows as the only sheet of a workbook. */
export function asWorkbook(rows: ExportRows, sheet = 'Sheet1'): Promise<Buffer> {
	return writeWorkbook(
		rows.map((row) => row.map((cell) => workbookCell(cell))),
		{ sheet }
	).toBuffer();
}

function workbookCell(cell: ExportCell) {
	if (cell === null || cell === '') return null;
	if (cell instanceof Date) return { value: cell, type: Date, format: 'dd/mm/yyyy hh:mm' };
	if (typeof cell === 'number') return { value: cell, type: Number };
	if (typeof cell === 'boolean') return { value: cell, type: Boolean };
	return { value: cell, type: String };
}
