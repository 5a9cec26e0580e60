import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { dryRun, nothingKnown, readRecords } from '#lib/evidence/imports/dry-run.ts';
import { mappingOf, noDecisions } from '#lib/evidence/imports/mapping-of.ts';
import { understandTable } from '#lib/evidence/imports/understand-table.ts';
import { readAnswersFile } from '#lib/evidence/answers-file.ts';
import {
	answersFileRows,
	asCsv,
	asWorkbook,
	exportLayouts,
	staffSurvey,
	type ExportRows
} from '../../../../tests/support/exports.ts';
import { readTable } from './read-table.ts';

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** What was answered, whatever the references: the position, code and text of each answer of each person. */
const expected = readAnswersFile(asCsv(answersFileRows(), { encoding: 'utf-8' }).toString(), staffSurvey);
const expectedAnswers = expected.records.map(({ answers }) =>
	staffSurvey.questions.flatMap(({ code }, question) => {
		const answer = answers.get(code);
		return answer ? [{ question, ...answer }] : [];
	})
);

function taken(bytes: Buffer, name: string) {
	const table = readTable(bytes, name);
	const understanding = understandTable(table, staffSurvey);
	const mapping = mappingOf(understanding, noDecisions, true);
	const steps = readRecords(table, staffSurvey, mapping, nothingKnown, digestOf);
	const records = [];
	let step = steps.next();
	for (; !step.done; step = steps.next()) records.push(step.value);
	return { understanding, mapping, records, found: step.value, table };
}

const ways: [string, (rows: ExportRows) => Promise<Buffer> | Buffer, string][] = [
	['CSV in UTF-8 with a mark', (rows) => asCsv(rows), 'export.csv'],
	['CSV in UTF-8 without a mark', (rows) => asCsv(rows, { encoding: 'utf-8' }), 'export.csv'],
	[
		'CSV in windows-1252 with semicolons',
		(rows) => asCsv(rows, { encoding: 'windows-1252', separator: ';' }),
		'export.csv'
	],
	['CSV in UTF-16 with tabs', (rows) => asCsv(rows, { encoding: 'utf-16le', separator: '\t' }), 'export.txt'],
	['a workbook', (rows) => asWorkbook(rows), 'export.xlsx']
];

describe.each(Object.entries(exportLayouts))('%s', (_layout, rows) => {
	test.each(ways)('as %s is read into the answers that were given', async (_, write, name) => {
		const { records, found, understanding } = taken(await write(rows()), name);
		expect(found.problems).toEqual([]);
		expect(understanding.missing).toEqual([]);
		// What was written beside the choices is kept where the tool gives it.
		const withoutText = (answers: { question: number; code: number; text?: string }[]) =>
			answers.map(({ question, code, text }) =>
				question === 2 ? { question, code } : { question, code, text }
			);
		expect(records.map(({ answers }) => withoutText(answers))).toEqual(expectedAnswers.map(withoutText));
	});

	test('needs nobody to map it', () => {
		const { understanding } = taken(asCsv(rows()), 'export.csv');
		expect(understanding.columns.filter(({ certainty }) => certainty !== 'exact')).toEqual([]);
		expect(understanding.isSettled).toBe(true);
	});

	test('holds nobody’s name or address once it was read', () => {
		const { records, found } = taken(asCsv(rows()), 'export.csv');
		const kept = JSON.stringify([records, found]);
		expect(kept).not.toMatch(/Person|Number\d|glen\.example|192\.0\.2/);
		expect(
			dryRun(
				readTable(asCsv(rows()), 'a.csv'),
				staffSurvey,
				taken(asCsv(rows()), 'a.csv').mapping,
				nothingKnown,
				digestOf
			)
		).toEqual(found);
	});
});
