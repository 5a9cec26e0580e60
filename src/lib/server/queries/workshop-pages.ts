/** What the pages of a workshop show: the big screen, and a telephone in the room. */
import type { Element } from '#lib/frameworks/framework.ts';
import { findElement } from '#lib/frameworks/lookup.ts';
import type { ReadinessScale } from '#lib/frameworks/scales.ts';
import {
	byPerspective,
	spacedCode,
	spreadOf,
	type ByPerspective,
	type Spread
} from '#lib/judgement/workshop.ts';
import { quotedFrom, type QuotedFrom } from '#lib/pages/framework-source.ts';
import type { Database } from '../db/open.ts';
import type { Seat } from '../workshop-seat.ts';
import { whyClosed } from './closed.ts';
import { keptReadiness, listReadiness } from './readiness.ts';
import {
	countRated,
	findHeldWorkshop,
	findOwnRating,
	findSelfEvaluated,
	findWorkshop,
	listRatings,
	ratedComponents,
	readinessScale,
	type OpenWorkshop
} from './workshops.ts';

export type Stage = ReadinessScale['howWell'][number];

export type ShownComponent = { code: string; text: string; standard: string };

/** A component in the list of those that can be put to the room. */
export type ListedComponent = {
	code: string;
	text: string;
	/** How many rated it in this workshop. */
	rated: number;
	/** The stage that a workshop agreed; null for none. */
	agreed: Stage | null;
};

export type WorkshopScreen = {
	closed: string | null;
	stages: Stage[];
	from: QuotedFrom;
	standards: { code: string; title: string; components: ListedComponent[] }[];
	/** Null while no workshop goes on. */
	room: {
		code: string;
		joinCode: string;
		state: OpenWorkshop['state'];
		component: ShownComponent | null;
		rated: number;
		/** Only once it is revealed. */
		shown: { spread: Spread; perspectives: ByPerspective; said: boolean } | null;
		/** What the review says of it so far; only once it is revealed, so that nobody rates after it. */
		kept: { howWell: string; words: string; version: number; agreed: boolean } | null;
		/** The component after this one in the order of the standards, or the first. */
		next: string | null;
	} | null;
};

/** Throws a not-found Problem for a review that is no self-evaluation. `at`: the time now. */
export function loadWorkshopScreen(db: Database, review: string, at: string): WorkshopScreen {
	const framework = findSelfEvaluated(db, review);
	const stages = [...readinessScale(db).howWell];
	const held = findHeldWorkshop(db, review, at);
	const rated = held ? countRated(db, held.id) : new Map<string, number>();
	const readiness = new Map(listReadiness(db, review).map((each) => [each.element, each]));
	const all = ratedComponents(framework);
	const listed = ({ code, text }: Element): ListedComponent => {
		const kept = readiness.get(code);
		const agreed = kept?.agreed === 'workshop' ? stages.find(({ step }) => step === kept.howWell) : undefined;
		return { code, text, rated: rated.get(code) ?? 0, agreed: agreed ?? null };
	};
	const titleOf = (code: string | null) => (code === null ? '' : (findElement(framework, code)?.title ?? ''));
	const component = held && all.find(({ code }) => code === held.element);
	return {
		closed: whyClosed(db, review),
		stages,
		from: quotedFrom(framework),
		standards: [...new Set(all.map(({ parent }) => parent ?? ''))].map((code) => ({
			code,
			title: titleOf(code),
			components: all.filter(({ parent }) => parent === code).map(listed)
		})),
		room: held && {
			code: spacedCode(held.joinCode),
			joinCode: held.joinCode,
			state: held.state,
			component: component
				? {
						code: component.code,
						text: component.text,
						standard: `${component.parent}. ${titleOf(component.parent)}`
					}
				: null,
			rated: rated.get(held.element ?? '') ?? 0,
			...revealed(db, review, held),
			next: all[all.findIndex(({ code }) => code === held.element) + 1]?.code ?? null
		}
	};
}

type Revealed = Pick<NonNullable<WorkshopScreen['room']>, 'shown' | 'kept'>;

function revealed(db: Database, review: string, { id, state, element }: OpenWorkshop): Revealed {
	if (state !== 'revealed' || element === null) return { shown: null, kept: null };
	const ratings = listRatings(db, id, element);
	const { texts, version } = keptReadiness(db, review, element);
	const row = listReadiness(db, review).find((each) => each.element === element);
	return {
		shown: {
			spread: spreadOf(ratings),
			perspectives: byPerspective(ratings),
			said: ratings.some(({ perspective }) => perspective !== null)
		},
		kept: {
			howWell: texts.howWell ?? '',
			words: texts.words ?? '',
			version,
			agreed: row?.agreed === 'workshop'
		}
	};
}

/** What stands on a telephone in the room; null when the workshop is over. */
export type SeatShown = {
	state: OpenWorkshop['state'];
	component: ShownComponent | null;
	stages: Stage[];
	/** The step that they rated; null while they have not. */
	own: number | null;
} | null;

/** `at`: the time now. */
export function loadSeat(db: Database, code: string, { participant }: Seat, at: string): SeatShown {
	const workshop = findWorkshop(db, code, at);
	if (!workshop) return null;
	const framework = findSelfEvaluated(db, workshop.reviewId);
	const element = workshop.element === null ? undefined : findElement(framework, workshop.element);
	return {
		state: workshop.state,
		component: element
			? {
					code: element.code,
					text: element.text,
					standard: findElement(framework, element.parent ?? '')?.title ?? ''
				}
			: null,
		stages: [...readinessScale(db).howWell],
		own: element ? findOwnRating(db, workshop.id, element.code, participant) : null
	};
}
