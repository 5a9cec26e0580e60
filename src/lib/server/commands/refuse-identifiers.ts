/** Turns a form away whose texts may name somebody, until that is taken out or its writer says that it names nobody. */
import { findIdentifiers, identifierNames } from '#lib/evidence/identifiers.ts';
import type { NamesSomebody, Written } from '#lib/pages/save-answer.ts';
import { NamesProblem } from '../problems.ts';

/**
 * Throws a NamesProblem with all that was found. `confirmed`: what its writer has looked at already; `kept`: the texts
 * that stand there, which were looked at when they came in.
 */
export function refuseIdentifiers(
	texts: Written,
	confirmed: readonly string[] = [],
	kept: Written = {}
): void {
	const found = identifiersIn(texts, kept);
	if (found.some(({ words }) => !confirmed.includes(words))) throw new NamesProblem(found);
}

/** As `identifiersIn`, without what its writer has looked at already. */
export function unconfirmedIn(
	written: Written,
	kept: Written,
	confirmed: readonly string[] = []
): NamesSomebody[] {
	return identifiersIn(written, kept).filter(({ words }) => !confirmed.includes(words));
}

/** What may name somebody in a text; what stands in the kept text of the field was looked at when it came in. */
export function identifiersIn(written: Written, kept: Written): NamesSomebody[] {
	return Object.entries(written).flatMap(([field, text]) =>
		findIdentifiers(text)
			.filter(({ found }) => !kept[field]?.includes(found))
			.map(({ kind, found }) => ({ field, kind: identifierNames[kind], words: found }))
	);
}
