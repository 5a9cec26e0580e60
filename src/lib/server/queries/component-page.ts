/** What the page of a core component shows, and the panel beside the table of a self-evaluation. */
import {
	actionWords,
	deriveComponentEvidence,
	describeComponent,
	type ActionLine,
	type ComponentPage
} from '#lib/pages/component-page.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { listActions } from './actions.ts';
import { loadThemeAttachments } from './attachments.ts';
import { whyClosed } from './closed.ts';
import { findDocument, listDocuments } from './documents.ts';
import { findComponent, findReadiness, isIndependent, keptReadiness } from './readiness.ts';
import { loadInput, withoutHidden } from './review-pages.ts';
import { seesOf } from './visible-reviews.ts';

/** `today` is YYYY-MM-DD. Throws a not-found Problem for a component that the review does not judge. */
export function loadComponentPage(
	db: Database,
	actor: Actor,
	{ review, code, today }: { review: string; code: string; today: string }
): ComponentPage {
	const { framework } = findComponent(db, review, code);
	const { howWell, howDoWeKnow } = findDocument(db, 'readiness', 'sds-readiness');
	const input = withoutHidden(db, actor, loadInput(db, review));
	return {
		words: describeComponent(framework, code)!,
		scale: { howWell, howDoWeKnow },
		readiness: findReadiness(db, review, code),
		kept: keptReadiness(db, review, code),
		evidence: deriveComponentEvidence(
			input,
			listDocuments(db, 'crosswalk'),
			framework,
			code,
			seesOf(db, actor, review)
		),
		documents: loadThemeAttachments(db, actor, review, code, today),
		actions: listActionLines(db, review, code),
		independent: isIndependent(db, review),
		closed: whyClosed(db, review)
	};
}

function listActionLines(db: Database, review: string, code: string): ActionLine[] {
	return listActions(db, review)
		.filter(({ element, elements }) => element === code || elements.includes(code))
		.map((action) => ({
			id: action.id,
			title: action.title,
			what: actionWords(action, action.tests.length)
		}));
}
