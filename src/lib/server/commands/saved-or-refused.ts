/** What a save of one press answers, where nobody has a text of their own that is to be shown beside another. */
import type { Saved, SaveResult } from '#lib/pages/save-answer.ts';
import { FormProblem, NamesProblem } from '../problems.ts';

/** Throws a Problem: form-invalid when somebody saved meanwhile or nothing can be changed; names-somebody. */
export function savedOrRefused(result: SaveResult): Saved {
	if ('conflict' in result)
		throw new FormProblem({}, `${result.conflict.by} saved this text in the meantime. Look at it again`);
	if ('closed' in result) throw new FormProblem({}, result.closed);
	if ('found' in result) throw new NamesProblem(result.found);
	return result;
}
