/** Looks through every text of a bundle for identifiers of people, before any of it is stored. */
import { findIdentifiers, identifierNames } from '#lib/evidence/identifiers.ts';
import type { Instrument } from '#lib/evidence/instrument.ts';
import type { Source } from '#lib/evidence/source.ts';
import type { Bundle } from '#lib/reports/bundle.ts';

/** Where a text stands, and the text. */
type Placed = [place: string, text: string];

/** Something in a bundle that may name somebody: where, what it looks like, and the words. */
export type PlacedFind = { place: string; kind: string; words: string };

/** Where the texts of a bundle look as if they named a person. What was found is not repeated. */
export function checkIdentifiers(bundle: Bundle): string[] {
	return identifiersOf(bundle).map(
		({ place, kind }) => `${place}: this looks like ${kind}; take it out before it is stored`
	);
}

/** All that may name somebody in the texts of a bundle, in their order. */
export function identifiersOf(bundle: Bundle): PlacedFind[] {
	const { review, instruments, sources, involvement, findings, evaluations, narratives } = bundle;
	const texts: Placed[] = [
		['review', joined([review.title, ...review.about, review.standing, review.notice, review.carriedFrom])],
		...instruments.flatMap(textsOfInstrument),
		...sources.flatMap(textsOfSource),
		...involvement.map(({ id, how, changed }): Placed => [`involvement ${id}`, joined([how, changed])]),
		...findings.map(({ id, heading, text, reason }): Placed => [
			`finding ${id}`,
			joined([heading, text, reason])
		]),
		...evaluations.map(({ element, reason }): Placed => [`evaluation of ${element}`, reason]),
		...narratives.map(({ element, paragraphs }): Placed => [`narrative of ${element}`, joined(paragraphs)]),
		...bundle.recommendations.map(({ number, text }): Placed => [`recommendation ${number}`, text]),
		...bundle.readiness.map(({ element, words, statement, whatNow }): Placed => [
			`readiness of ${element}`,
			joined([words, statement, whatNow])
		]),
		...bundle.actions.map(({ id, title, text, owner, measure, evidence, carriedFrom, tests }): Placed => [
			`action ${id}`,
			joined([
				...[title, text, owner, measure, evidence, carriedFrom],
				...tests.flatMap((test) => [test.plan, test.do, test.study, test.act])
			])
		]),
		...(bundle.selfChecks ?? []).map(({ checklist, answers, words }): Placed => [
			`self-check ${checklist}`,
			joined([words, ...answers.map(({ note }) => note)])
		])
	];
	return texts.flatMap(([place, text]) =>
		findIdentifiers(text).map(({ kind, found }) => ({ place, kind: identifierNames[kind], words: found }))
	);
}

const joined = (texts: readonly (string | null | undefined)[]) => texts.filter(Boolean).join('\n');

function textsOfInstrument({ id, title, questions }: Instrument): Placed[] {
	return [
		[`instrument ${id}`, title],
		...questions.map(({ code, wording, label, message, help, group, options, scale }): Placed => [
			`instrument ${id}, question ${code}`,
			joined([wording, label, message, help, group, ...(options ?? []), scale?.fromLabel, scale?.toLabel])
		])
	];
}

function textsOfSource(source: Source): Placed[] {
	const { id, title, heardFrom, sample, note, heard, notes, passages, figures, records } = source;
	return [
		[id, joined([title, heardFrom, sample.howDrawn, note])],
		...heard.map(({ group }): Placed => [`${id}, heard`, group]),
		...notes.map((each): Placed => [`${id}, note ${each.id}`, joined([each.title, each.text])]),
		...passages.map((each): Placed => [`${id}, passage ${each.id}`, joined([each.text, each.saidBy])]),
		...figures.map(({ id: figure, table, ...rest }): Placed => [
			`${id}, figure ${figure}`,
			joined([
				...[rest.title, rest.unit, rest.period, rest.origin],
				...table.columns,
				...table.rows.map(({ label }) => label)
			])
		]),
		...records.flatMap(({ reference, strata, answers }, index) =>
			[reference, ...Object.entries(strata).flat(), ...Object.values(answers)].map((text): Placed => [
				`${id}, records.${index}`,
				text
			])
		)
	];
}
