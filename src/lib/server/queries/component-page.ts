/** What the page of a core component shows, and the panel beside the table of a self-evaluation. */
import {
	actionWords,
	deriveComponentEvidence,
	describeComponent,
	type ActionLine,
	type ComponentPage
} from '#lib/pages/component-page.ts';
import { deriveCheckedMeasures } from '#lib/pages/checked-measures.ts';
import type { CheckedMeasure } from '#lib/pages/text-check.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/open.ts';
import { listActions } from './actions.ts';
import { loadThemeAttachments } from './attachments.ts';
import { whyClosed } from './closed.ts';
import { findDocument, listDocuments } from './documents.ts';
import { loadJudgingPanel } from './judging-panel.ts';
import { loadTextCheck } from './measures-to-check.ts';
import { findComponent, findReadiness, isIndependent, keptReadiness } from './readiness.ts';
import { loadInput, withoutHidden } from './review-pages.ts';
import { maySee, seesOf } from './visible-reviews.ts';

/** `today` is YYYY-MM-DD. Throws a not-found Problem for a component that the review does not judge. */
export function loadComponentPage(
	db: Database,
	actor: Actor,
	{ review, code, today }: { review: string; code: string; today: string }
): ComponentPage {
	const { framework, component } = findComponent(db, review, code);
	const { howWell, howDoWeKnow } = findDocument(db, 'readiness', 'sds-readiness');
	const input = loadInput(db, review);
	const closed = whyClosed(db, review);
	const measures =
		closed === null && maySee(db, actor, review, 'write-conclusions')
			? deriveCheckedMeasures(input)
			: undefined;
	return {
		words: describeComponent(framework, code)!,
		scale: { howWell, howDoWeKnow },
		readiness: findReadiness(db, review, code),
		kept: keptReadiness(db, review, code),
		evidence: deriveComponentEvidence(
			withoutHidden(db, actor, input),
			listDocuments(db, 'crosswalk'),
			framework,
			code,
			seesOf(db, actor, review)
		),
		documents: loadThemeAttachments(db, actor, review, code, today),
		actions: listActionLines(db, review, code),
		judging:
			component.status === 'in-development' ? null : loadJudgingPanel(db, actor, review, code, measures),
		checks: measures ? checksOf(db, review, code, measures) : null,
		independent: isIndependent(db, review),
		closed
	};
}

function checksOf(
	db: Database,
	review: string,
	code: string,
	measures: readonly CheckedMeasure[]
): ComponentPage['checks'] {
	const check = (field: string) => loadTextCheck(db, review, `readiness:${code}:${field}`, [code], measures);
	return { words: check('words'), statement: check('statement'), whatNow: check('whatNow') };
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
