/** Looks through every text of a bundle for identifiers of people, before any of it is stored. */
import { findIdentifiers, identifierNames } from '#lib/evidence/identifiers.ts';
import type { Bundle } from '#lib/reports/bundle.ts';

/** Where the texts of a bundle look as if they named a person. What was found is not repeated. */
export function checkIdentifiers({ sources, findings, narratives, recommendations }: Bundle): string[] {
	const texts: [place: string, text: string][] = [
		...sources.flatMap(({ id, passages, records }) => [
			...passages.map((passage): [string, string] => [`${id}, passage ${passage.id}`, passage.text]),
			...records.flatMap(({ reference, strata, answers }, index) => [
				...[reference, ...Object.values(strata), ...Object.values(answers)].map((text): [string, string] => [
					`${id}, records.${index}`,
					text
				])
			])
		]),
		...findings.map(({ id, text, reason }): [string, string] => [`finding ${id}`, `${text} ${reason ?? ''}`]),
		...narratives.map(({ element, paragraphs }): [string, string] => [
			`narrative of ${element}`,
			paragraphs.join('\n')
		]),
		...recommendations.map(({ number, text }): [string, string] => [`recommendation ${number}`, text])
	];
	return texts.flatMap(([place, text]) =>
		findIdentifiers(text).map(
			({ kind }) => `${place}: this looks like ${identifierNames[kind]}; take it out before it is stored`
		)
	);
}
