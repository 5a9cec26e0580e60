/** Which schema reads which kind of document: the one place where JSON becomes a framework, an instrument, a scale. */
import { parseInstrument, type Instrument } from '#lib/evidence/instrument.ts';
import { parseCrosswalk, type Crosswalk } from '#lib/frameworks/crosswalk.ts';
import { parseFramework, type Framework } from '#lib/frameworks/framework.ts';
import { parsePartnerships, type Partnerships } from '#lib/frameworks/partnerships.ts';
import {
	parseEvaluationScale,
	parseQuantityScale,
	parseReadinessScale,
	type EvaluationScale,
	type QuantityScale,
	type ReadinessScale
} from '#lib/frameworks/scales.ts';
import type { DocumentKind } from './db/schema/documents.ts';

export type DocumentOf = {
	framework: Framework;
	crosswalk: Crosswalk;
	instrument: Instrument;
	'quantity-scale': QuantityScale;
	'evaluation-scale': EvaluationScale;
	readiness: ReadinessScale;
	partnerships: Partnerships;
};

const parsers: { [Kind in DocumentKind]: (json: unknown) => DocumentOf[Kind] } = {
	framework: parseFramework,
	crosswalk: parseCrosswalk,
	instrument: parseInstrument,
	'quantity-scale': parseQuantityScale,
	'evaluation-scale': parseEvaluationScale,
	readiness: parseReadinessScale,
	partnerships: parsePartnerships
};

/** Parses and freezes a document of a kind. Throws a ZodError that names the place of each fault. */
export function parseDocument<Kind extends DocumentKind>(kind: Kind, json: unknown): DocumentOf[Kind] {
	return parsers[kind](json);
}
