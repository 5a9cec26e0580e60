/**
 * Codes one written answer, or some words of it: with elements, and as strength or area for improvement. What is left
 * without any code is withdrawn, and comes back as soon as it gets one, so that each key pressed is a save.
 */
import { and, eq } from 'drizzle-orm';
import { findWords } from '#lib/evidence/passages.ts';
import type { SaveResult, Saved } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { passages } from '../db/schema/voices.ts';
import { FormProblem } from '../problems.ts';
import { findReviewResource } from '../queries/resources.ts';
import {
	findSourceRow,
	keptPassage,
	listPassageRows,
	whySourceClosed,
	type PassageRow
} from '../queries/voices.ts';
import { findWrittenAnswer, type WrittenPlace } from '../queries/written-answers.ts';
import type { By } from './append-event.ts';
import { change, notThere } from './change.ts';
import { refuseHiddenAnswer } from './hidden-answer.ts';
import { checkedTags, type Tags, type TagsAsked } from './passage-tags.ts';
import { saveOver, type SaveAsked } from './save-over.ts';

export type CodeAsked = SaveAsked &
	Omit<TagsAsked, 'saidBy'> & {
		review: string;
		source: string;
		/** Code of the question, and number of the record that answers it. */
		question: string;
		record: number;
		/** Slug of the passage that is coded; empty for one that is new. */
		passage: string;
		/** Of a new passage: the words of the answer that are meant; empty for the whole of it. */
		words: string;
	};

type Coded = { passage: string };

/**
 * `passage`: the slug of what was coded; empty where nothing was, and nothing stands there. Throws a Problem: not-found
 * for an answer that is not there or that the actor may not code; form-invalid for an unknown element, or words that do
 * not stand in the answer.
 */
export function codeAnswer(
	db: Database,
	by: By,
	asked: CodeAsked
): (Saved & Coded) | Exclude<SaveResult, Saved> {
	const { review } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'open-evidence', of }, (note) => {
		const source = findSourceRow(db, review, asked.source);
		const answer = findWrittenAnswer(db, source, asked.question, asked.record);
		refuseHiddenAnswer(by, of(), source, answer);
		const closed = whySourceClosed(db, source);
		if (closed) return { closed };
		const rows = listPassageRows(db, source.id);
		const row = rowAsked(rows, answer, asked);
		const tags = checkedTags(db, review, { ...asked, saidBy: '' });
		const bare = isBare(tags);
		if (!row && bare) return { saved: { version: 0, at: by.at }, passage: '' };
		const slug = row?.slug ?? freeSlug(rows, answer);
		const write = (version: number) => {
			const authorship = { version, changedBy: authorOf(by.actor), changedAt: by.at };
			const withdrawnAt = bare ? by.at : null;
			if (row)
				db.update(passages)
					.set({ ...tags, ...authorship, withdrawnAt })
					.where(and(eq(passages.sourceId, source.id), eq(passages.slug, slug)))
					.run();
			else
				db.insert(passages)
					.values({
						...tags,
						...authorship,
						...newPassage(answer, asked.words),
						sourceId: source.id,
						slug,
						position: (rows.at(-1)?.position ?? -1) + 1
					})
					.run();
			note({
				verb: verbOf(row, bare),
				review,
				subject: `${source.slug}/${slug}`,
				facts: { version, elements: tags.elements.join(' '), direction: tags.direction, coded: true }
			});
		};
		const written = {
			elements: tags.elements.join(' '),
			direction: tags.direction ?? '',
			quotation: tags.quotation ? 'yes' : '',
			standing: bare ? '' : 'coded'
		};
		const kept = row ? keptPassage(db, row) : { texts: {}, version: 0, by: '', at: '' };
		const texts = { ...kept.texts, standing: row && row.withdrawnAt === null ? 'coded' : '' };
		const result = saveOver({ ...kept, texts }, written, asked, write, by.at);
		return 'saved' in result ? { ...result, passage: slug } : result;
	});
}

const isBare = ({ elements, direction, quotation }: Tags) =>
	elements.length === 0 && direction === null && !quotation;

/** The row that is coded: the one asked for or, for the whole answer, the one that there is already. */
function rowAsked(rows: readonly PassageRow[], answer: WrittenPlace, asked: CodeAsked): PassageRow | null {
	const own = rows.filter(({ record, question }) => record === answer.record && question === answer.question);
	if (asked.passage !== '') {
		const row = own.find(({ slug }) => slug === asked.passage);
		if (!row) throw notThere();
		return row;
	}
	if (asked.words.trim() !== '') return null;
	return own.find(({ starts }) => starts === null) ?? null;
}

function newPassage(answer: WrittenPlace, words: string) {
	const { record, question, text } = answer;
	if (words.trim() === '') return { record, question, text };
	const place = findWords(text, words);
	if (!place) throw new FormProblem({ words: 'These words do not stand in the answer. Copy them from it.' });
	return { record, question, ...place, text: text.slice(place.starts, place.ends) };
}

function verbOf(row: PassageRow | null, bare: boolean) {
	if (!row) return 'passage-marked';
	if (bare) return 'passage-withdrawn';
	return row.withdrawnAt === null ? 'passage-saved' : 'passage-restored';
}

function freeSlug(rows: readonly PassageRow[], { question, record }: WrittenPlace): string {
	const first = `answer-${question + 1}-${record}`;
	let slug = first;
	for (let part = 2; rows.some((row) => row.slug === slug); part += 1) slug = `${first}-${part}`;
	return slug;
}
