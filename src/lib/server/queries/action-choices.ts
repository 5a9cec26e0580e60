/** What can be chosen in the form of an improvement action: what it answers, what it serves, how one will know. */
import { childrenOf, elementsOfKind, findFramework } from '#lib/frameworks/lookup.ts';
import { servedKinds, type Library, type ServedKind } from '#lib/improvement/serves.ts';
import { tied } from '#lib/improvement/tied.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { loadAttachments } from './attachments.ts';
import { listRecommendations } from './conclusions.ts';
import { findDocument, listDocuments } from './documents.ts';
import { findReview } from './reviews.ts';
import { listSources } from './sources.ts';
import { listCandidates, listTeam } from './team.ts';
import { maySee } from './visible-reviews.ts';

export type Option = { value: string; label: string };

export type ActionChoices = {
	recommendations: Option[];
	/** The components, standards or themes whose gap it may close. */
	elements: Option[];
	served: Record<ServedKind, Option[]>;
	/** Questions and figures whose answers will say whether the target is reached. */
	tied: Option[];
	attachments: Option[];
	people: Option[];
};

/** The frameworks and crosswalks by which it is said what an action serves. */
export const loadImprovementLibrary = (db: Database): Library => ({
	frameworks: listDocuments(db, 'framework'),
	crosswalks: listDocuments(db, 'crosswalk')
});

/** `actor`: files and people are for those to choose who see them. Throws a not-found Problem. */
export function loadActionChoices(db: Database, actor: Actor, reviewId: string): ActionChoices {
	const review = findReview(db, reviewId);
	const { frameworks } = loadImprovementLibrary(db);
	const leading = findFramework(frameworks, review.frameworks[0] ?? '');
	const tops = leading ? childrenOf(leading, null) : [];
	const below = leading ? elementsOfKind(leading, 'core-component') : [];
	const newest = frameworks.filter(
		({ id, edition }) => !frameworks.some((other) => other.id === id && other.edition > edition)
	);
	const served = (kind: ServedKind) =>
		newest
			.flatMap((framework) => framework.elements)
			.filter((element) => element.kind === kind || (kind === 'change' && element.kind === 'outcome'))
			.map(({ code, label, title, text }) => ({
				value: code,
				label: `${code}. ${shortened(label ? text : title)}`
			}));
	return {
		recommendations: listRecommendations(db, reviewId).map(({ number, text }) => ({
			value: String(number),
			label: `${number}. ${shortened(text)}`
		})),
		elements: [
			...tops.map(({ code, title }) => ({ value: code, label: `${code}. ${title}` })),
			...below.map(({ code, text }) => ({ value: code, label: `${code} ${shortened(text)}` }))
		],
		served: Object.fromEntries(servedKinds.map((kind) => [kind, served(kind)])) as ActionChoices['served'],
		tied: tiedChoices(db, reviewId),
		attachments: maySee(db, actor, reviewId, 'see-records') ? attachmentChoices(db, reviewId) : [],
		people: maySee(db, actor, reviewId, 'see-plan') ? peopleChoices(db, reviewId) : []
	};
}

function tiedChoices(db: Database, reviewId: string): Option[] {
	return listSources(db, reviewId).flatMap((source) => {
		const questions =
			source.instrument === null ? [] : findDocument(db, 'instrument', source.instrument).questions;
		return [
			...questions
				.filter(({ positive }) => positive.length > 0)
				.map(({ code, label, wording }) => ({
					value: tied({ source: source.id, question: code, figure: null }),
					label: `${source.title}: ${shortened(label ?? wording)}`
				})),
			...source.figures.map(({ id, title }) => ({
				value: tied({ source: source.id, question: null, figure: id }),
				label: `${source.title}, figures: ${shortened(title)}`
			}))
		];
	});
}

const attachmentChoices = (db: Database, reviewId: string): Option[] =>
	loadAttachments(db, reviewId, '9999-12-31').lines.map(({ id, title }) => ({ value: id, label: title }));

function peopleChoices(db: Database, reviewId: string): Option[] {
	const team = listTeam(db, reviewId).filter(({ standing }) => standing === 'confirmed');
	const all = [...team, ...listCandidates(db, reviewId)].map(({ person, name }) => [person, name] as const);
	return [...new Map(all)].map(([value, label]) => ({ value, label }));
}

/** As much of a text as a list has room for. */
function shortened(text: string, most = 90): string {
	if (text.length <= most) return text;
	return `${text.slice(0, text.lastIndexOf(' ', most))} …`;
}
