/** What a form shows again when what it sent was refused: what is wrong, where, and what was written. */

export type Refusal = {
	/** Which form of the page, where it has several. */
	form: string | null;
	/** What is wrong, in one sentence. */
	problem: string;
	/** Each single fault, where there are several that belong to no field. */
	details: readonly string[];
	/** What is wrong with a field, by the field's name. */
	fields: Readonly<Record<string, string>>;
	/** What was written, by the field's name; never a password or a code. */
	values: Readonly<Record<string, string>>;
	/** What may name somebody, to be sent back by a writer who has looked and says that it does not (NamesNobody). */
	confirm?: string;
};

/**
 * The refusal of one form of a page, or null. `answer` is the `form` of a page: what its action returned, whichever
 * of the page's forms it was. `name`: of the form, as given to `refused` on the server; null where there is one.
 */
export function refusalOf(answer: unknown, name: string | null = null): Refusal | null {
	if (typeof answer !== 'object' || answer === null || !('problem' in answer)) return null;
	const refusal = answer as Refusal;
	return refusal.form === name ? refusal : null;
}
