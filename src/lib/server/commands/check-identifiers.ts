/** Looks through every text of a bundle for identifiers of people, before any of it is stored. */
import { findIdentifiers, identifierNames } from '#lib/evidence/identifiers.ts';
import type { Bundle } from '#lib/reports/bundle.ts';

/** Where the texts of a bundle look as if they named a person. What was found is not repeated. */
export function checkIdentifiers({
	sources,
	involvement,
	findings,
	narratives,
	recommendations
}: Bundle): string[] {
	const texts: [place: string, text: string][] = [
		...sources.flatMap(({ id, heard, notes, passages, figures, records }) => [
			...heard.map(({ group }): [string, string] => [`${id}, heard`, group]),
			...notes.map((note): [string, string] => [`${id}, note ${note.id}`, `${note.title}\n${note.text}`]),
			...passages.map((passage): [string, string] => [
				`${id}, passage ${passage.id}`,
				`${passage.text}\n${passage.saidBy ?? ''}`
			]),
			...figures.map(({ id: figure, title, origin, table }): [string, string] => [
				`${id}, figure ${figure}`,
				[title, origin, ...table.columns, ...table.rows.map(({ label }) => label)].join('\n')
			]),
			...records.flatMap(({ reference, strata, answers }, index) => [
				...[reference, ...Object.values(strata), ...Object.values(answers)].map((text): [string, string] => [
					`${id}, records.${index}`,
					text
				])
			])
		]),
		...involvement.map(({ id, how, changed }): [string, string] => [
			`involvement ${id}`,
			`${how}\n${changed ?? ''}`
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
