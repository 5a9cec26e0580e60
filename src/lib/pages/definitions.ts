/** The glossary: the definitions of the thematic review, quoted, in alphabetical order. */
import type { Framework } from '#lib/frameworks/framework.ts';
import { childrenOf } from '#lib/frameworks/lookup.ts';
import type { QuotedFrom } from './framework-source.ts';
import { newestEdition, quotedFrom } from './framework-source.ts';

export type Definition = { code: string; term: string; text: string; parts: string[] };

/** Code of the list of definitions in the framework. */
const glossary = 'G';

/** Throws a RangeError when the thematic review's framework is not loaded. */
export function listDefinitions(frameworks: readonly Framework[]): {
	definitions: Definition[];
	from: QuotedFrom;
} {
	const framework = newestEdition(frameworks, 'thematic-review');
	const definitions = childrenOf(framework, glossary).map(({ code, title, text }) => ({
		code,
		term: title,
		text,
		parts: childrenOf(framework, code).map((part) => part.text)
	}));
	return {
		definitions: definitions.sort((a, b) => a.term.localeCompare(b.term, 'en')),
		from: quotedFrom(framework)
	};
}
