/** What the page of one standard says, gathered from the standards, the crosswalks and the instruments. */
import type { Instrument } from '#lib/evidence/instrument.ts';
import type { Crosswalk } from '#lib/frameworks/crosswalk.ts';
import type { Element, Framework } from '#lib/frameworks/framework.ts';
import type { LinkSeen } from '#lib/frameworks/lookup.ts';
import {
	childrenOf,
	crosswalkLinks,
	elementsOfKind,
	findElement,
	locateElement
} from '#lib/frameworks/lookup.ts';
import { referenceOf } from '#lib/frameworks/source.ts';
import type { QuotedFrom } from './framework-source.ts';
import { newestEdition, quotedFrom } from './framework-source.ts';

/** What is known beforehand and needed here. */
export type FrameworkShelf = {
	frameworks: readonly Framework[];
	crosswalks: readonly Crosswalk[];
	instruments: readonly Instrument[];
	/** Where answers to an instrument are kept, by its id@edition; without them, questions lead nowhere. */
	answers?: ReadonlyMap<string, KeptAnswers>;
};

/** A source of a review that has answers: the place and years of the review, and the address of the source. */
export type KeptAnswers = { place: string; sourceHref: string };

/** A question that gives evidence on an element. */
export type AskedIn = {
	instrument: string;
	code: string;
	wording: string;
	/** The page of its answers, where a review that asked it is kept, and whose they are. */
	answers: { place: string; href: string } | null;
};

/** An element at the other end of a link that we propose, with our reason. */
export type ProposedLink = { code: string; title: string; reason: string };

export type ComponentEntry = {
	code: string;
	text: string;
	parts: string[];
	changes: ProposedLink[];
	asked: AskedIn[];
};

/** Something that a document sets beside the standard; null or empty where it sets nothing. */
export type StandardPage = {
	code: string;
	title: string;
	statement: string;
	inDevelopment: boolean;
	practice: string | null;
	components: ComponentEntry[];
	themes: ProposedLink[];
	recommendations: { target: string; numbers: number[]; note: string | null } | null;
	promise: { target: string; text: string | null; note: string | null } | null;
	drivers: { titles: string[]; note: string | null } | null;
	previous: { code: string; title: string } | null;
	next: { code: string; title: string } | null;
	count: number;
	from: QuotedFrom;
};

/** One line of the list of standards. */
export type StandardEntry = {
	code: string;
	title: string;
	statement: string;
	components: number;
	componentCodes: string[];
	inDevelopment: boolean;
};

/** All standards of the newest edition, in their order. */
export function listStandards({ frameworks }: Pick<FrameworkShelf, 'frameworks'>): {
	standards: StandardEntry[];
	from: QuotedFrom;
} {
	const framework = newestEdition(frameworks, 'sds-standards');
	const standards = elementsOfKind(framework, 'standard').map(({ code, title, text, status }) => {
		const componentCodes = childrenOf(framework, code, 'core-component').map((each) => each.code);
		return {
			...{ code, title, statement: text, components: componentCodes.length, componentCodes },
			inDevelopment: status === 'in-development'
		};
	});
	return { standards, from: quotedFrom(framework) };
}

/** The page of a standard of the newest edition; undefined when there is no such standard. */
export function describeStandard(shelf: FrameworkShelf, code: string): StandardPage | undefined {
	const framework = newestEdition(shelf.frameworks, 'sds-standards');
	const standard = findElement(framework, code);
	if (standard?.kind !== 'standard') return undefined;
	const standards = elementsOfKind(framework, 'standard');
	const at = standards.indexOf(standard);
	const links = crosswalkLinks(shelf.crosswalks, referenceOf(framework), code);
	return {
		code,
		title: standard.title,
		statement: standard.text,
		inDevelopment: standard.status === 'in-development',
		practice: childrenOf(framework, code, 'practice-statement')[0]?.text ?? null,
		components: childrenOf(framework, code, 'core-component').map((component) =>
			describeComponent(shelf, framework, component)
		),
		themes: proposedLinks(shelf, ofCrosswalk(links, 'themes-standards')),
		recommendations: recommendationsOf(shelf, links),
		promise: promiseOf(shelf, links),
		drivers: driversOf(shelf, links),
		previous: named(standards[at - 1]),
		next: named(standards[at + 1]),
		count: standards.length,
		from: quotedFrom(framework)
	};
}

function describeComponent(shelf: FrameworkShelf, framework: Framework, component: Element): ComponentEntry {
	const links = crosswalkLinks(shelf.crosswalks, referenceOf(framework), component.code);
	return {
		code: component.code,
		text: component.text,
		parts: childrenOf(framework, component.code, 'part').map(({ text }) => text),
		changes: proposedLinks(shelf, ofCrosswalk(links, 'components-changes')),
		asked: askedAbout(shelf, component.code)
	};
}

/** The questions of all instruments that give evidence on an element. */
export function askedAbout(
	{ instruments, answers }: Pick<FrameworkShelf, 'instruments' | 'answers'>,
	code: string
): AskedIn[] {
	return instruments.flatMap(({ id, edition, title, questions }) => {
		const kept = answers?.get(`${id}@${edition}`);
		return questions
			.filter(({ elements }) => elements.includes(code))
			.map((question) => ({
				instrument: title,
				code: question.code,
				wording: question.wording,
				answers: kept
					? { place: kept.place, href: `${kept.sourceHref}/questions/${encodeURIComponent(question.code)}` }
					: null
			}));
	});
}

function ofCrosswalk(links: readonly LinkSeen[], id: string): LinkSeen[] {
	return links.filter(({ crosswalk }) => crosswalk.id === id);
}

/** Links that we propose, each with the far element: its title, or its text where the title is our own label. */
export function proposedLinks(shelf: FrameworkShelf, links: readonly LinkSeen[]): ProposedLink[] {
	return links.flatMap(({ code, link }) => {
		const far = code === null ? undefined : locateElement(shelf.frameworks, code)?.element;
		if (!far) return [];
		return [{ code: far.code, title: far.label ? far.text : far.title, reason: link.reason ?? '' }];
	});
}

function recommendationsOf({ crosswalks }: FrameworkShelf, links: readonly LinkSeen[]) {
	const crosswalk = crosswalks.find(({ id }) => id === 'standards-review-recommendations');
	if (!crosswalk) return null;
	const numbers = ofCrosswalk(links, crosswalk.id).flatMap(({ link }) => link.numbers ?? []);
	return { target: crosswalk.target?.title ?? crosswalk.title, numbers, note: crosswalk.note ?? null };
}

function promiseOf({ crosswalks }: FrameworkShelf, links: readonly LinkSeen[]) {
	const crosswalk = crosswalks.find(({ id }) => id === 'standards-the-promise');
	if (!crosswalk) return null;
	const text = ofCrosswalk(links, crosswalk.id)[0]?.link.text ?? null;
	return { target: crosswalk.target?.title ?? crosswalk.title, text, note: crosswalk.note ?? null };
}

function driversOf(shelf: FrameworkShelf, links: readonly LinkSeen[]) {
	const crosswalk = shelf.crosswalks.find(({ id }) => id === 'standards-drivers');
	if (!crosswalk) return null;
	const titles = ofCrosswalk(links, crosswalk.id).flatMap(({ code }) => {
		const driver = code === null ? undefined : locateElement(shelf.frameworks, code)?.element;
		return driver ? [driver.title] : [];
	});
	return { titles, note: crosswalk.note ?? null };
}

function named(standard: Element | undefined): { code: string; title: string } | null {
	return standard ? { code: standard.code, title: standard.title } : null;
}
