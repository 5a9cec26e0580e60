/**
 * The catalogue of expected problems: what a person or an analyst can run into, said in one sentence that tells
 * what, where and what to do. Anything that is not a Problem is a fault of ours and goes to the log.
 */

/** HTTP status of each problem; the command line exits with 1 for all of them. */
const catalogue = {
	'port-in-use': 500,
	'folder-unwritable': 500,
	'database-too-new': 500,
	'database-unreadable': 500,
	'edition-changed': 500,
	'not-found': 404,
	'file-unreadable': 400,
	'file-unwritable': 400,
	'file-invalid': 400,
	'answers-refused': 422,
	'instrument-invalid': 422,
	'instrument-without-options': 422,
	'bundle-invalid': 422,
	'review-exists': 409,
	'source-has-answers': 409,
	'sample-mismatch': 422
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
