/** Reads what the forms of a table of figures send. */
import { figureFields, type FigureTexts } from './commands/figure-texts.ts';
import { writtenIn } from './web-problems.ts';

export function figureFrom(form: FormData): FigureTexts {
	const written = writtenIn(form);
	// Not trimmed: the first heading of a pasted table is often empty.
	return Object.fromEntries(figureFields.map((field) => [field, written[field] ?? ''])) as FigureTexts;
}
