/**
 * Starts a review from a bundle file that another installation wrote out. It gets an id of its own here; names that
 * others on this installation use already for their programmes and instruments are told apart, and it brings its own.
 */
import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { bundleSchema, type Bundle } from '#lib/reports/bundle.ts';
import { referenceOf } from '#lib/frameworks/source.ts';
import type { Database } from '../db/open.ts';
import { programmes } from '../db/schema/reviews.ts';
import { issueSentences } from '../issue-words.ts';
import { FormProblem, NamesProblem, Problem } from '../problems.ts';
import { findDocument } from '../queries/documents.ts';
import { findOrganisationResource } from '../queries/resources.ts';
import { shippedInstruments } from '../queries/library.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { identifiersOf } from './check-identifiers.ts';
import { importReview } from './import-review.ts';
import { makeLead, newId } from './start-review.ts';

export type BundleAsked = {
	/** Id of the organisation that carries the review out here. */
	organisation: string;
	/** The text of the file. */
	text: string;
	/** What looks like an identifier in it and was confirmed as naming nobody. */
	confirmed?: readonly string[];
};

/** How many finds are told; all are confirmed together. */
const toldAtMost = 20;

/**
 * Returns the id of the review; whoever starts it leads it. Throws a Problem: not-found for an organisation in which
 * the actor may not start any, or for a framework that is not kept here; bundle-invalid with every fault as a detail;
 * form-invalid for a file that is no bundle, or in which something may name somebody.
 */
export function startFromBundle(
	db: Database,
	by: By,
	{ organisation, text, confirmed = [] }: BundleAsked
): string {
	const of = () => findOrganisationResource(db, organisation);
	const bundle = readBundle(text);
	return change(db, by, { action: 'start-review', of }, (note) => {
		const found = identifiersOf(bundle).map(({ place, kind, words }) => ({
			...{ field: 'file', kind: `${kind} in ${place}`, words }
		}));
		if (found.some(({ words }) => !confirmed.includes(words))) throw new NamesProblem(found, toldAtMost);
		const own = withOwnNames(db, bundle);
		importReview(db, own, { ...by, organisation, identifiersChecked: true });
		const { id, kind, title } = own.review;
		note({ verb: 'review-started', organisation, review: id, facts: { kind, bundle: true }, after: title });
		makeLead(db, by, { organisation, review: id }, note);
		return id;
	});
}

function readBundle(text: string): Bundle {
	const json = parsed(text);
	const bundle = safely(() => bundleSchema.safeParse(json));
	if (bundle.success) {
		refuseForeign(bundle.data);
		return bundle.data;
	}
	throw new Problem(
		'bundle-invalid',
		'This is not a review that Cairn can take in. Nothing was stored',
		issueSentences(bundle.error, json)
	);
}

/** A file can be nested deeper than anything can follow. */
function safely<Result>(read: () => Result): Result {
	try {
		return read();
	} catch (error) {
		if (error instanceof RangeError) throw noBundle();
		throw error;
	}
}

/** What the file does not bring itself would be somebody else's. */
function refuseForeign({ instruments, sources }: Bundle): void {
	const known = new Set([...shippedInstruments(), ...instruments.map(referenceOf)]);
	const foreign = sources.flatMap(({ id, instrument }, at) =>
		instrument === null || known.has(instrument)
			? []
			: [`sources.${at} (${id}): the instrument “${instrument}” is not in the file`]
	);
	if (foreign.length > 0)
		throw new Problem('bundle-invalid', 'This file is not whole. Nothing was stored', foreign);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		throw noBundle();
	}
}

const noBundle = () =>
	new FormProblem({ file: 'This is not a bundle file: it is no JSON, or it ends too early.' });

const suffix = () => randomBytes(4).toString('hex');

/** That a name is taken would tell of somebody else's review, so a taken one is not refused but told apart. */
function withOwnNames(db: Database, bundle: Bundle): Bundle {
	const { review } = bundle;
	const id = newId(review.id.replace(/-[0-9a-f]{8}$/, ''));
	const renamed = new Map(
		bundle.instruments
			.filter((instrument) => isTaken(db, instrument))
			.map((instrument) => {
				const own = { ...instrument, id: `${instrument.id}-${suffix()}` };
				return [referenceOf(instrument), own] as const;
			})
	);
	return {
		...bundle,
		review: { ...review, id, programme: ownProgramme(db, review.programme) },
		instruments: bundle.instruments.map((instrument) => renamed.get(referenceOf(instrument)) ?? instrument),
		sources: bundle.sources.map((source) => {
			const own = source.instrument === null ? undefined : renamed.get(source.instrument);
			return own ? { ...source, instrument: referenceOf(own) } : source;
		})
	};
}

/** Whether another text stands under the same edition here. */
function isTaken(db: Database, instrument: Bundle['instruments'][number]): boolean {
	try {
		return (
			JSON.stringify(findDocument(db, 'instrument', referenceOf(instrument))) !== JSON.stringify(instrument)
		);
	} catch {
		return false;
	}
}

function ownProgramme(db: Database, programme: Bundle['review']['programme']): Bundle['review']['programme'] {
	if (!programme) return null;
	const kept = db.select().from(programmes).where(eq(programmes.id, programme.id)).get();
	return kept && kept.title !== programme.title
		? { ...programme, id: `${programme.id}-${suffix()}` }
		: programme;
}
