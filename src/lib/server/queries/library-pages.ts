/** The pages of one standard and of one change on the change map, and what to say when there is no such one. */
import { describeChange, describeChangeMap } from '#lib/pages/change-page.ts';
import { describeStandard, listStandards } from '#lib/pages/standard-page.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { Problem } from '../problems.ts';
import { listKeptAnswers } from './kept-answers.ts';
import { loadLibrary } from './library.ts';

/** A standard with the results that the actor may see. Throws a Problem when its number does not exist. */
export function loadStandardPage(db: Database, actor: Actor, number: string) {
	const library = { ...loadLibrary(db, actor), answers: listKeptAnswers(db, actor) };
	const standard = describeStandard(library, number);
	if (standard) return standard;
	const known = listStandards(library).standards.map(({ code }) => code);
	throw new Problem(
		'not-found',
		`There is no standard “${number}”. They are numbered from 1 to ${known.length}.`,
		[],
		{ of: number, known }
	);
}

/** A change with the results that the actor may see. Throws a Problem when its code does not exist. */
export function loadChangePage(db: Database, actor: Actor, code: string) {
	const library = { ...loadLibrary(db, actor), answers: listKeptAnswers(db, actor) };
	const change = describeChange(library, code);
	if (change) return change;
	const known = describeChangeMap(library).columns.flatMap(({ changes }) => changes.map((each) => each.code));
	throw new Problem('not-found', `There is no change “${code}” on the change map.`, [], { of: code, known });
}
