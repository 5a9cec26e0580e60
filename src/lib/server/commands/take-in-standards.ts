/** What was chosen of what a file says of standards as a whole: looked through here, and written within the change that takes it in. */
import type { NarrativeDocument } from '#lib/judgement/narrative-document.ts';
import { writeNotation } from '#lib/judgement/narrative-notation.ts';
import { plainParagraphs } from '#lib/judgement/narrative-text.ts';
import { readNarrative } from '#lib/judgement/read-narrative.ts';
import { filedParts, type FiledPart } from '#lib/judgement/round-trip-standards.ts';
import { textOfParagraphs } from '#lib/judgement/written-text.ts';
import type { NamesSomebody } from '#lib/pages/save-answer.ts';
import type { Database } from '../db/open.ts';
import { FormProblem } from '../problems.ts';
import { findNarrative, findNarrativeRow } from '../queries/narratives.ts';
import { findStandard } from '../queries/readiness.ts';
import { identifiersIn } from './refuse-identifiers.ts';

/** What was chosen of one standard: texts in the notation, each with the version of the review when it was chosen. */
export type ChosenStandard = {
	code: string;
	parts: Partial<Record<FiledPart, { text: string; version: number }>>;
};

export type CheckedPart = {
	element: string;
	part: FiledPart;
	/** Null to empty it. */
	document: NarrativeDocument | null;
	/** The version that stands, and whether it is still the one that was looked at. */
	kept: number;
	isChanged: boolean;
	/** What may name somebody, by the fields of the page on which it is chosen. */
	found: NamesSomebody[];
};

/**
 * Those that say something else than what stands there. Throws a Problem: not-found for a standard that the review has
 * not; form-invalid for a text that is too long.
 */
export function checkedParts(db: Database, review: string, chosen: readonly ChosenStandard[]): CheckedPart[] {
	return chosen.flatMap(({ code, parts }) => {
		findStandard(db, review, code);
		return filedParts.flatMap(({ name: part, label }): CheckedPart[] => {
			const asked = parts[part];
			if (!asked) return [];
			const field = `take-${code}-${part}`;
			const read = readNarrative(asked.text);
			if ('fault' in read) throw new FormProblem({ [field]: `Standard ${code}, “${label}”: ${read.fault}` });
			const { document } = read;
			const place = { review, element: code, part };
			const { texts, version: kept } = findNarrative(db, place);
			if ((document ? writeNotation(document) : '') === texts.text) return [];
			// A sign of the notation may stand within a number or a name: the words alone are looked through.
			const found = identifiersIn(
				{ [field]: textOfParagraphs(document ? plainParagraphs(document) : []) },
				{ [field]: textOfParagraphs(findNarrativeRow(db, place)?.paragraphs ?? []) }
			).map((each) => ({ ...each, kind: `${each.kind} in standard ${code}, “${label}”` }));
			return [{ element: code, part, document, kept, isChanged: asked.version !== kept, found }];
		});
	});
}
