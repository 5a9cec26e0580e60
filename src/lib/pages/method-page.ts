/** What the page on method shows: the scales in force, worked examples of how sure a term is, and every source. */
import type { Framework } from '#lib/frameworks/framework.ts';
import type { EvaluationScale, QuantityScale, ReadinessScale } from '#lib/frameworks/scales.ts';
import { exactInterval } from '#lib/measures/interval.ts';
import { termFor } from '#lib/measures/term.ts';
import { isSecure, touchesOf } from '#lib/measures/touches.ts';
import type { Strip, StripBand } from '#lib/reports/drawings/quantity-strip.ts';

/** Of so many files the cut-offs of the Care Inspectorate's scale fall on whole files. */
const filesShown = 60;

export type MethodInput = {
	frameworks: readonly Framework[];
	quantityScales: readonly QuantityScale[];
	evaluationScales: readonly EvaluationScale[];
	readiness: readonly ReadinessScale[];
};

export type BandLine = { name: string; share: string; ofSixty: string };
export type QuotedWork = {
	title: string;
	edition: string;
	publisher: string;
	statement: string;
	url: string | null;
};

export type MethodPage = {
	bands: StripBand[];
	lines: BandLine[];
	quotation: string | null;
	publisher: string;
	/** One strip for each way in which a term is sure, or not. */
	borderline: Strip;
	secure: Strip;
	answered: Strip;
	evaluation: { steps: EvaluationScale['steps']; quotation: string | null };
	readiness: Pick<ReadinessScale, 'howWell' | 'howDoWeKnow'> | null;
	works: QuotedWork[];
};

/** Throws a RangeError when no scale of quantity or evaluation is loaded. */
export function describeMethod(input: MethodInput): MethodPage {
	const [scale] = input.quantityScales;
	const [evaluation] = input.evaluationScales;
	if (!scale || !evaluation) throw new RangeError('a scale of quantity and one of evaluation are needed');
	return {
		bands: scale.bands.map(({ name, from, to }) => ({ name, from, to })),
		lines: bandLines(scale),
		quotation: scale.quotation?.text ?? null,
		publisher: scale.publisher,
		borderline: drawnStrip(54, filesShown, 400, scale),
		secure: drawnStrip(21, filesShown, 400, scale),
		answered: { ...drawnStrip(66, 136, null, scale), interval: null, touches: [], secure: null },
		evaluation: { steps: evaluation.steps, quotation: evaluation.quotation?.text ?? null },
		readiness: input.readiness[0] ?? null,
		works: [...input.frameworks, ...input.quantityScales, ...input.evaluationScales].map(quotedWork)
	};
}

/** Each term with the shares and the numbers of files it stands for. */
export function bandLines(scale: QuantityScale): BandLine[] {
	const last = scale.bands.length - 1;
	return scale.bands.map(({ name, from, to }, index) => {
		const counts = Array.from({ length: filesShown + 1 }, (_, k) => k).filter(
			(k) => termFor(k, filesShown, scale) === name
		);
		const share =
			index === 0 ? `below ${to}%` : index === last ? `${from}% and above` : `${from}% to below ${to}%`;
		return { name, share, ofSixty: `${counts[0]} to ${counts.at(-1)}` };
	});
}

function drawnStrip(k: number, n: number, frame: number | null, scale: QuantityScale): Strip {
	const exact = exactInterval(k, n, frame)!;
	const touches = touchesOf(exact, k, n, scale);
	return {
		positive: k,
		base: n,
		share: k / n,
		term: termFor(k, n, scale),
		interval: exact.interval,
		touches,
		secure: isSecure(touches)
	};
}

function quotedWork(work: Framework | QuantityScale | EvaluationScale): QuotedWork {
	const { title, edition, publisher, licence, source } = work;
	return { title, edition, publisher, statement: licence.statement, url: source.url ?? null };
}
