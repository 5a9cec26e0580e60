/** What is written about an attachment, checked field by field. */
import { isDay } from '#lib/evidence/iso-date.ts';
import { tidyLine } from '#lib/judgement/written-text.ts';
import type { Database } from '../db/open.ts';
import { FormProblem } from '../problems.ts';
import { listSources } from '../queries/sources.ts';
import { checkedElements } from './checked-elements.ts';

/** As a form sends them; `elements` are codes with spaces between, `source` the id of one or nothing. */
export type AttachmentTexts = { title: string; source: string; elements: string; from: string; to: string };

/** Letters. */
const longest = 200;

/** Throws form-invalid. `texts` are tidied; `values` are the columns. */
export function checkedAttachment(db: Database, review: string, asked: AttachmentTexts) {
	const { elements, fault } = checkedElements(db, review, asked.elements);
	const source = listSources(db, review).find(({ id }) => id === asked.source.trim());
	const texts: AttachmentTexts = {
		title: tidyLine(asked.title),
		source: source?.id ?? '',
		elements: elements.join(' '),
		from: asked.from.trim(),
		to: asked.to.trim()
	};
	const faults = {
		title:
			texts.title === ''
				? 'Write what it is called.'
				: texts.title.length > longest
					? `Write at most ${longest} letters.`
					: null,
		source: source || asked.source.trim() === '' ? null : 'Choose a source of this review, or none.',
		elements: fault,
		from: dayFault(texts.from),
		to:
			dayFault(texts.to) ??
			(texts.from && texts.to && texts.to < texts.from ? 'It ends before it begins.' : null)
	};
	const wrong = Object.entries(faults).filter((each): each is [string, string] => each[1] !== null);
	if (wrong.length > 0) throw new FormProblem(Object.fromEntries(wrong));
	const values = {
		title: texts.title,
		sourceId: source?.key ?? null,
		elements,
		from: texts.from || null,
		to: texts.to || null
	};
	return { texts, values };
}

const dayFault = (day: string) =>
	day === '' || isDay(day) ? null : 'Write a day, such as 2026-05-03, or nothing.';
