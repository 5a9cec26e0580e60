/** Reads a self-evaluation for its way out as a file, and for being held against one that came back. */
import type { Framework } from '#lib/frameworks/framework.ts';
import { elementsOfKind } from '#lib/frameworks/lookup.ts';
import {
	compareFiledStandards,
	readPartsStamp,
	type FiledPart,
	type PartsNow
} from '#lib/judgement/round-trip-standards.ts';
import { compareFiled } from '#lib/judgement/round-trip-differences.ts';
import type { FiledEvaluation } from '#lib/judgement/round-trip-read.ts';
import { readStamp, type FiledField } from '#lib/judgement/round-trip.ts';
import type { Readiness } from '#lib/judgement/readiness.ts';
import {
	choiceOf,
	deriveRoundTripPage,
	type Carried,
	type RoundTripPage
} from '#lib/pages/round-trip-page.ts';
import { deriveSelfEvaluationFile, type SelfEvaluationFile } from '#lib/pages/self-evaluation-file.ts';
import type { Database } from '../db/open.ts';
import { Problem } from '../problems.ts';
import { authorName } from './authors.ts';
import { findNarrative } from './narratives.ts';
import { findReadinessRow, isIndependent, listReadiness } from './readiness.ts';
import { findReview } from './reviews.ts';
import { findSelfEvaluated, readinessScale } from './workshops.ts';

type Now = ReadonlyMap<string, { readiness: Readiness; version: number }>;

const readinessNow = (db: Database, review: string): Now =>
	new Map(
		listReadiness(db, review).map((readiness) => {
			const { element } = readiness;
			return [element, { readiness, version: findReadinessRow(db, review, element)?.version ?? 0 }];
		})
	);

/** What is said of each standard as a whole, in the order of the framework. */
const partsNow = (db: Database, review: string, framework: Framework): ReadonlyMap<string, PartsNow> =>
	new Map(
		elementsOfKind(framework, 'standard').map(({ code }) => {
			const part = (name: FiledPart) => {
				const { texts, version } = findNarrative(db, { review, element: code, part: name });
				return { text: texts.text ?? '', version };
			};
			return [code, { overall: part('overall'), strengths: part('strengths'), gaps: part('gaps') }];
		})
	);

/** `madeOn`: YYYY-MM-DD. Throws a not-found Problem for a review that is no self-evaluation. */
export function loadSelfEvaluationFile(db: Database, review: string, madeOn: string): SelfEvaluationFile {
	const { id, title } = findReview(db, review);
	const framework = findSelfEvaluated(db, review);
	const scale = readinessScale(db);
	return deriveSelfEvaluationFile({
		review: { id, title },
		madeOn,
		framework,
		scale,
		now: readinessNow(db, review),
		parts: partsNow(db, review, framework)
	});
}

/**
 * What a file says otherwise than the review does now. Throws a Problem: not-found for a review that is no
 * self-evaluation; table-refused for the file of another review.
 */
export function compareWithFile(
	db: Database,
	review: string,
	filed: FiledEvaluation,
	fileName: string
): RoundTripPage {
	if (filed.review !== null && filed.review !== review)
		throw new Problem(
			'table-refused',
			`${fileName} belongs to another review, ${filed.review}. Upload it there, or download this one anew.`
		);
	return differencesNow(db, review, filed, { fileName, says: filed.review !== null, wasChosen: null });
}

/**
 * The same once more, of what the page of differences carried along, with what was chosen there: of a component that
 * somebody has changed since, or a part of a standard, nothing is chosen any more.
 */
export function compareAgain(
	db: Database,
	review: string,
	carried: Carried,
	{ taken, fileName }: { taken: ReadonlySet<string>; fileName: string }
): RoundTripPage {
	const components = carried.components.map(({ code, stamp, fields }) => ({
		code,
		place: `Component ${code}`,
		stamp: stamp === null ? null : readStamp(stamp),
		fields: Object.fromEntries(
			Object.entries(fields).map(([field, text]) => [field, { text, place: `Component ${code}` }])
		)
	}));
	const standards = carried.standards.map(({ code, stamp, parts }) => ({
		code,
		place: `Standard ${code}`,
		stamp: stamp === null ? null : readPartsStamp(stamp),
		parts: Object.fromEntries(
			Object.entries(parts).map(([part, { text }]) => [part, { text, place: `Standard ${code}` }])
		)
	}));
	const seen = new Map([
		...carried.components.flatMap(({ code, version, fields }) =>
			Object.keys(fields).map((field) => [choiceOf(code, field as FiledField), version] as const)
		),
		...carried.standards.flatMap(({ code, parts }) =>
			Object.entries(parts).map(
				([part, { version }]) => [choiceOf(code, part as FiledPart), version] as const
			)
		)
	]);
	return differencesNow(
		db,
		review,
		{ review, components, standards },
		{
			fileName,
			says: true,
			wasChosen: (code, field, version) => {
				const choice = choiceOf(code, field);
				return taken.has(choice) && seen.get(choice) === version;
			}
		}
	);
}

function differencesNow(
	db: Database,
	review: string,
	filed: FiledEvaluation,
	known: Pick<Parameters<typeof deriveRoundTripPage>[2], 'fileName' | 'says' | 'wasChosen'>
): RoundTripPage {
	const framework = findSelfEvaluated(db, review);
	const scale = readinessScale(db);
	const compared = compareFiled({
		filed,
		components: elementsOfKind(framework, 'core-component'),
		now: readinessNow(db, review),
		scale,
		independent: isIndependent(db, review)
	});
	const changedBy = (code: string) => {
		const row = findReadinessRow(db, review, code);
		return row ? { by: authorName(db, row.changedBy), at: row.changedAt } : null;
	};
	const standards = compareFiledStandards(filed.standards, partsNow(db, review, framework));
	const partChangedBy = (element: string, part: FiledPart) => {
		const { version, by, at } = findNarrative(db, { review, element, part });
		return version === 0 ? null : { by, at };
	};
	const about = { ...known, framework, scale, changedBy, partChangedBy };
	return deriveRoundTripPage(compared, standards, about);
}
