/** The results of a review that can be compared with those of others, kind by kind: each a value of one cell. */
import type { Cell } from '#lib/benchmark/cell.ts';
import type { ResultKind } from '#lib/benchmark/result-kinds.ts';
import type { Value } from '#lib/benchmark/value.ts';
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import { crosswalkLinks, elementsOfKind, findFramework, pathToTop } from '#lib/frameworks/lookup.ts';
import { referenceOf } from '#lib/frameworks/source.ts';
import type { Database } from '../db/open.ts';
import { listEvaluations, listRecommendations } from './conclusions.ts';
import { findDocument, listDocuments } from './documents.ts';
import { measuresOf } from './measure-results.ts';
import { listReadiness } from './readiness.ts';
import { findReview, type ReviewWithPartnership } from './reviews.ts';

export type Result = { cell: Cell; value: Value };

/** What of a kind a review has to share. Throws a not-found Problem for a review that is not there. */
export function resultsOf(db: Database, reviewId: string, kind: ResultKind): Result[] {
	const review = findReview(db, reviewId);
	switch (kind) {
		case 'readiness':
			return readinessOf(db, review);
		case 'measures':
			return measuresOf(db, review.id);
		case 'evaluations':
			return evaluationsOf(db, review);
		case 'recommendations':
			return recommendationsOf(db, review);
	}
}

/** The stages of its components; what was carried over and not looked at since is not counted. */
function readinessOf(db: Database, review: ReviewWithPartnership): Result[] {
	const framework = frameworkWith(db, review, 'core-component');
	const scale = listDocuments(db, 'readiness').at(-1);
	if (!framework || !scale) return [];
	const stages = new Map(listReadiness(db, review.id).map((each) => [each.element, each]));
	const steps: Cell['steps'] = [scale.howWell[0]!.step, scale.howWell.at(-1)!.step];
	return elementsOfKind(framework, 'core-component').flatMap((component): Result[] => {
		const judged = stages.get(component.code);
		if (!judged || judged.howWell === null || judged.toConfirm) return [];
		const cell = {
			...elementCell('readiness', 'component', component),
			version: `${referenceOf(framework)} ${referenceOf(scale)}`,
			title: component.text,
			elements: [component.code, ...standardAndChanges(db, framework, component)],
			steps
		};
		return [{ cell, value: { step: judged.howWell } }];
	});
}

function standardAndChanges(db: Database, framework: Framework, { code, parent }: Element): string[] {
	const changes = listDocuments(db, 'crosswalk')
		.filter(({ id }) => id === 'components-changes')
		.flatMap((crosswalk) => crosswalkLinks([crosswalk], referenceOf(framework), code))
		.flatMap((seen) => seen.code ?? []);
	return [...new Set([...(parent === null ? [] : [parent]), ...changes])];
}

/** The agreed evaluations of its themes. */
function evaluationsOf(db: Database, review: ReviewWithPartnership): Result[] {
	const framework = frameworkWith(db, review, 'theme');
	if (!framework) return [];
	const scale = findDocument(db, 'evaluation-scale', review.evaluationScale);
	const steps: Cell['steps'] = [scale.steps[0]!.step, scale.steps.at(-1)!.step];
	const agreed = new Map(listEvaluations(db, review.id).map(({ element, step }) => [element, step]));
	return elementsOfKind(framework, 'theme').flatMap((theme): Result[] => {
		const step = agreed.get(theme.code);
		if (step === undefined) return [];
		const version = `${referenceOf(framework)} ${referenceOf(scale)}`;
		return [
			{ cell: { ...elementCell('evaluations', 'evaluation', theme), version, steps }, value: { step } }
		];
	});
}

/** How many recommendations there are on each of its themes; none is a value too. */
function recommendationsOf(db: Database, review: ReviewWithPartnership): Result[] {
	const framework = frameworkWith(db, review, 'theme');
	if (!framework) return [];
	const themes = listRecommendations(db, review.id).map(
		({ element }) => pathToTop(framework, element).find(({ kind }) => kind === 'theme')?.code
	);
	return elementsOfKind(framework, 'theme').map((theme) => ({
		cell: {
			...elementCell('recommendations', 'recommendations', theme),
			version: referenceOf(framework)
		},
		value: { count: themes.filter((code) => code === theme.code).length }
	}));
}

/** The first of the editions of a review that has elements of a kind. */
function frameworkWith(
	db: Database,
	{ frameworks }: ReviewWithPartnership,
	kind: Element['kind']
): Framework | undefined {
	const known = listDocuments(db, 'framework');
	return frameworks
		.flatMap((reference) => findFramework(known, reference) ?? [])
		.find((framework) => elementsOfKind(framework, kind).length > 0);
}

const elementCell = (kind: ResultKind, prefix: string, { code, title }: Element): Omit<Cell, 'version'> => ({
	id: `${prefix}:${code}`,
	kind,
	code,
	instrument: null,
	title,
	wording: '',
	message: '',
	elements: [code],
	sampled: false,
	steps: null
});
