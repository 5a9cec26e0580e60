/** Begins a version of an instrument for one source: from the library, from a file, or empty. */
import { ZodError } from 'zod';
import { beginDraft, ownId } from '#lib/evidence/instrument-draft.ts';
import { parseInstrument, type Instrument } from '#lib/evidence/instrument.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { instrumentDrafts } from '../db/schema/documents.ts';
import { issueSentences } from '../issue-words.ts';
import { jsonOf } from '../json-text.ts';
import { FormProblem, Problem } from '../problems.ts';
import { findDraft, whyFixed } from '../queries/instrument-editor.ts';
import { findChoosable } from '../queries/instrument-library.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findReview } from '../queries/reviews.ts';
import { findSourceRow } from '../queries/source-editor.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { refuseIdentifiers } from './refuse-identifiers.ts';

export type BeginAsked = {
	review: string;
	source: string;
	/** id@edition of the library; the text of a JSON file; or nothing, for one that begins empty. */
	from: { reference: string } | { file: string } | null;
	/** What looks like an identifier in the file and was confirmed as naming nobody. */
	confirmed?: readonly string[];
};

/** Questions. */
const most = 300;

/**
 * Throws a Problem: not-found for what is not there, what the actor may not arrange, and a review that is closed;
 * source-has-answers; form-invalid for what is not in the library, what is no JSON and what may name somebody;
 * instrument-invalid with every fault of a file as a detail; changed-meanwhile where there is one in the making.
 */
export function beginInstrument(db: Database, by: By, { review, source, from, confirmed }: BeginAsked): void {
	const of = () => findReviewResource(db, review);
	change(db, by, { action: 'arrange-evidence', of }, (note) => {
		const { row } = findSourceRow(db, review, source);
		const fixed = whyFixed(db, row);
		if (fixed) throw new Problem('source-has-answers', fixed);
		if (findDraft(db, row.id))
			throw new Problem(
				'changed-meanwhile',
				'There is a version in the making already. Go on with it, or give it up.'
			);
		const base =
			from && ('file' in from ? fromFile(from.file, confirmed) : fromLibrary(db, review, from.reference));
		const id = ownId(base?.id ?? row.slug, review);
		const names = { id, title: row.title, frameworks: findReview(db, review).frameworks };
		const stamp = { by: authorOf(by.actor), at: by.at };
		const basedOn = from && 'reference' in from ? from.reference : null;
		db.insert(instrumentDrafts)
			.values({
				sourceId: row.id,
				basedOn,
				draft: beginDraft(base, names, stamp),
				changedBy: stamp.by,
				changedAt: by.at
			})
			.run();
		const facts = { basedOn, questions: base?.questions.length ?? 0 };
		note({ verb: 'instrument-begun', review, subject: source, facts });
	});
}

function fromLibrary(db: Database, review: string, reference: string): Instrument {
	const found = findChoosable(db, review, reference);
	if (!found) throw new FormProblem({ from: 'Choose an instrument from the list.' });
	return found;
}

function fromFile(text: string, confirmed: readonly string[] = []): Instrument {
	const instrument = parsed(text);
	if (instrument.questions.length > most)
		throw new FormProblem({
			file: `It has ${instrument.questions.length} questions; ${most} are taken at most.`
		});
	refuseIdentifiers({ file: textsIn(instrument).join('\n') }, confirmed);
	return instrument;
}

function parsed(text: string): Instrument {
	let json: unknown;
	try {
		json = jsonOf(text);
	} catch {
		throw new FormProblem({ file: 'This is not a JSON file.' });
	}
	try {
		return parseInstrument(json);
	} catch (error) {
		if (!(error instanceof ZodError)) throw error;
		const faults = issueSentences(error, json).slice(0, 50);
		throw new Problem('instrument-invalid', 'The file is not an instrument. Nothing was kept.', faults);
	}
}

/** Everything in it that somebody wrote. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsIn);
}
