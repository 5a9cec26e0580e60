/** Reads what the forms of improvement actions, tests of change and recommendations send. */
import { actionFieldNames, type ActionTexts } from './commands/action-texts.ts';
import type { RecommendationTexts } from './commands/recommendation-texts.ts';
import { testFieldNames, type TestTexts } from './commands/test-of-change-texts.ts';
import { writtenIn } from './web-problems.ts';

function textsOf<Name extends string>(form: FormData, names: readonly Name[]): Record<Name, string> {
	const written = writtenIn(form);
	return Object.fromEntries(names.map((name) => [name, written[name] ?? ''])) as Record<Name, string>;
}

export const actionFrom = (form: FormData): ActionTexts => textsOf(form, actionFieldNames);
export const testFrom = (form: FormData): TestTexts => textsOf(form, testFieldNames);
export const recommendationFrom = (form: FormData): RecommendationTexts =>
	textsOf(form, ['text', 'element', 'findings']);
