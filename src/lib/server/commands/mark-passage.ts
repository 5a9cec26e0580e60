/** Marks passages in a note, and tags them with elements and with strength or area for improvement. */
import { findWords, joinPlaces, sentencesOf, type Place } from '#lib/evidence/passages.ts';
import type { SaveResult } from '#lib/pages/save-answer.ts';
import { authorOf } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { passages } from '../db/schema/voices.ts';
import { FormProblem } from '../problems.ts';
import { findReviewResource } from '../queries/resources.ts';
import {
	findNoteRow,
	findSourceRow,
	listPassageRows,
	whyPartClosed,
	type NoteRow
} from '../queries/voices.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { checkedTags, type TagsAsked } from './passage-tags.ts';
import { saveOver } from './save-over.ts';

export type MarkAsked = TagsAsked & {
	review: string;
	source: string;
	note: string;
	/** The version of the note in which the sentences were chosen. */
	version: number;
	/** Words that stand in the note, and near which place; empty where sentences are chosen. */
	words: string;
	near: number;
	/** Positions of sentences in the note, from 0; those that follow each other become one passage. */
	sentences: readonly number[];
	confirmed?: readonly string[];
};

/**
 * `marked`: the slugs of the passages. Throws a Problem: not-found for a note that is not there or in which the actor
 * may not write; form-invalid for words that do not stand in it, no words, no element, or an unknown one.
 */
export function markPassage(
	db: Database,
	by: By,
	asked: MarkAsked
): { marked: string[] } | Exclude<SaveResult, { saved: unknown }> {
	const { review } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'open-evidence', of }, (note) => {
		const source = findSourceRow(db, review, asked.source);
		const row = findNoteRow(db, source, asked.note);
		const closed = whyPartClosed(db, source, row, 'note');
		if (closed) return { closed };
		const places = placesAsked(row, asked);
		const tags = checkedTags(db, review, asked);
		if (tags.elements.length === 0)
			throw new FormProblem({ others: 'Choose at least one element that it gives evidence on.' });
		const kept = listPassageRows(db, source.id);
		const slugs = freeSlugs(
			kept.map(({ slug }) => slug),
			places.length
		);
		const write = () => {
			places.forEach((place, index) =>
				db
					.insert(passages)
					.values({
						...tags,
						...place,
						sourceId: source.id,
						slug: slugs[index]!,
						position: (kept.at(-1)?.position ?? -1) + 1 + index,
						text: row.text.slice(place.starts, place.ends),
						note: row.slug,
						changedBy: authorOf(by.actor),
						changedAt: by.at
					})
					.run()
			);
			note({
				verb: 'passage-marked',
				review,
				subject: `${source.slug}/${slugs[0]}`,
				facts: { passages: places.length, elements: tags.elements.join(' '), direction: tags.direction }
			});
		};
		// The words were looked at when the note came in.
		const nothing = { texts: {}, version: 0, by: '', at: '' };
		const written = { saidBy: tags.saidBy ?? '' };
		const result = saveOver(nothing, written, { version: 0, confirmed: asked.confirmed }, write, by.at);
		return 'saved' in result ? { marked: slugs } : result;
	});
}

function placesAsked({ text, version }: NoteRow, asked: MarkAsked): Place[] {
	if (asked.words.trim() !== '') {
		const place = findWords(text, asked.words, asked.near);
		if (!place) throw new FormProblem({ words: 'These words do not stand in the note. Copy them from it.' });
		return [place];
	}
	if (asked.sentences.length === 0)
		throw new FormProblem({ words: 'Select words of the note, or choose sentences of it.' });
	if (asked.version !== version)
		throw new FormProblem({ words: 'The note was changed meanwhile. Choose the sentences again.' });
	const all = sentencesOf(text);
	return joinPlaces(
		text,
		asked.sentences.flatMap((position) => all[position] ?? [])
	);
}

function freeSlugs(taken: readonly string[], count: number): string[] {
	const free: string[] = [];
	for (let number = taken.length + 1; free.length < count; number += 1)
		if (!taken.includes(`passage-${number}`)) free.push(`passage-${number}`);
	return free;
}
