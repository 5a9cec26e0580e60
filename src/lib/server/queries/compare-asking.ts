/** Whom one may ask about what a comparison shows, and what they have shared on it. */
import { and, eq } from 'drizzle-orm';
import type { AskedGap, Asking, SharedPractice } from '#lib/pages/compare-asked.ts';
import type { Gap, Strength } from '#lib/pages/compare-gaps.ts';
import type { Actor } from '../access/actor.ts';
import { may } from '../access/may.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { organisations } from '../db/schema/organisations.ts';
import { listEntriesFor, type EntryLine } from './entries.ts';
import { listNamedOrganisations } from './named-organisations.ts';
import { worldOf } from './world.ts';
import { speaksFor } from './writing-for.ts';

type Found = { gaps: readonly Gap[]; strengths: readonly (Strength & { on: string; href: string })[] };

/** What the page of an element or a question asks. `about`: what one writes of; `elements`: what others may have shared on. */
export const askingOf = (
	db: Database,
	actor: Actor,
	{ gaps, strengths }: Found,
	{ about, elements }: { about: string; elements: readonly string[] }
): Asking => ({
	joins: may(actor, 'join-in', installation).yes,
	questions: questionsToAsk(db, actor, gaps),
	strong: strengths.map((each) => ({ ...each, askHref: askHref(db, actor, each.code, about) })),
	practice: sharedOn(db, actor, elements).map(linked)
});

/** The gaps as questions, each with who does well on it, whom of them one may ask, and what was shared on it. */
export function questionsToAsk(db: Database, actor: Actor, gaps: readonly Gap[]): AskedGap[] {
	return gaps.map((gap) => {
		const shared = sharedOn(db, actor, gap.elements);
		const ofStrong = new Set<string>();
		const strengths = gap.strengths.map((each) => {
			const organisation = organisationOf(db, actor, each.code);
			const own = shared.filter((line) => organisation !== null && line.organisation === organisation);
			for (const { id } of own) ofStrong.add(id);
			return {
				...each,
				askHref: askHref(db, actor, each.code, gap.elements[0] ?? gap.code),
				practice: own.map(linked)
			};
		});
		return { ...gap, strengths, practice: shared.filter(({ id }) => !ofStrong.has(id)).map(linked) };
	});
}

/** What others shared. What serves more of the elements comes first; what Cairn came with, last. */
function sharedOn(db: Database, actor: Actor, elements: readonly string[]): EntryLine[] {
	const own = speaksFor(db, actor);
	const served = (line: EntryLine) => line.elements.filter((code) => elements.includes(code)).length;
	return listEntriesFor(db, actor, { elements })
		.filter(({ organisation }) => organisation === null || organisation !== own)
		.toSorted(
			(a, b) => Number(a.organisation === null) - Number(b.organisation === null) || served(b) - served(a)
		);
}

const linked = ({ id, title, whose }: EntryLine): SharedPractice => ({
	id,
	title,
	whose,
	href: `/practice/${encodeURIComponent(id)}`
});

/** The organisation of a partnership in the actor's world, or null. */
function organisationOf(db: Database, actor: Actor, partnership: string): string | null {
	const found = db
		.select({ id: organisations.id })
		.from(organisations)
		.where(
			and(
				eq(organisations.kind, 'partnership'),
				eq(organisations.partnership, partnership),
				eq(organisations.example, worldOf(actor) === 'example')
			)
		)
		.get();
	return found?.id ?? null;
}

/** Where one writes to a partnership about an element. */
function askHref(db: Database, actor: Actor, partnership: string, about: string): string | null {
	if (actor.kind !== 'person' || !may(actor, 'join-in', installation).yes) return null;
	const organisation = organisationOf(db, actor, partnership);
	if (organisation === null || !listNamedOrganisations(db, actor).includes(organisation)) return null;
	const own = actor.memberships.some((each) => each.organisation === organisation);
	const query = new URLSearchParams({ about, to: organisation });
	return own ? null : `/practice/messages/new?${query}`;
}
