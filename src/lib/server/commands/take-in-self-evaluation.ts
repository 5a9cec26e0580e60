/**
 * Takes in what was chosen of a self-evaluation that came back as a file: all of it or, when one thing cannot be, none.
 * Nothing that somebody has changed since the choice was made is written over.
 */
import { filedFields, type FiledField } from '#lib/judgement/round-trip.ts';
import type { NamesSomebody } from '#lib/pages/save-answer.ts';
import type { Database } from '../db/open.ts';
import { FormProblem, NamesProblem, Problem } from '../problems.ts';
import {
	findComponent,
	findReadiness,
	findReadinessRow,
	isIndependent,
	textsOfReadiness
} from '../queries/readiness.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { checkedReadiness, refuseBeforeAgreed, type ReadinessTexts } from './readiness-texts.ts';
import { identifiersIn } from './refuse-identifiers.ts';
import { checkedParts, type ChosenStandard } from './take-in-standards.ts';
import { writeNarrative } from './write-narrative.ts';
import { writeReadiness } from './write-readiness.ts';

/** What was chosen of one component. */
export type ChosenComponent = {
	code: string;
	/** Of the review when the choice was made. */
	version: number;
	fields: Partial<Record<FiledField, string>>;
};

export type TakeInAsked = {
	review: string;
	chosen: readonly ChosenComponent[];
	/** What was chosen of what is said of standards as a whole. */
	standards?: readonly ChosenStandard[];
	/** What looks like an identifier and was confirmed as naming nobody. */
	confirmed?: readonly string[];
};

export type TakenIn = { components: number; texts: number };

/**
 * Returns how many components, and texts on standards, were written; what stands there already is not written again.
 * Throws a Problem: not-found; changed-meanwhile, with each component or text that somebody changed as a detail;
 * form-invalid for values that a component does not take and for words that may name somebody.
 */
export function takeInSelfEvaluation(db: Database, by: By, asked: TakeInAsked): TakenIn {
	const { review, chosen, standards = [], confirmed = [] } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'write-conclusions', of }, (note) => {
		const checked = chosen.map((each) => ({ ...each, ...checkedComponent(db, review, each) }));
		const fresh = checked.filter(({ before, after }) => !isSame(before, after));
		const changed = fresh.filter(({ version, kept }) => version !== kept);
		const texts = checkedParts(db, review, standards);
		const changedTexts = texts.filter(({ isChanged }) => isChanged);
		if (changed.length + changedTexts.length > 0)
			throw new Problem(
				'changed-meanwhile',
				'Nothing was taken in: somebody changed the review while you were looking at the differences.',
				[
					...changed.map(({ code }) => `Component ${code} has changed. Look at its differences anew.`),
					...changedTexts.map(
						({ element, part }) => `Standard ${element} (${part}) has changed. Look at its differences anew.`
					)
				]
			);
		const foundInComponents = fresh.flatMap(({ code, before, fields }) =>
			namesIn(code, fields, textsOfReadiness(before))
		);
		const found = [...foundInComponents, ...texts.flatMap((text) => text.found)];
		if (found.some(({ words }) => !confirmed.includes(words))) throw new NamesProblem(found);
		for (const { before, after, kept } of fresh)
			writeReadiness(db, by, note, { review, before, after, version: kept + 1 });
		for (const { element, part, document, kept } of texts)
			writeNarrative(db, by, note, { review, element, part, document, version: kept + 1 });
		if (fresh.length > 0) note({ verb: 'readiness-taken-in', review, facts: { components: fresh.length } });
		return { components: fresh.length, texts: texts.length };
	});
}

function checkedComponent(db: Database, review: string, { code, fields }: ChosenComponent) {
	const { component } = findComponent(db, review, code);
	const before = findReadiness(db, review, code);
	const texts = { ...(textsOfReadiness(before) as ReadinessTexts), ...fields };
	try {
		const after = checkedReadiness(before, component, texts);
		if (component.status !== 'in-development' && isIndependent(db, review)) refuseBeforeAgreed(before, after);
		return { before, after, kept: findReadinessRow(db, review, code)?.version ?? 0 };
	} catch (problem) {
		if (!(problem instanceof FormProblem)) throw problem;
		const faults = Object.entries(problem.fields).map(([field, fault]) => [
			`take-${code}-${field}`,
			`Component ${code}: ${fault}`
		]);
		throw new FormProblem(Object.fromEntries(faults));
	}
}

const isSame = (before: object, after: object) => JSON.stringify(before) === JSON.stringify(after);

/** By the fields of the page on which it is chosen. */
function namesIn(
	code: string,
	fields: ChosenComponent['fields'],
	kept: Record<string, string>
): NamesSomebody[] {
	return identifiersIn(fields as Record<string, string>, kept).map((found) => {
		const label = filedFields.find(({ name }) => name === found.field)?.label ?? '';
		return { ...found, field: `take-${code}-${found.field}`, kind: `${found.kind} in ${code}, “${label}”` };
	});
}
