/** Looks up the names that the sentences of the trail speak of: as they are now, and only those that may be read. */
import { and, eq } from 'drizzle-orm';
import { findElement } from '#lib/frameworks/lookup.ts';
import type { Database } from '../db/open.ts';
import { findings } from '../db/schema/conclusions.ts';
import { sources } from '../db/schema/evidence.ts';
import { organisations } from '../db/schema/organisations.ts';
import { people } from '../db/schema/people.ts';
import type { Names } from '../trail/sentences.ts';
import { listDocuments } from './documents.ts';

/** Names for the history of one review. `records`: whether the references of records are shown. */
export function namesInReview(db: Database, review: string, { records }: { records: boolean }): Names {
	const source = (id: string | null) =>
		db
			.select({ title: sources.title })
			.from(sources)
			.where(and(eq(sources.reviewId, review), eq(sources.slug, id ?? '')))
			.get()?.title;
	const heading = (slug: string | null) =>
		db
			.select({ heading: findings.heading })
			.from(findings)
			.where(and(eq(findings.reviewId, review), eq(findings.slug, slug ?? '')))
			.get()?.heading;
	return {
		...commonNames(db),
		review: () => 'this review',
		finding: once((slug) => (heading(slug) ? `the finding “${heading(slug)}”` : 'a finding')),
		source: once((id) => (source(id) ? `“${source(id)}”` : 'a source')),
		record: once((subject) => {
			const [id = '', ...reference] = (subject ?? '').split('/');
			const named = records ? `the record ${reference.join('/')}` : 'a record';
			return `${named} of ${source(id) ? `“${source(id)}”` : 'a source'}`;
		})
	};
}

/** Names for those who look after an installation or organisation: of a review no more than its id. */
export function namesOutsideReviews(db: Database): Names {
	return {
		...commonNames(db),
		review: (id) => `the review ${id}`,
		finding: () => 'a finding',
		source: () => 'a source',
		record: () => 'a record'
	};
}

export const nobodyAnyMore = 'a person who has left';

function commonNames(db: Database): Pick<Names, 'person' | 'organisation' | 'element'> {
	const person = (id: string) => db.select({ name: people.name }).from(people).where(eq(people.id, id)).get();
	const organisation = (id: string) =>
		db.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, id)).get();
	return {
		person: once((id) => person(id ?? '')?.name ?? nobodyAnyMore),
		organisation: once((id) => organisation(id ?? '')?.name ?? 'an organisation'),
		element: once((code) => elementName(db, code ?? ''))
	};
}

/** “theme 3, Impact on staff”, “standard 8, Worker autonomy”; no code is in two frameworks. */
function elementName(db: Database, code: string): string {
	const element = listDocuments(db, 'framework')
		.map((framework) => findElement(framework, code))
		.find((found) => found !== undefined);
	if (!element) return `what has the code ${code}`;
	const number = code.replace(/^[A-Z]+(?=\d)/, '');
	if (element.kind === 'theme' || element.kind === 'standard')
		return `${element.kind} ${number}, ${element.title}`;
	return `“${element.title}”`;
}

/** Looks each name up once for a page. */
function once(look: (id: string | null) => string): (id: string | null) => string {
	const known = new Map<string | null, string>();
	return (id) => {
		const name = known.get(id) ?? look(id);
		known.set(id, name);
		return name;
	};
}
