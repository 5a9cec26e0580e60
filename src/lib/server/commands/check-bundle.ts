/** What the shape of a bundle cannot say: that everything it names is there, once, and that its answers are answers. */
import { answerCoder } from '#lib/evidence/answer.ts';
import type { Source } from '#lib/evidence/source.ts';
import { plainParagraphs } from '#lib/judgement/narrative-text.ts';
import { sampleMismatch } from '#lib/measures/sample-mismatch.ts';
import type { Bundle } from '#lib/reports/bundle.ts';
import type { Database } from '../db/open.ts';
import { Problem } from '../problems.ts';
import { findDocument, listDocuments } from '../queries/documents.ts';
import { findPlace } from '../queries/partnerships.ts';
import { checkIdentifiers } from './check-identifiers.ts';

/**
 * Throws a Problem that lists every fault. The instruments of the bundle are kept already. `identifiersChecked`: a
 * person has looked at what seems to name people.
 */
export function checkBundle(db: Database, bundle: Bundle, identifiersChecked: boolean): void {
	const { review } = bundle;
	findDocument(db, 'quantity-scale', review.quantityScale);
	const scale = findDocument(db, 'evaluation-scale', review.evaluationScale);
	const elements = new Set(
		review.frameworks.flatMap((reference) =>
			findDocument(db, 'framework', reference).elements.map((element) => element.code)
		)
	);
	const faults: string[] = [];
	if (findPlace(db, review.partnership)?.code !== review.partnership)
		faults.push(`review.partnership: “${review.partnership}” is not the code of an integration authority`);
	for (const [index, source] of bundle.sources.entries())
		faults.push(...checkSource(db, source).map((fault) => `sources.${index} (${source.id}): ${fault}`));
	faults.push(
		...repeated('sources', bundle.sources, (source) => source.id),
		...repeated('involvement', bundle.involvement, (each) => each.id),
		...repeated('findings', bundle.findings, (finding) => finding.id),
		...repeated('evaluations', bundle.evaluations, (evaluation) => evaluation.element),
		...repeated('narratives', bundle.narratives, (narrative) => `${narrative.element} ${narrative.part}`),
		...repeated('recommendations', bundle.recommendations, (each) => String(each.number)),
		...repeated('readiness', bundle.readiness, (each) => each.element),
		...repeated('actions', bundle.actions, (action) => action.id),
		...repeated('selfChecks', bundle.selfChecks ?? [], (check) => check.checklist),
		...checkSelfChecks(db, bundle),
		...checkActions(db, bundle),
		...checkLinks(db, bundle),
		...checkNames(db, bundle),
		...checkDocuments(bundle),
		...(identifiersChecked ? [] : checkIdentifiers(bundle))
	);
	for (const kind of ['findings', 'evaluations', 'narratives', 'recommendations', 'readiness'] as const)
		for (const [index, { element }] of bundle[kind].entries())
			if (!elements.has(element))
				faults.push(`${kind}.${index}.element: “${element}” is not in ${review.frameworks.join(', ')}`);
	for (const [index, { step }] of bundle.evaluations.entries())
		if (!scale.steps.some((each) => each.step === step))
			faults.push(`evaluations.${index}.step: ${step} is not a step of ${review.evaluationScale}`);
	if (faults.length > 0)
		throw new Problem(
			'bundle-invalid',
			`This bundle has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}. Nothing was stored.`,
			faults
		);
}

/** Whatever names a finding must name one that is there; whatever was published must be on a question that was asked. */
function checkNames(db: Database, { findings, recommendations, sources }: Bundle): string[] {
	const known = new Set(findings.map(({ id }) => id));
	const strangers = recommendations.flatMap(({ number, findings: named }) =>
		named.filter((id) => !known.has(id)).map((id) => `recommendation ${number}: there is no finding “${id}”`)
	);
	const unasked = sources.flatMap(({ id, instrument, published }) => {
		const asked = instrument === null ? [] : findDocument(db, 'instrument', instrument).questions;
		return (published ?? [])
			.filter(({ question }) => !asked.some(({ code }) => code === question))
			.map(({ question }) => `sources (${id}).published: there is no question “${question}”`);
	});
	return [...strangers, ...unasked];
}

/** A checklist must be one of its edition, and its items its own, each answered once. */
function checkSelfChecks(db: Database, { selfChecks = [] }: Bundle): string[] {
	return selfChecks.flatMap(({ checklist, edition, answers }, at) => {
		const place = `selfChecks.${at} (${checklist})`;
		const { elements } = findDocument(db, 'framework', edition);
		if (!elements.some(({ code, kind }) => code === checklist && kind === 'checklist'))
			return [`${place}: there is no such checklist in ${edition}`];
		const items = elements.filter(({ parent }) => parent === checklist).map(({ code }) => code);
		return [
			...answers
				.filter(({ item }) => !items.includes(item))
				.map(({ item }) => `${place}: “${item}” is not among its items`),
			...repeated(`${place}.answers`, answers, ({ item }) => item)
		];
	});
}

/** What an action names must be there; the standards, changes and drivers that it serves may be of any framework. */
function checkActions(db: Database, { actions, recommendations, sources }: Bundle): string[] {
	const known = new Set(
		listDocuments(db, 'framework').flatMap(({ elements }) => elements.map(({ code }) => code))
	);
	return actions.flatMap((action, at) => {
		const { id, recommendation, element, elements, source: named, question, figure, tests } = action;
		const place = `actions.${at} (${id})`;
		const source = sources.find((each) => each.id === named);
		const asked = source?.instrument ? findDocument(db, 'instrument', source.instrument).questions : [];
		const strangers = [...(element === null ? [] : [element]), ...elements].filter(
			(code) => !known.has(code)
		);
		const faults: (string | false)[] = [
			recommendation !== null &&
				!recommendations.some(({ number }) => number === recommendation) &&
				`there is no recommendation ${recommendation}`,
			named !== null && !source && `there is no source “${named}”`,
			question !== null &&
				!asked.some(({ code }) => code === question) &&
				`there is no question “${question}”`,
			figure !== null &&
				!source?.figures.some((each) => each.id === figure) &&
				`there is no table of figures “${figure}”`,
			...strangers.map((code) => `“${code}” is in no framework that is kept here`)
		];
		return [
			...faults.filter((fault) => fault !== false).map((fault) => `${place}: ${fault}`),
			...repeated(`${place}.tests`, tests, (test) => test.id)
		];
	});
}

/** The paragraphs of a narrative are what is checked, searched and compared: they say the same as its document. */
function checkDocuments({ narratives }: Bundle): string[] {
	return narratives.flatMap(({ document, paragraphs }, index) => {
		const words = document && plainParagraphs(document);
		return !words || JSON.stringify(words) === JSON.stringify(paragraphs)
			? []
			: [`narratives.${index}.paragraphs: these are not the words of its document, line by line`];
	});
}

function repeated<Item>(what: string, items: readonly Item[], keyOf: (item: Item) => string): string[] {
	const seen = new Set<string>();
	return items.flatMap((item, index) => {
		const key = keyOf(item);
		if (seen.has(key)) return [`${what}.${index}: “${key}” stands here a second time`];
		seen.add(key);
		return [];
	});
}

function checkSource(db: Database, source: Source): string[] {
	const faults = [
		...repeated('notes', source.notes, (note) => note.id),
		...repeated('passages', source.passages, (passage) => passage.id),
		...repeated('figures', source.figures, (figure) => figure.id),
		...misplacedPassages(source),
		...source.figures
			.filter(({ table }) => table.rows.some(({ values }) => values.length !== table.columns.length))
			.map(({ id }) => `figures (${id}): each row needs a number, or null, for each column`),
		...repeated('records', source.records, (record) => record.reference)
	];
	const mismatch = sampleMismatch(source.sample, source.records.length);
	if (mismatch) faults.push(mismatch);
	if (source.instrument === null) {
		if (source.records.length > 0) faults.push('it has records but names no instrument');
		return faults;
	}
	const { questions } = findDocument(db, 'instrument', source.instrument);
	const coders = new Map(questions.map((question) => [question.code, answerCoder(question)]));
	for (const [index, record] of source.records.entries())
		for (const [code, cell] of Object.entries(record.answers)) {
			const coded = coders.get(code)?.(cell);
			const place = `records.${index} (${record.reference}), question ${code}`;
			if (coded === undefined) faults.push(`${place}: ${source.instrument} has no such question`);
			else if (coded && 'expected' in coded)
				faults.push(`${place}: “${cell}” is not an answer; expected ${coded.expected}`);
		}
	return faults;
}

/** A passage that says where it is marked must stand there. */
function misplacedPassages({ notes, passages, records }: Source): string[] {
	return passages.flatMap(({ id, note, starts, ends, text, record }) => {
		if (record !== null && record > records.length) return [`passages (${id}): there is no record ${record}`];
		if (note === null) return [];
		const marked = notes.find((each) => each.id === note);
		if (!marked) return [`passages (${id}): there is no note “${note}”`];
		if (starts === null || ends === null || marked.text.slice(starts, ends) === text) return [];
		return [`passages (${id}): these words do not stand in the note at ${starts} to ${ends}`];
	});
}

function checkLinks(db: Database, bundle: Bundle): string[] {
	const sources = new Map(bundle.sources.map((source) => [source.id, source]));
	return bundle.findings.flatMap((finding, at) =>
		finding.links.flatMap((link, index) => {
			const place = `findings.${at} (${finding.id}).links.${index}`;
			const source = sources.get(link.source);
			if (!source) return [`${place}: there is no source “${link.source}”`];
			const questions = source.instrument
				? findDocument(db, 'instrument', source.instrument).questions.map((question) => question.code)
				: [];
			if (link.question !== undefined && !questions.includes(link.question))
				return [`${place}: ${source.id} has no question “${link.question}”`];
			if (link.passage !== undefined && !source.passages.some((passage) => passage.id === link.passage))
				return [`${place}: ${source.id} has no passage “${link.passage}”`];
			if (link.figure !== undefined && !source.figures.some((figure) => figure.id === link.figure))
				return [`${place}: ${source.id} has no table of figures “${link.figure}”`];
			if (link.record !== undefined && !source.records.some(({ reference }) => reference === link.record))
				return [`${place}: ${source.id} has no record “${link.record}”`];
			return [];
		})
	);
}
