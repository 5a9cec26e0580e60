/** For forms that are not editors: what a save that did not happen is, as the problem that the form shows. */
import type { Kept, NamesSomebody } from '#lib/pages/save-answer.ts';
import { NamesProblem, Problem } from './problems.ts';

type Turned = { conflict: Kept } | { found: NamesSomebody[] } | { closed: string };

/** Gives what was saved; throws a Problem: form-invalid for what may name somebody, changed-meanwhile for the rest. */
export function savedOrRefused<Done extends object>(result: Done | Turned): Done {
	if ('found' in result) throw new NamesProblem(result.found);
	if ('closed' in result) throw new Problem('changed-meanwhile', `Nothing was saved. ${result.closed}`);
	if ('conflict' in result)
		throw new Problem(
			'changed-meanwhile',
			`Nothing was saved: ${result.conflict.by} changed this while you were writing.`,
			['What you wrote still stands in the form. Save it again if it is to take the place of theirs.']
		);
	return result;
}
