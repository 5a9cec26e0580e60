/**
 * What something is said about: `review`, `theme:T2`, `standard:8`, `component:8.7`, `finding:<name>`,
 * `source:<name>`, `action:<name>`. Each with its name in words and where it is shown.
 */
import { and, eq } from 'drizzle-orm';
import { findElement, findFramework } from '#lib/frameworks/lookup.ts';
import {
	componentAddress,
	findingAddress,
	planOfActionAddress,
	sourceAddress,
	themeAddress
} from '#lib/pages/review-addresses.ts';
import type { Database } from '../db/open.ts';
import { findings } from '../db/schema/conclusions.ts';
import { sources } from '../db/schema/evidence.ts';
import { actions } from '../db/schema/improving.ts';
import { listDocuments } from './documents.ts';
import { findReview } from './reviews.ts';

export type About = { about: string; name: string; href: string };

/** Null for what is not there. */
export function findAbout(db: Database, review: string, about: string): About | null {
	const [, kind = '', id = ''] = /^(\w+)(?::(.+))?$/.exec(about) ?? [];
	const as = (name: string | undefined, href: string) => (name === undefined ? null : { about, name, href });
	switch (kind) {
		case 'review':
			return id === '' ? as('The review as a whole', `/reviews/${review}`) : null;
		case 'theme':
		case 'standard':
			return as(elementTitle(db, review, kind, id), themeAddress(review, id));
		case 'component':
			return as(elementTitle(db, review, 'core-component', id), componentAddress(review, id));
		case 'finding':
			return as(headingOf(db, review, id), findingAddress(review, id));
		case 'source':
			return as(titleOfSource(db, review, id), sourceAddress(review, id));
		case 'action':
			return as(titleOfAction(db, review, id), planOfActionAddress(review, id));
		default:
			return null;
	}
}

/** `Theme 2, Getting support at the right time`; undefined where the review does not judge by it. */
function elementTitle(db: Database, review: string, kind: string, code: string): string | undefined {
	const framework = findFramework(listDocuments(db, 'framework'), findReview(db, review).frameworks[0] ?? '');
	const element = framework && findElement(framework, code);
	if (element?.kind !== kind) return undefined;
	if (kind === 'core-component') return `Component ${code}`;
	const number = code.replace(/^[A-Z]+(?=\d)/, '');
	return `${kind === 'theme' ? 'Theme' : 'Standard'} ${number}, ${element.title}`;
}

function headingOf(db: Database, review: string, slug: string): string | undefined {
	const row = db
		.select({ text: findings.text })
		.from(findings)
		.where(and(eq(findings.reviewId, review), eq(findings.slug, slug)))
		.get();
	return row && `The finding “${shortened(row.text)}”`;
}

function titleOfSource(db: Database, review: string, slug: string): string | undefined {
	return db
		.select({ title: sources.title })
		.from(sources)
		.where(and(eq(sources.reviewId, review), eq(sources.slug, slug)))
		.get()?.title;
}

function titleOfAction(db: Database, review: string, slug: string): string | undefined {
	const row = db
		.select({ title: actions.title })
		.from(actions)
		.where(and(eq(actions.reviewId, review), eq(actions.slug, slug)))
		.get();
	return row && `The action “${row.title}”`;
}

/** Letters. */
const longest = 80;

const shortened = (text: string): string =>
	text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/, '')} …`;
