/** Reads a self-evaluation for its way out as a file, and for being held against one that came back. */
import { elementsOfKind } from '#lib/frameworks/lookup.ts';
import { compareFiled } from '#lib/judgement/round-trip-differences.ts';
import type { FiledEvaluation } from '#lib/judgement/round-trip-read.ts';
import { readStamp } from '#lib/judgement/round-trip.ts';
import type { Readiness } from '#lib/judgement/readiness.ts';
import {
	choiceOf,
	deriveRoundTripPage,
	type CarriedComponent,
	type RoundTripPage
} from '#lib/pages/round-trip-page.ts';
import { deriveSelfEvaluationFile, type SelfEvaluationFile } from '#lib/pages/self-evaluation-file.ts';
import type { Database } from '../db/open.ts';
import { Problem } from '../problems.ts';
import { authorName } from './authors.ts';
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
		now: readinessNow(db, review)
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
 * somebody has changed since, nothing is chosen any more.
 */
export function compareAgain(
	db: Database,
	review: string,
	carried: readonly CarriedComponent[],
	{ taken, fileName }: { taken: ReadonlySet<string>; fileName: string }
): RoundTripPage {
	const components = carried.map(({ code, stamp, fields }) => ({
		code,
		place: `Component ${code}`,
		stamp: stamp === null ? null : readStamp(stamp),
		fields: Object.fromEntries(
			Object.entries(fields).map(([field, text]) => [field, { text, place: `Component ${code}` }])
		)
	}));
	const seen = new Map(carried.map(({ code, version }) => [code, version]));
	return differencesNow(
		db,
		review,
		{ review, components },
		{
			fileName,
			says: true,
			wasChosen: (code, field, version) => taken.has(choiceOf(code, field)) && seen.get(code) === version
		}
	);
}

function differencesNow(
	db: Database,
	review: string,
	filed: FiledEvaluation,
	known: Pick<Parameters<typeof deriveRoundTripPage>[1], 'fileName' | 'says' | 'wasChosen'>
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
	return deriveRoundTripPage(compared, { ...known, framework, scale, changedBy });
}
