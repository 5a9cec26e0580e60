/** What of the kept documents the reviews of the example world are made with. */
import { elementsOfKind } from '#lib/frameworks/lookup.ts';
import type { ExampleGrounds } from '../../../../fixtures/example-world/reviews.ts';
import type { Database } from '../db/open.ts';
import { findDocument } from './documents.ts';

/** Throws a not-found Problem where the shipped documents are not loaded. */
export function loadExampleGrounds(db: Database): ExampleGrounds {
	const standards = findDocument(db, 'framework', 'sds-standards@2021');
	const { links } = findDocument(db, 'crosswalk', 'themes-standards');
	return {
		components: elementsOfKind(standards, 'core-component')
			.filter(({ status }) => status !== 'in-development')
			.map(({ code }) => code),
		themes: new Map(
			[...Map.groupBy(links, ({ from }) => from)].map(([theme, found]) => [
				theme,
				found.flatMap(({ to }) => to ?? [])
			])
		),
		caseFile: findDocument(db, 'instrument', 'case-file-assessed@1'),
		staffSurvey: findDocument(db, 'instrument', 'staff-survey@1')
	};
}
