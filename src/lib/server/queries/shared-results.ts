/**
 * The results of a review that can be compared with those of others, kind by kind: each a value of one cell. What is
 * shared of a world is those of every review that a consent stands for, within a period.
 */
import { createHash } from 'node:crypto';
import type { Cell } from '#lib/benchmark/cell.ts';
import type { SharedResult } from '#lib/benchmark/make-release.ts';
import type { ResultKind } from '#lib/benchmark/result-kinds.ts';
import type { Value } from '#lib/benchmark/value.ts';
import type { Instrument, Question } from '#lib/evidence/instrument.ts';
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import { crosswalkLinks, elementsOfKind, findFramework, pathToTop } from '#lib/frameworks/lookup.ts';
import { referenceOf } from '#lib/frameworks/source.ts';
import { smallestShown } from '#lib/measures/small-groups.ts';
import { hasShare, tallyAnswers } from '#lib/measures/tally.ts';
import type { Database } from '../db/open.ts';
import { countAnswers } from './answers.ts';
import { listEvaluations, listRecommendations } from './conclusions.ts';
import { listStandingConsents, type StandingConsent } from './consents.ts';
import { findDocument, listDocuments } from './documents.ts';
import { shippedInstruments } from './library.ts';
import { findPlace } from './partnerships.ts';
import { listReadiness } from './readiness.ts';
import { findReview, type ReviewWithPartnership } from './reviews.ts';
import { listAskedSources, type AskedSource } from './asked-sources.ts';
import type { World } from './world.ts';

export type Result = { cell: Cell; value: Value };

/** Days in which the period of a review must end, YYYY-MM-DD, both included. */
export type Period = { from: string; to: string };

/** The consents of a world whose reviews belong to a period, of partnerships that are of that world. */
export function listConsentsWithin(db: Database, world: World, { from, to }: Period): StandingConsent[] {
	return listStandingConsents(db, world).filter(
		(each) =>
			each.to >= from && each.to <= to && findPlace(db, each.partnership)?.example === (world === 'example')
	);
}

/** Yields after each consent what it shares; how many consents there are is told by `listConsentsWithin`. */
export function* gatherShared(
	db: Database,
	consents: readonly StandingConsent[]
): Generator<SharedResult[], void> {
	for (const { review, kind, named, partnership, to } of consents) {
		const { code, family } = findPlace(db, partnership)!;
		const whose = { partnership: code, review, family, named, reviewTo: to };
		yield resultsOf(db, review, kind).map((result) => ({ ...whose, ...result }));
	}
}

/** What of a kind a review has to share. Throws a not-found Problem for a review that is not there. */
export function resultsOf(db: Database, reviewId: string, kind: ResultKind): Result[] {
	const review = findReview(db, reviewId);
	switch (kind) {
		case 'readiness':
			return readinessOf(db, review);
		case 'measures':
			return measuresOf(db, review);
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

/** The shares of the questions of instruments that come with Cairn: every partnership asks them alike. */
function measuresOf(db: Database, review: ReviewWithPartnership): Result[] {
	const shipped = new Set(shippedInstruments());
	const asked = listAskedSources(db, review.id).filter(({ instrument }) => shipped.has(instrument));
	return [...Map.groupBy(asked, ({ instrument }) => instrument)].flatMap(([reference, sources]) =>
		measuresFrom(db, findDocument(db, 'instrument', reference), sources)
	);
}

function measuresFrom(db: Database, instrument: Instrument, sources: readonly AskedSource[]): Result[] {
	const counted = sources.map((source) => ({ ...source, counts: countAnswers(db, source.key) }));
	const sampled = sources.every(({ design }) => drawnDesigns.includes(design));
	return instrument.questions.flatMap((question, position): Result[] => {
		if (!hasShare(question)) return [];
		const tallies = counted.map(({ counts, records }) =>
			tallyAnswers(question, counts.get(position) ?? new Map<number, number>(), records)
		);
		const value = {
			positive: tallies.reduce((sum, { positive }) => sum + positive, 0),
			base: tallies.reduce((sum, { base }) => sum + base, 0)
		};
		// Of so few people or files nothing is said, here as anywhere.
		if (value.base < smallestShown) return [];
		return [{ cell: questionCell(instrument, question, sampled), value }];
	});
}

const drawnDesigns: readonly AskedSource['design'][] = ['random', 'stratified', 'census'];

function questionCell(instrument: Instrument, question: Question, sampled: boolean): Cell {
	return {
		id: `question:${instrument.id}/${question.code}`,
		kind: 'measures',
		version: `${referenceOf(instrument)} ${digestOf(question)}`,
		code: question.code,
		instrument: instrument.id,
		title: question.label ?? question.wording,
		wording: question.wording,
		message: question.message ?? '',
		elements: [...question.elements],
		sampled,
		steps: null
	};
}

/** Of what makes two questions the same one. */
function digestOf({ code, wording, type, positive, asksAboutRecording }: Question): string {
	const same = JSON.stringify([code, wording, type, positive, asksAboutRecording]);
	return createHash('sha256').update(same).digest('hex').slice(0, 16);
}
