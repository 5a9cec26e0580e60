/**
 * The columns that survey tools add to the questions, by their names as the tools write them, and the names of columns
 * that hold people. What names a person, or may, is dropped; so is what only tells of the filling in.
 */
import type { ColumnUse, TableFormat } from './mapping.ts';
import { lettersOnly } from './heading-words.ts';

type Known = Record<string, ColumnUse>;

const personal: ColumnUse = { role: 'personal' };
const metadata: ColumnUse = { role: 'metadata' };
const all = (use: ColumnUse, names: string[]): Known => Object.fromEntries(names.map((name) => [name, use]));

const microsoftForms: Known = {
	...all({ role: 'reference', prefix: 'MF' }, ['id']),
	...all(metadata, ['start time', 'completion time', 'last modified time', 'language']),
	...all(metadata, ['total points', 'quiz feedback', 'grade posted time']),
	...all(personal, ['email', 'name'])
};

const smartSurvey: Known = {
	...all({ role: 'reference', prefix: 'SS' }, ['user id', 'userid']),
	...all(metadata, ['user number', 'user no', 'userno', 'started', 'ended', 'completed', 'status']),
	...all(metadata, ['language', 'collector', 'tracking link', 'device', 'last page', 'time taken']),
	// Whoever sends the survey may choose the unique ID, and often takes the address or a staff number.
	...all(personal, ['name', 'e mail', 'email', 'ip address', 'ip', 'unique id', 'uniqueid'])
};

const surveyMonkey: Known = {
	...all({ role: 'reference', prefix: 'SM' }, ['respondent id', 'respondentid']),
	...all(metadata, ['collector id', 'collectorid', 'start date', 'end date', 'startdate', 'enddate']),
	...all(metadata, ['date created', 'date modified', 'custom data', 'custom data 1', 'customdata']),
	...all(personal, ['ip address', 'ipaddress', 'email address', 'emailaddress']),
	...all(personal, ['first name', 'firstname', 'last name', 'lastname'])
};

const tools: Partial<Record<TableFormat, Known>> = {
	'microsoft-forms': microsoftForms,
	smartsurvey: smartSurvey,
	surveymonkey: surveyMonkey
};

/** What a column is that the tool itself adds; null for a question or anything else. */
export function toolColumn(format: TableFormat, heading: string): ColumnUse | null {
	const plain = lettersOnly(heading);
	if (format === 'microsoft-forms' && /^(?:points|feedback)\s*[-–]/i.test(heading.trim())) return metadata;
	return tools[format]?.[plain] ?? null;
}

/** Which tool the names of a first row are from. */
export function toolOf(headings: readonly string[]): TableFormat {
	const plain = new Set(headings.map(lettersOnly));
	const has = (...names: string[]) => names.some((name) => plain.has(name));
	if (has('respondent id', 'respondentid') && has('collector id', 'collectorid')) return 'surveymonkey';
	if (has('id') && has('start time') && has('completion time')) return 'microsoft-forms';
	if (
		has('user id', 'userid') &&
		has('started', 'ended', 'unique id', 'uniqueid', 'user number', 'user no', 'userno')
	)
		return 'smartsurvey';
	if (headings.filter((heading) => /^q_\d+_./i.test(heading.trim())).length >= 2) return 'smartsurvey';
	return 'unknown';
}

const personalNames = new Set([
	...['name', 'full name', 'your name', 'first name', 'forename', 'given name', 'middle name', 'known as'],
	...[
		'last name',
		'surname',
		'family name',
		'name of person',
		'respondent name',
		'staff name',
		'worker name'
	],
	...['e mail', 'email', 'mail', 'e mail address', 'email address', 'your email', 'your e mail', 'contact'],
	...[
		'ip',
		'ip address',
		'phone',
		'phone number',
		'telephone',
		'telephone number',
		'mobile',
		'mobile number'
	],
	...[
		'contact number',
		'contact details',
		'address',
		'home address',
		'postcode',
		'post code',
		'date of birth'
	],
	...['dob', 'chi', 'chi number', 'nhs number', 'national insurance number', 'ni number', 'nino', 'username'],
	...['user name', 'recipient email', 'recipient first name', 'recipient last name', 'twitter', 'signature']
]);

/** Whether a column is called as columns are that hold names, addresses or numbers of people. */
export const namesPeople = (heading: string) => personalNames.has(lettersOnly(heading));

const usualMetadata = new Set([
	...['start time', 'completion time', 'end time', 'started', 'ended', 'start date', 'end date', 'timestamp'],
	...[
		'submitted',
		'submitted at',
		'submission date',
		'date submitted',
		'response date',
		'last modified time'
	],
	...['duration', 'time taken', 'duration in seconds', 'progress', 'finished', 'status', 'response status'],
	...['language', 'user language', 'device', 'browser', 'user agent', 'collector id', 'distribution channel']
]);

/** Whether a column is called as tools call when and how an answer came in. */
export const tellsOfFilling = (heading: string) => usualMetadata.has(lettersOnly(heading));

const usualReferences = new Set([
	...['id', 'ref', 'ref no', 'reference number', 'case reference', 'file reference', 'response id'],
	...[
		'response number',
		'respondent',
		'respondent id',
		'respondent number',
		'submission id',
		'row id',
		'no',
		'number'
	]
]);

export const isCalledReference = (heading: string) => usualReferences.has(lettersOnly(heading));
