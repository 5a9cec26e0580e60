import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { dryRun, nothingKnown } from '#lib/evidence/imports/dry-run.ts';
import { instrumentFromTable } from '#lib/evidence/imports/instrument-from-table.ts';
import { mappingOf, noDecisions } from '#lib/evidence/imports/mapping-of.ts';
import { mappingSchema } from '#lib/evidence/imports/mapping.ts';
import { understandTable } from '#lib/evidence/imports/understand-table.ts';
import {
	asCsv,
	asWorkbook,
	exportLayouts,
	respondents,
	staffSurvey
} from '../../../../tests/support/exports.ts';
import { times } from '../../../../tests/support/long.ts';
import { handmadeWorkbook, textRow } from '../../../../tests/support/workbook-xml.ts';
import { Problem } from '../problems.ts';
import { readTable } from './read-table.ts';

/** Numbers from 0 to below 1, the same on every run (mulberry32). */
function chance(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

type Mutation = (bytes: Buffer, below: (end: number) => number, other: Buffer) => Buffer;

const inserted = [
	'"',
	',',
	';',
	'\t',
	'\n',
	'\r',
	'\0',
	'""',
	'\ufeff',
	"'=",
	'\u00ff\u00fe',
	'<',
	'&a;',
	'PK\u0003\u0004'
];

const mutations: Mutation[] = [
	(bytes, below) => {
		const flipped = Buffer.from(bytes);
		for (let left = 1 + below(20); left > 0; left -= 1) flipped[below(flipped.length)]! ^= 1 << below(8);
		return flipped;
	},
	(bytes, below) => bytes.subarray(0, below(bytes.length)),
	(bytes, below) => bytes.subarray(below(bytes.length)),
	(bytes, below, other) => {
		const [at, from] = [below(bytes.length), below(other.length)];
		return Buffer.concat([
			bytes.subarray(0, at),
			other.subarray(from, from + below(400)),
			bytes.subarray(at)
		]);
	},
	(bytes, below) => {
		const parts = [];
		let at = 0;
		for (let left = 1 + below(12); left > 0; left -= 1) {
			const next = at + below(bytes.length - at);
			parts.push(bytes.subarray(at, next), Buffer.from(inserted[below(inserted.length)]!, 'latin1'));
			at = next;
		}
		return Buffer.concat([...parts, bytes.subarray(at)]);
	},
	(bytes, below) => {
		const at = below(bytes.length);
		return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + below(60))]);
	},
	// The list at the end of a zip file, and the heads of its entries.
	(bytes, below) => {
		const changed = Buffer.from(bytes);
		const at = Math.max(0, changed.length - 1 - below(900));
		changed[at] = below(256);
		return changed;
	}
];

/** As a workbook whose parts are changed before they are packed, so that the changes come through to what is in it. */
function mutatedParts(below: (end: number) => number): Buffer {
	const pieces = [
		'<row>',
		'</row>',
		'<c r="A9">',
		'</c>',
		'<v>9</v>',
		'<f>1</f>',
		'<t>',
		'"',
		'>',
		'<!--',
		']]>',
		'&#0;',
		'&lt;',
		'r="A0"',
		's="99"',
		't="s"',
		'&#x110000;',
		'_xD800_',
		'<is>',
		'<mergeCell ref="A1:B9"/>'
	];
	let rows =
		textRow(1, 'reference', 'TRAINED', 'MORE') + textRow(2, '1', 'yes', 'x') + textRow(3, '2', 'no', 'y');
	for (let left = below(6); left > 0; left -= 1) {
		const at = below(rows.length);
		rows = rows.slice(0, at) + pieces[below(pieces.length)]! + rows.slice(at + below(8));
	}
	return handmadeWorkbook({ sheets: [{ rows }] });
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** Reads, understands and tries the file, as a page does; says what came of it. */
function outcome(bytes: Buffer, name: string, alsoDraft: boolean): string {
	let table;
	try {
		table = readTable(bytes, name);
	} catch (error) {
		if (error instanceof Problem && error.code === 'table-refused' && error.message.endsWith('.'))
			return 'refused';
		throw error;
	}
	const understanding = understandTable(table, staffSurvey);
	const mapping = mappingSchema.parse(
		understanding.headerRows.length > 0 ? mappingOf(understanding, noDecisions, true) : emptyMapping
	);
	const found = dryRun(table, staffSurvey, mapping, nothingKnown, digestOf);
	const counted = found.records + found.unanswered + found.duplicates.count;
	if (found.problemCount === 0 && counted !== found.rows)
		throw new Error('a row is neither a record nor left out');
	if (found.problems.length > 200) throw new Error('the list of problems is not cut short');
	if (alsoDraft) instrumentFromTable(table, { id: 'from-a-file', title: 'From a file' });
	return found.problemCount === 0 ? 'read' : 'faulty';
}

const emptyMapping = { version: 1, format: 'unknown', sheet: null, headerRows: [1], columns: [] };

test(
	'whatever happened to a file, it is refused in a sentence or understood, and nothing falls over',
	async () => {
		const few = respondents(9);
		const layouts = Object.values(exportLayouts).map((rows) => rows().slice(0, few.length + 3));
		const texts = layouts.flatMap((rows, at) => [
			asCsv(rows),
			asCsv(rows, { encoding: 'windows-1252', separator: at % 2 === 0 ? ';' : '\t' }),
			asCsv(rows, { encoding: at % 2 === 0 ? 'utf-16le' : 'utf-16be' })
		]);
		const workbooks = await Promise.all(layouts.map((rows) => asWorkbook(rows)));
		const files = [
			...texts.map((bytes) => ({ bytes, name: 'a.csv' })),
			...workbooks.map((bytes) => ({ bytes, name: 'a.xlsx' }))
		];
		const next = chance(20_251_122);
		const below = (end: number) => Math.floor(next() * Math.max(1, end));
		const outcomes = new Map<string, number>();
		for (let run = 0; run < times(5_000, 100_000); run += 1) {
			const { bytes, name } = files[below(files.length)]!;
			const mutate = mutations[below(mutations.length)]!;
			const isParts = run % 5 === 0;
			const mutated = isParts ? mutatedParts(below) : mutate(bytes, below, files[below(files.length)]!.bytes);
			const start = performance.now();
			let result: string;
			try {
				result = outcome(mutated, isParts ? 'a.xlsx' : name, run % 4 === 0);
			} catch (error) {
				throw new Error(`In run ${run}: ${mutated.toString('base64').slice(0, 4_000)}`, { cause: error });
			}
			// Nothing as small as this takes long, unless something in it makes it.
			if (performance.now() - start > 5_000)
				throw new Error(`Run ${run} took ${performance.now() - start} ms.`);
			outcomes.set(result, (outcomes.get(result) ?? 0) + 1);
		}
		// The changes reach every stage: some files are refused, some have faults, some are none the worse.
		expect([...outcomes.keys()].sort()).toEqual(['faulty', 'read', 'refused']);
	},
	times(120_000, 3_600_000)
);
