/** What the history of a review and the administrators' audit page show. */
import { and, eq } from 'drizzle-orm';
import { branchOf, findFramework } from '#lib/frameworks/lookup.ts';
import { trailCsv } from '#lib/pages/trail-csv.ts';
import {
	deriveTrailDays,
	type Option,
	type ToldEvent,
	type TrailChoice,
	type TrailPage
} from '#lib/pages/trail-page.ts';
import { endOfDay, isDay, startOfDay } from '#lib/pages/uk-days.ts';
import { sectionElements } from '#lib/reports/derive-input.ts';
import type { Actor } from '../access/actor.ts';
import { may } from '../access/may.ts';
import { installation } from '../access/resource.ts';
import type { Database } from '../db/open.ts';
import { kinds, sayDone, sayWho, type Kind, type Names } from '../trail/sentences.ts';
import { events } from '../db/schema/trail.ts';
import { listDocuments } from './documents.ts';
import { listJudged } from './judging.ts';
import { seesOwnJudgements } from './judging-sight.ts';
import { listHiddenSubjects } from './blind-readings.ts';
import { findReviewResource } from './resources.ts';
import { findReview } from './reviews.ts';
import { namesInReview, namesOutsideReviews } from './trail-names.ts';
import {
	countTrail,
	listTrail,
	listTrailActors,
	type TrailEvent,
	type TrailFilter,
	type TrailScope
} from './trail.ts';

const atOnce = 40;
/** More events than any review has; a file of more would not be read. */
const mostInFile = 100_000;

/** Which part of the trail somebody reads, in which names, by which themes they may choose. */
type View = {
	scope: TrailScope;
	names: Names;
	themes: readonly Theme[];
	kinds: readonly Kind[];
	/** Elements of which it is not told who judged them apart. */
	apart?: TrailFilter['apart'];
	/** Readings whose texts are not shown: what the event is about → number of the reading. */
	hidden: ReadonlyMap<string, number>;
};
type Theme = Option & { codes: readonly string[] };

/** Of a review that is there. Records are named to those only who may see them. */
function reviewView(db: Database, actor: Actor, review: string): View {
	const resource = findReviewResource(db, review);
	const records = resource !== null && may(actor, 'see-records', resource).yes;
	return {
		scope: { of: 'review', review },
		names: namesInReview(db, review, { records }),
		themes: themesOf(db, review),
		kinds: ['plan', 'evidence', 'conclusions', 'standing', 'sharing', 'reading', 'people'],
		apart: judgedApart(db, actor, review),
		hidden: listHiddenSubjects(db, actor, review)
	};
}

function judgedApart(db: Database, actor: Actor, review: string): TrailFilter['apart'] {
	const { kind } = listJudged(db, review);
	const told = db
		.selectDistinct({ code: events.subject })
		.from(events)
		.where(and(eq(events.review, review), eq(events.verb, 'own-judgement-given')))
		.all();
	return {
		reader: actor.kind === 'person' ? actor.id : null,
		elements: told.flatMap(({ code }) =>
			code === null || seesOwnJudgements(db, actor, review, { kind, code }) ? [] : [code]
		)
	};
}

function themesOf(db: Database, review: string): Theme[] {
	const [leading = ''] = findReview(db, review).frameworks;
	const framework = findFramework(listDocuments(db, 'framework'), leading);
	if (!framework) return [];
	return sectionElements(framework).map(({ code, title }) => ({
		value: code,
		label: `${code.replace(/^[A-Z]+(?=\d)/, '')} ${title}`,
		codes: branchOf(framework, code).map((element) => element.code)
	}));
}

/** Whoever looks after the installation reads of all; any other administrator of their own organisations. */
function administratorView(db: Database, actor: Actor): View {
	return {
		scope: administratorScope(actor),
		names: namesOutsideReviews(db),
		themes: [],
		kinds: Object.keys(kinds) as Kind[],
		hidden: new Map()
	};
}

function administratorScope(actor: Actor): TrailScope {
	if (may(actor, 'look-after-installation', installation).yes) return { of: 'installation' };
	const memberships = actor.kind === 'person' ? actor.memberships : [];
	const ids = memberships
		.filter(({ role, standing }) => role === 'administrator' && standing === 'confirmed')
		.map(({ organisation }) => organisation);
	return { of: 'organisations', ids };
}

/** `asked`: the parameters of the address. Those that make no sense are left aside. */
export function loadHistoryPage(
	db: Database,
	actor: Actor,
	review: string,
	asked: URLSearchParams
): TrailPage {
	return loadPage(db, reviewView(db, actor, review), asked);
}

export function loadAuditPage(db: Database, actor: Actor, asked: URLSearchParams): TrailPage {
	return loadPage(db, administratorView(db, actor), asked);
}

/** The chosen events as the text of a CSV file. */
export function loadHistoryCsv(db: Database, actor: Actor, review: string, asked: URLSearchParams): string {
	return loadCsv(db, reviewView(db, actor, review), asked);
}

export function loadAuditCsv(db: Database, actor: Actor, asked: URLSearchParams): string {
	return loadCsv(db, administratorView(db, actor), asked);
}

function loadCsv(db: Database, view: View, asked: URLSearchParams): string {
	const { filter } = readChoice(asked, view);
	const events = listTrail(db, view.scope, filter, { most: mostInFile });
	return trailCsv(events.map((event) => tell(event, view)));
}

function loadPage(db: Database, view: View, asked: URLSearchParams): TrailPage {
	const { scope } = view;
	const { choice, filter } = readChoice(asked, view);
	const before = /^\d{1,15}$/.test(asked.get('before') ?? '') ? Number(asked.get('before')) : null;
	const events = listTrail(db, scope, filter, { before, most: atOnce + 1, folded: true });
	const shown = events.slice(0, atOnce);
	const address = (more: Record<string, string>) => {
		const parameters = Object.entries({ ...choice, ...more }).filter(([, value]) => value !== '');
		return parameters.length === 0 ? '?' : `?${new URLSearchParams(parameters)}`;
	};
	return {
		days: deriveTrailDays(shown.map((event) => tell(event, view))),
		count: countTrail(db, scope, filter),
		choice,
		who: whoOptions(db, view),
		kinds: view.kinds.map((kind) => ({ value: kind, label: kinds[kind] })),
		themes: view.themes.map(({ value, label }) => ({ value, label })),
		older: events.length > atOnce ? address({ before: String(shown.at(-1)!.id) }) : null,
		newest: before === null ? null : address({}),
		csv: address({})
	};
}

function readChoice(
	asked: URLSearchParams,
	{ kinds: known, themes, apart }: View
): { choice: TrailChoice; filter: TrailFilter } {
	const word = (name: string) => (asked.get(name) ?? '').trim().slice(0, 100);
	const day = (name: string) => (isDay(word(name)) ? word(name) : '');
	const kind = known.find((each) => each === word('kind')) ?? null;
	const theme = themes.find(({ value }) => value === word('theme')) ?? null;
	const choice = {
		who: word('who'),
		kind: kind ?? '',
		from: day('from'),
		to: day('to'),
		theme: theme?.value ?? ''
	};
	return {
		choice,
		filter: {
			who: choice.who || null,
			kind,
			from: choice.from ? startOfDay(choice.from) : null,
			to: choice.to ? endOfDay(choice.to) : null,
			elements: theme?.codes ?? null,
			...(apart && { apart })
		}
	};
}

function whoOptions(db: Database, { scope, names, apart }: View): Option[] {
	const { people, others } = listTrailActors(db, scope, apart);
	return [
		...people.map((id) => ({ value: id, label: sayWho({ actor: 'person', person: id }, names) })),
		...others.map((actor) => ({ value: actor, label: sayWho({ actor, person: null }, names) }))
	];
}

function tell(event: TrailEvent, { scope, names, hidden }: View): ToldEvent {
	const { id, at, review } = event;
	// What another reader answered or remarked, told to somebody who has yet to read the same blind.
	const { subject, facts } = event;
	const isHidden = subject !== null && hidden.has(subject) && hidden.get(subject) === facts.reading;
	const { reason, before, after } = isHidden ? { reason: null, before: null, after: null } : event;
	const done = sayDone(event, names);
	// Where events of many reviews stand together, each says to which it belongs.
	const elsewhere = scope.of !== 'review' && review !== null && !done.includes(names.review(review));
	const did = elsewhere ? `${done}, in ${names.review(review)}` : done;
	return { id, at, who: sayWho(event, names), did, reason, before, after };
}
