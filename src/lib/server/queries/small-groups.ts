/** Which strata of a survey are too small to be shown, found from the answers as they are now. */
import type { Instrument } from '#lib/evidence/instrument.ts';
import {
	hideSmallGroups,
	protectsSmallGroups,
	type Atom,
	type HiddenGroups
} from '#lib/measures/small-groups.ts';
import type { Database } from '../db/open.ts';
import { countAtoms, listAtoms, listStrataColumns } from './answers.ts';
import { findDocument } from './documents.ts';
import type { SourceSummary } from './sources.ts';

/** Null for a source of a kind whose strata are all shown. */
export function findHiddenGroups(db: Database, source: SourceSummary): HiddenGroups | null {
	if (source.instrument === null || !protectsSmallGroups(source.kind)) return null;
	const { questions }: Instrument = findDocument(db, 'instrument', source.instrument);
	const columns = listStrataColumns(db, source.key);
	const bare = listAtoms(db, source.key, columns).atoms.map(({ strata, records }) => ({
		strata,
		records,
		answered: [],
		inBase: []
	}));
	const { everywhere } = hideSmallGroups(columns, bare);
	let ofQuestions: HiddenGroups['questions'] | undefined;
	return {
		everywhere,
		// Millions of answers are counted only for a page that shows strata.
		get questions() {
			return (ofQuestions ??= hideSmallGroups(
				columns,
				answeredAtoms(db, source.key, columns, questions)
			).questions);
		}
	};
}

function answeredAtoms(
	db: Database,
	key: number,
	columns: readonly string[],
	questions: Instrument['questions']
): Atom[] {
	return countAtoms(db, key, columns).map(({ strata, records, questions: counts }) => ({
		strata,
		records,
		answered: questions.map((_, position) => counts.get(position)?.answered ?? 0),
		inBase: questions.map(({ asksAboutRecording }, position) => {
			const { answered, notApplicable, notRecorded } = counts.get(position) ?? none;
			return answered - notApplicable - (asksAboutRecording ? 0 : notRecorded);
		})
	}));
}

const none = { answered: 0, notApplicable: 0, notRecorded: 0 };
