/** The fields of a form on the readiness of a component. */
import type { ReadinessTexts } from './commands/readiness-texts.ts';
import { textOf } from './web-problems.ts';

/** What was not asked for is left out: a stage that is judged elsewhere, a target of what is in development. */
export function readinessIn(form: FormData): ReadinessTexts {
	return {
		...(form.has('howWell') ? { howWell: textOf(form, 'howWell') } : {}),
		...(form.has('words') ? { words: textOf(form, 'words') } : {}),
		...(form.has('howDoWeKnow') ? { howDoWeKnow: textOf(form, 'howDoWeKnow') } : {}),
		statement: textOf(form, 'statement'),
		target: textOf(form, 'target'),
		targetBy: textOf(form, 'targetBy'),
		whatNow: textOf(form, 'whatNow')
	};
}
