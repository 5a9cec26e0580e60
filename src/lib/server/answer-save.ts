/** How the form action of an editor answers: what was saved, or all that was written with what stands against it. */
import { fail, type ActionFailure } from '@sveltejs/kit';
import { tidyText } from '#lib/judgement/written-text.ts';
import type { SaveAnswer, SaveResult, Saved } from '#lib/pages/save-answer.ts';
import { refused, textOf, writtenIn } from './web-problems.ts';
import type { SaveAsked } from './commands/save-over.ts';

/** Runs one save of `form`; a Problem is answered as any form's, except that what is not there stays a 404. */
export async function answerSave(
	form: FormData,
	save: () => SaveResult
): Promise<Saved | ActionFailure<Exclude<SaveAnswer, Saved>>> {
	return refused(form, () => {
		const result = save();
		if ('saved' in result) return result;
		const values = Object.entries(writtenIn(form)).map(([name, text]) => [name, tidyText(text)]);
		return fail('found' in result ? 422 : 409, { ...result, values: Object.fromEntries(values) });
	});
}

/** The version that a form was filled in from, and what its writer confirmed to name nobody. */
export function savedFrom(form: FormData): Required<SaveAsked> {
	const version = Number(textOf(form, 'version'));
	return { version: Number.isSafeInteger(version) ? version : -1, confirmed: confirmedIn(form) };
}

function confirmedIn(form: FormData): string[] {
	try {
		const words: unknown = JSON.parse(textOf(form, 'confirmed') || '[]');
		return Array.isArray(words) ? words.filter((each) => typeof each === 'string') : [];
	} catch {
		return [];
	}
}
