/** What must be said beside quoted material: whose words, from which publication, on what terms. */
import type { Framework } from '#lib/frameworks/framework.ts';

export type QuotedFrom = {
	edition: string;
	publisher: string;
	source: Framework['source'];
	licence: Framework['licence'];
};

export function quotedFrom({ edition, publisher, source, licence }: Framework): QuotedFrom {
	return { edition, publisher, source, licence };
}

/** The newest edition of a framework. Throws a RangeError when there is none. */
export function newestEdition(frameworks: readonly Framework[], id: string): Framework {
	const editions = frameworks.filter((framework) => framework.id === id);
	const newest = editions.sort((a, b) => b.edition.localeCompare(a.edition, 'en', { numeric: true }))[0];
	if (!newest) throw new RangeError(`no edition of ${id} is loaded`);
	return newest;
}
