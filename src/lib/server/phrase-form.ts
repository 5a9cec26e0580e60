/** What the buttons of the quantity check send: a phrase of a text, and the measure that it is to be tied to. */
import { z } from 'zod';
import { jsonOf } from './json-text.ts';
import { FormProblem } from './problems.ts';
import { localPath } from './sign-in/local-path.ts';
import { textOf } from './web-problems.ts';

const tie = z.object({
	text: z.string(),
	phrase: z.string(),
	nth: z.number().int(),
	measure: z.string(),
	/** Without scripts: in which list of the form the measure was chosen. */
	from: z.number().int().optional()
});

/** Throws a Problem form-invalid for what no button of ours sends. */
export function askedPhrase(form: FormData): Omit<z.infer<typeof tie>, 'from'> {
	const asked = tie.safeParse(sentJson(form));
	if (!asked.success) throw new FormProblem({ tie: 'Choose a phrase of the text.' });
	const { from, measure, ...phrase } = asked.data;
	return { ...phrase, measure: measure || textOf(form, `measure-${from ?? ''}`) };
}

/** The page of the review to go back to; null where none was sent. */
export function backFrom(form: FormData, review: string): string | null {
	const path = localPath(textOf(form, 'back'));
	return path.startsWith(`/reviews/${review}/`) ? path : null;
}

function sentJson(form: FormData): unknown {
	try {
		return jsonOf(textOf(form, 'tie'));
	} catch {
		return null;
	}
}
