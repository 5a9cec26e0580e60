/** What of somebody's own partnerships stands in releases: every member of a partnership sees it beside the groups there. */
import { resultKinds } from '#lib/benchmark/result-kinds.ts';
import { releasedWords, type ReleasedWords } from '#lib/pages/sharing-words.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { findRelease, listReleases, ownPartnerships, ownValues } from './releases.ts';

export type OwnReleased = {
	partnership: string;
	/** The newest first; those that hold nothing of it are left out. */
	releases: { number: number; title: string; kinds: ReleasedWords[] }[];
};

/** One for each partnership, in the order of their names. */
export function listOwnReleased(db: Database, actor: Actor): OwnReleased[] {
	const releases = listReleases(db, actor).map(({ number, title }) => {
		const kindOf = new Map(
			findRelease(db, actor, number)!.release.cells.map(({ cell }) => [cell.id, cell.kind])
		);
		return { number, title, kindOf, own: ownValues(db, actor, number) };
	});
	return ownPartnerships(db, actor).map(({ code, name }) => ({
		partnership: name,
		releases: releases.flatMap(({ number, title, kindOf, own }) => {
			const values = own.find(({ partnership }) => partnership.code === code)?.values ?? [];
			const kinds = resultKinds.flatMap((kind) => {
				const ofKind = values.filter(({ cell }) => kindOf.get(cell) === kind);
				const named = ofKind.filter((each) => each.named).length;
				return ofKind.length === 0 ? [] : [releasedWords(kind, ofKind.length, named)];
			});
			return kinds.length === 0 ? [] : [{ number, title, kinds }];
		})
	}));
}
