/** Numbers the paragraphs and names the headings of one section of a report. */
import type { HeadingBlock, ParagraphBlock, Run } from './report.ts';

export type SectionWriter = {
	/** A heading of level 3; `unlisted` ones are left out of the contents. */
	heading(text: string, listing?: 'unlisted'): HeadingBlock;
	/** A heading of level 4, or of 5 beneath one. */
	subheading(text: string, level?: 4 | 5): HeadingBlock;
	/** The next numbered paragraph: `3.1`, `3.2`, … */
	paragraph(text: string | Run[], remark?: string): ParagraphBlock & { number: string };
	plain(text: string): ParagraphBlock;
};

export function sectionWriter(number: string, id: string): SectionWriter {
	let paragraphs = 0;
	let headings = 0;
	const nextId = () => `${id}-${++headings}`;
	return {
		heading: (text, listing) => ({
			kind: 'heading',
			level: 3,
			id: nextId(),
			text,
			listed: listing !== 'unlisted'
		}),
		subheading: (text, level = 4) => ({ kind: 'heading', level, id: nextId(), text, listed: false }),
		paragraph: (text, remark) => ({
			kind: 'paragraph',
			number: `${number}.${++paragraphs}`,
			runs: typeof text === 'string' ? [{ text }] : text,
			remark: remark ?? null
		}),
		plain: (text) => ({ kind: 'paragraph', number: null, runs: [{ text }], remark: null })
	};
}

/** Counts the exhibits through a whole report. */
export type Counter = { next(): number };

export function counter(): Counter {
	let count = 0;
	return { next: () => ++count };
}
