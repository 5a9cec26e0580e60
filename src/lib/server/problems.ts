/**
 * The catalogue of expected problems: what a person or an analyst can run into, said in one sentence that tells
 * what, where and what to do. Anything that is not a Problem is a fault of ours and goes to the log.
 */
import type { NamesSomebody } from '#lib/pages/save-answer.ts';

/** HTTP status of each problem; the command line exits with 1 for all of them. */
const catalogue = {
	'port-in-use': 500,
	'folder-unwritable': 500,
	'folder-in-use': 500,
	'disk-full': 507,
	'nothing-kept': 500,
	'database-too-new': 500,
	'database-unreadable': 500,
	'edition-changed': 500,
	'not-found': 404,
	'file-unreadable': 400,
	'file-unwritable': 400,
	'file-invalid': 400,
	'answers-refused': 422,
	'table-refused': 422,
	'workbook-refused': 422,
	'instrument-invalid': 422,
	'instrument-without-options': 422,
	'bundle-invalid': 422,
	'backup-truncated': 422,
	'backup-altered': 422,
	'backup-foreign': 422,
	'backup-too-new': 422,
	'backup-failed': 500,
	'trail-broken': 422,
	'look-needed': 500,
	'set-up-already': 409,
	'secret-too-short': 500,
	'setting-wrong': 500,
	'form-invalid': 422,
	'nobody-to-share-with': 409,
	/** Something must be true first before a review moves on. */
	'stage-not-ready': 409,
	/** Of a review that is not issued, was withdrawn or is not compared. */
	'not-to-share': 409,
	'release-under-way': 409,
	/** What is shared changed after it was made. */
	'release-outdated': 409,
	'release-published': 409,
	/** As what is not there: it tells nothing of whether there ever was one. */
	'link-over': 404,
	'changed-meanwhile': 409,
	'asked-too-often': 429,
	'signed-in-as-other': 409,
	'last-administrator': 409,
	'answered-already': 409,
	'belongs-elsewhere': 409,
	'sent-from-elsewhere': 403,
	'too-much-at-once': 413,
	busy: 503,
	'review-exists': 409,
	'source-has-answers': 409,
	'question-in-use': 409,
	/** Every row of a file came with an earlier import. */
	'nothing-new': 409,
	'identifiers-found': 422,
	'sample-mismatch': 422,
	'frame-refused': 422,
	'draw-refused': 422,
	/** Agreed already, and not set aside. */
	'judged-already': 409,
	/** Who agrees has not judged alone, or others have not. */
	'judges-awaited': 409,
	/** An evaluation without a finding. */
	'finding-needed': 422
} as const;

export type ProblemCode = keyof typeof catalogue;

export class Problem extends Error {
	readonly code: ProblemCode;
	/** What was asked for by a name that is not there, and the names that are; null for any other problem. */
	readonly instead: { of: string; known: readonly string[] } | null;
	/** One sentence for each single fault, where there are several. */
	readonly details: readonly string[];

	constructor(
		code: ProblemCode,
		message: string,
		details: readonly string[] = [],
		instead: Problem['instead'] = null
	) {
		super(message);
		this.name = 'Problem';
		this.code = code;
		this.details = details;
		this.instead = instead;
	}

	get status(): number {
		return catalogue[this.code];
	}
}

export const notFound = (what: string, name: string, known: readonly string[] = []) =>
	new Problem(
		'not-found',
		`There is no ${what} “${name}”.${known.length > 0 ? ` Known: ${known.join(', ')}.` : ''}`,
		[],
		{ of: name, known }
	);

/**
 * As above, for names that belong to others: what there is instead is a detail, which the command line says to whoever
 * runs the machine, and no page shows.
 */
export const notFoundAmong = (what: string, name: string, known: readonly string[]) =>
	new Problem(
		'not-found',
		`There is no ${what} “${name}”.`,
		known.length > 0 ? [`Known: ${known.join(', ')}.`] : []
	);

/** A form that cannot be taken in as it is: what is wrong with each field, by the field's name. */
export class FormProblem extends Problem {
	readonly fields: Readonly<Record<string, string>>;

	constructor(fields: Readonly<Record<string, string>>, message = 'Look again at what is written here') {
		super('form-invalid', message, Object.values(fields));
		this.fields = fields;
	}
}

/** A form whose texts may name somebody; the writer can say that what was found names nobody. */
export class NamesProblem extends FormProblem {
	readonly found: readonly NamesSomebody[];

	/** `most`: how many finds are told; the rest is counted. */
	constructor(found: readonly NamesSomebody[], most = Infinity) {
		const byField = Map.groupBy(found.slice(0, most), ({ field }) => field);
		const more = found.length > most ? `; and ${found.length - most} more` : '';
		super(
			Object.fromEntries(
				[...byField].map(([field, all]) => [
					field,
					`This looks like ${all.map(({ kind, words }) => `${kind} (${words})`).join(', and ')}${more}.`
				])
			),
			'This may name somebody, so nothing was stored'
		);
		this.found = found;
	}
}

/** Throws form-invalid when any of the faults, by the names of their fields, is one. */
export function refuseFaults(faults: Readonly<Record<string, string | null>>): void {
	const wrong = Object.entries(faults).filter((fault): fault is [string, string] => fault[1] !== null);
	if (wrong.length > 0) throw new FormProblem(Object.fromEntries(wrong));
}
