/** Reads the checklists that reviews answered for themselves. */
import { and, asc, eq } from 'drizzle-orm';
import { isSelfCheckAnswer, type SelfCheckAnswers } from '#lib/judgement/self-check.ts';
import { selfCheckResult, type SelfCheckResult } from '#lib/practice/self-check.ts';
import {
	describeSelfCheck,
	listSelfChecks,
	type SelfCheckItem,
	type SelfCheckPage
} from '#lib/pages/self-check-page.ts';
import type { Kept } from '#lib/pages/save-answer.ts';
import type { Bundle } from '#lib/reports/bundle.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { selfChecks } from '../db/schema/community.ts';
import { Problem } from '../problems.ts';
import { authorName } from './authors.ts';
import { listDocuments } from './documents.ts';
import { listVisibleReviews } from './visible-reviews.ts';

export type SelfCheckRow = typeof selfChecks.$inferSelect;

/** Fields of the form of one checklist: an answer and a note for each item, and words on the whole. */
export const answerField = (item: string) => `answer-${item}`;
export const noteField = (item: string) => `note-${item}`;

/** Throws a not-found Problem. `edition`: where another than the newest is asked for. */
export function loadSelfCheck(db: Database, checklist: string, edition?: string): SelfCheckPage {
	const [frameworks, crosswalks] = [listDocuments(db, 'framework'), listDocuments(db, 'crosswalk')];
	const page = describeSelfCheck({ frameworks, crosswalks }, checklist, edition);
	if (page) return page;
	throw new Problem('not-found', `There is no checklist “${checklist}”.`, [], {
		of: checklist,
		known: listSelfChecks(frameworks).map(({ code }) => code)
	});
}

export const findSelfCheckRow = (db: Database, review: string, checklist: string): SelfCheckRow | undefined =>
	db
		.select()
		.from(selfChecks)
		.where(and(eq(selfChecks.reviewId, review), eq(selfChecks.checklist, checklist)))
		.get();

/** What stands there by the fields of its form; version 0 where nothing was answered. */
export function keptSelfCheck(db: Database, { items }: SelfCheckPage, row: SelfCheckRow | undefined): Kept {
	const texts = Object.fromEntries(
		items.flatMap(({ code }) => [
			[answerField(code), row?.answers[code]?.answer ?? ''],
			[noteField(code), row?.answers[code]?.note ?? '']
		])
	);
	return {
		texts: { ...texts, words: row?.words ?? '' },
		version: row?.version ?? 0,
		by: row ? authorName(db, row.changedBy) : '',
		at: row?.changedAt ?? ''
	};
}

/** The texts of a form as answers by item. */
export const answersIn = (
	items: readonly { code: string }[],
	texts: Readonly<Record<string, string>>
): SelfCheckAnswers =>
	Object.fromEntries(
		items.flatMap(({ code }) => {
			const answer = texts[answerField(code)] ?? '';
			const note = texts[noteField(code)] ?? '';
			if (answer === '' && note === '') return [];
			return [[code, { answer: isSelfCheckAnswer(answer) ? answer : ('' as const), note }]];
		})
	);

export type KeptCheckPage = {
	check: SelfCheckPage;
	kept: Kept;
	result: SelfCheckResult<SelfCheckItem>;
};

/** A checklist as a review answered it, in the edition that it was answered in. Throws a not-found Problem. */
export function loadKeptCheck(db: Database, review: string, checklist: string): KeptCheckPage {
	const row = findSelfCheckRow(db, review, checklist);
	const check = loadSelfCheck(db, checklist, row?.edition);
	const kept = keptSelfCheck(db, check, row);
	return { check, kept, result: selfCheckResult(check.items, answersIn(check.items, kept.texts)) };
}

export type KeptCheckLine = { code: string; title: string; result: SelfCheckResult<SelfCheckItem> };

/** Those that a review has kept, by the codes of the checklists. */
export function listKeptChecks(db: Database, review: string): KeptCheckLine[] {
	return rowsOf(db, review).map(({ checklist }) => {
		const { check, result } = loadKeptCheck(db, review, checklist);
		return { code: checklist, title: check.title, result };
	});
}

const rowsOf = (db: Database, review: string) =>
	db
		.select()
		.from(selfChecks)
		.where(eq(selfChecks.reviewId, review))
		.orderBy(asc(selfChecks.checklist))
		.all();

/** As they travel in a bundle. */
export const listSelfChecksOf = (db: Database, review: string): NonNullable<Bundle['selfChecks']> =>
	rowsOf(db, review).map(({ checklist, edition, answers, words }) => ({
		checklist,
		edition,
		answers: Object.entries(answers).map(([item, { answer, note }]) => ({
			item,
			answer: isSelfCheckAnswer(answer) ? answer : null,
			note
		})),
		words
	}));

/** Reviews that the actor may keep answers in, the newest first. */
export function listKeepingReviews(db: Database, actor: Actor): { id: string; title: string }[] {
	return listVisibleReviews(db, actor, 'keep-self-check')
		.toSorted((a, b) => (a.to < b.to ? 1 : -1))
		.map(({ id, title, to }) => ({ id, title: `${title}, ${to.slice(0, 4)}` }));
}
