/** What the addresses of a comparison ask for, the pages of its elements, and their files. */
import type { ElementPage } from '#lib/pages/compare-asked.ts';
import type { ComparePageKind } from '#lib/pages/compare-addresses.ts';
import type { By } from './commands/append-event.ts';
import { noteRead } from './commands/note-read.ts';
import type { Database } from './db/open.ts';
import { loadElementCompared, loadElementFigures } from './queries/compare-page.ts';
import type { AskedView } from './queries/compare-views.ts';
import { Problem } from './problems.ts';
import { answered } from './web-problems.ts';

/** What of a request for an element, `[code]`, is read. */
type ElementAsked = { locals: { db: Database } & By; params: { code: string }; url: URL };

/** The number of a release in an address, `?release=3`; null for the newest. What is no number is no release’s. */
export function releaseIn(url: URL): number | null {
	const given = url.searchParams.get('release');
	if (given === null || given === '') return null;
	if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
	return answered(() => {
		throw new Problem('not-found', `No release has the number “${given.slice(0, 40)}”.`);
	});
}

/** The same with the partnership as which somebody of several looks: `?partnership=S37000001`. */
export const askedIn = (url: URL): AskedView => ({
	release: releaseIn(url),
	partnership: url.searchParams.get('partnership') || null
});

/** The figures of a page as a file; the trail is told. */
export function figuresFile(
	locals: { db: Database } & By,
	load: () => { name: string; text: string }
): Response {
	const file = answered(() => {
		const made = load();
		noteRead(locals.db, locals, { verb: 'figures-downloaded', subject: made.name, format: 'csv' });
		return made;
	});
	return new Response(file.text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${file.name}"`
		}
	});
}

/** Answers the pages of one kind: standards, components, themes or changes. */
export const elementPages =
	(kind: ComparePageKind) =>
	({ locals: { db, actor }, params: { code }, url }: ElementAsked): { compared: ElementPage } => ({
		compared: answered(() => loadElementCompared(db, actor, { kind, code, ...askedIn(url) }))
	});

/** Answers the figures of the pages of one kind. */
export const elementFigures =
	(kind: ComparePageKind) =>
	({ locals, params: { code }, url }: ElementAsked): Response =>
		figuresFile(locals, () => loadElementFigures(locals.db, locals.actor, { kind, code, ...askedIn(url) }));
