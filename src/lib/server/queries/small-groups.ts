/** Which strata of a survey are too small to be shown, found from the answers as they are now. */
import type { Instrument } from '#lib/evidence/instrument.ts';
import { hideSmallGroups, protectsSmallGroups, type HiddenGroups } from '#lib/measures/small-groups.ts';
import type { Database } from '../db/open.ts';
import { countAtoms, listStrataColumns } from './answers.ts';
import { findDocument } from './documents.ts';
import type { SourceSummary } from './sources.ts';

/** Null for a source of a kind whose strata are all shown. */
export function findHiddenGroups(db: Database, source: SourceSummary): HiddenGroups | null {
	if (source.instrument === null || !protectsSmallGroups(source.kind)) return null;
	const { questions }: Instrument = findDocument(db, 'instrument', source.instrument);
	const columns = listStrataColumns(db, source.key);
	const atoms = countAtoms(db, source.key, columns).map(({ strata, records, questions: counts }) => ({
		strata,
		records,
		answered: questions.map((_, position) => counts.get(position)?.answered ?? 0),
		inBase: questions.map(({ asksAboutRecording }, position) => {
			const { answered, notApplicable, notRecorded } = counts.get(position) ?? none;
			return answered - notApplicable - (asksAboutRecording ? 0 : notRecorded);
		})
	}));
	return hideSmallGroups(columns, atoms);
}

const none = { answered: 0, notApplicable: 0, notRecorded: 0 };
