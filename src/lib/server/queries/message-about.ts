/** What a message between partnerships is about, and who offered to be written to about it. */
import { locateElement, pathToTop } from '#lib/frameworks/lookup.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { listDocuments } from './documents.ts';
import { listPublished } from './entries.ts';
import { listNamedOrganisations } from './named-organisations.ts';

export type MessageAbout = {
	/** The title of the entry, or the element with its code. */
	words: string;
	/** Its page; null for what has none, or is not shared any more. */
	href: string | null;
	/** Ids of the organisations of the actor's world that may be written to about it. */
	offeredBy: string[];
};

/** `about`: `entry:<id>` or the code of an element; anything else is about nothing, and nobody offered contact. */
export function aboutMessage(db: Database, actor: Actor, about: string): MessageAbout {
	const shared = listPublished(db, actor).filter(({ contact }) => contact);
	if (about.startsWith('entry:')) {
		const entry = listPublished(db, actor).find(({ id }) => `entry:${id}` === about);
		if (!entry) return { words: 'something that is not shared any more', href: null, offeredBy: [] };
		const { id, title, contact, organisationId } = entry;
		return {
			words: title,
			href: `/practice/${id}`,
			offeredBy: contact && organisationId !== null ? [organisationId] : []
		};
	}
	const found = locateElement(listDocuments(db, 'framework'), about);
	if (!found) return { words: 'something else', href: null, offeredBy: [] };
	const { framework, element } = found;
	// It stands within a sentence, which ends with a full stop of its own.
	const words = `${element.code}. ${element.label ? element.text : element.title}`.replace(/\.$/, '');
	const top = pathToTop(framework, element.code).at(-1)!.code;
	const href =
		framework.id === 'sds-standards'
			? `/standards/${top}${top === element.code ? '' : `#${element.code}`}`
			: element.kind === 'change'
				? `/change-map/${element.code}`
				: null;
	const offering = shared.flatMap(({ organisationId }) => organisationId ?? []);
	return { words, href, offeredBy: [...new Set([...offering, ...listNamedOrganisations(db, actor)])] };
}
