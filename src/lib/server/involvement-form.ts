/** Reads what the two forms on who was involved send. */
import type { InvolvementTexts } from './commands/involvement-texts.ts';
import { writtenIn } from './web-problems.ts';

export function involvementFrom(form: FormData): InvolvementTexts {
	const { groups = '', stage = '', day = '', number = '', how = '', changed = '' } = writtenIn(form);
	return { groups, stage, day, number, how, changed };
}
