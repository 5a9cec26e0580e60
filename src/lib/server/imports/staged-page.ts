/** What the page of a file that was sent shows, from its line in the database and what waits of it in its folder. */
import type { Instrument } from '#lib/evidence/instrument.ts';
import { describeProblem } from '#lib/evidence/answers-file.ts';
import { deriveMappingForm, useWords, type MappingForm } from '#lib/pages/mapping-form.ts';
import { formatWords, progressWords } from '#lib/pages/import-words.ts';
import { dayAndTime } from '#lib/pages/times.ts';
import { notThere } from '../commands/change.ts';
import type { StagedProblem } from '../commands/keep-staged.ts';
import type { Database } from '../db/open.ts';
import { findBatchOfFile } from '../queries/batches.ts';
import { findDocument } from '../queries/documents.ts';
import { findSource } from '../queries/sources.ts';
import { findStaged } from '../queries/staged-imports.ts';
import { hasStaged, readStaged } from './staged-folder.ts';
import { progressOf, type Place } from './staged-work.ts';
import type { StagedDryRun, StagedUnderstanding } from './staged-view.ts';

/** Understood of the table as far as every step shows it. */
export type TableFacts = {
	format: string | null;
	sheet: string | null;
	otherSheets: string[];
	rows: number;
	/** What stands in the way, in sentences. */
	problems: string[];
};

export type DryRunShown = {
	rows: number;
	blankRows: number;
	unanswered: number;
	records: number;
	answers: number;
	duplicates: { count: number; first: { row: number; reference: string }[] };
	dropped: { column: string; values: number }[];
	leftOut: string[];
	missing: string[];
	columns: { heading: string; use: string }[];
	words: { question: string; wording: string; words: { found: string; count: number; answer: string }[] }[];
	/** The first of them in the order of the file, each a sentence that names row and column. */
	problems: string[];
	problemCount: number;
	/** How many of them may be false alarms. */
	identifierCount: number;
	mismatch: string | null;
	/** Whether it can be taken in as it is, or once somebody has looked at what may name people. */
	ready: boolean;
};

type Common = {
	source: { id: string; title: string; unit: Instrument['unit'] };
	file: { name: string; sent: string; by: string | null; expires: string };
	/** Why an earlier step ended, where it did not go well. */
	problem: StagedProblem | null;
	/** The batch that the same file is already. */
	same: { id: string; name: string } | null;
};

export type StagedPage = Common &
	(
		| { step: 'under-way'; words: string; share: number | null }
		| { step: 'refused' }
		| { step: 'no-instrument'; canMake: boolean }
		| { step: 'mapping'; table: TableFacts; form: MappingForm }
		| { step: 'dry-run'; table: TableFacts; run: DryRunShown }
		| { step: 'done'; batch: string }
	);

/** Throws a Problem not-found. */
export function loadStagedPage(
	db: Database,
	{ folder, review, source: id }: Place,
	staged: string
): StagedPage {
	const source = findSource(db, review, id);
	const row = findStaged(db, source.key, staged);
	if (!row) throw notThere();
	const instrument = source.instrument === null ? null : findDocument(db, 'instrument', source.instrument);
	const same = row.fileDigest === null ? null : findBatchOfFile(db, source.key, row.fileDigest);
	const common: Common = {
		source: {
			id: source.id,
			title: source.title,
			unit: instrument?.unit ?? { one: 'response', many: 'responses' }
		},
		file: {
			name: row.fileName,
			sent: dayAndTime(row.startedAt),
			by: row.by,
			expires: dayAndTime(row.expiresAt)
		},
		problem: row.problem,
		same: same && { id: same.id, name: same.name }
	};
	if (row.state === 'done') return { ...common, step: 'done', batch: row.batch ?? '' };
	if (row.state === 'refused') return { ...common, step: 'refused' };
	if (row.state !== 'waiting') {
		const progress = progressOf(staged);
		const share = progress?.share ?? null;
		return { ...common, step: 'under-way', words: progressWords(row.state, progress), share };
	}
	const understood = readStaged<StagedUnderstanding>(folder, staged, 'understood');
	if (!instrument || !understood)
		return {
			...common,
			step: 'no-instrument',
			canMake: instrument === null && hasStaged(folder, staged, 'instrument')
		};
	const table: TableFacts = {
		format: formatWords(understood.format),
		sheet: understood.sheet,
		otherSheets: understood.otherSheets,
		rows: understood.rows,
		problems: understood.problems.map(describeProblem)
	};
	const run = readStaged<StagedDryRun>(folder, staged, 'dry-run');
	if (!run) return { ...common, step: 'mapping', table, form: deriveMappingForm(understood, instrument) };
	return { ...common, step: 'dry-run', table, run: shownRun(run, understood, instrument) };
}

function shownRun(run: StagedDryRun, { columns }: StagedUnderstanding, instrument: Instrument): DryRunShown {
	const { problems, problemCount, identifierCount, mismatch, records } = run;
	return {
		...run,
		columns: columns.map(({ heading, use }) => ({
			heading,
			use: use ? useWords(use, instrument) : 'Left out'
		})),
		words: run.words.map(({ question, words }) => ({
			question,
			wording: instrument.questions.find(({ code }) => code === question)?.wording ?? question,
			words: words.map(({ found, count, answer }) => ({
				found,
				count,
				answer: answer === null ? 'no answer here' : answer === '' ? 'left blank' : answer
			}))
		})),
		problems: problems.map(describeProblem),
		ready: problemCount === identifierCount && records > 0 && mismatch === null
	};
}
