/** Saves the readiness of a core component as a whole: how well, how we know, what now. */
import type { SaveResult } from '#lib/pages/save-answer.ts';
import type { Database } from '../db/open.ts';
import { whyClosed } from '../queries/closed.ts';
import {
	findComponent,
	findReadiness,
	isIndependent,
	keptReadiness,
	textsOfReadiness
} from '../queries/readiness.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { checkedReadiness, refuseBeforeAgreed, type ReadinessTexts } from './readiness-texts.ts';
import { saveOver, type SaveAsked } from './save-over.ts';
import { writeReadiness } from './write-readiness.ts';

export type ReadinessAsked = SaveAsked & ReadinessTexts & { review: string; element: string };

/**
 * Where everybody judges on their own first, the stage is not set here. Throws a Problem: not-found for a component
 * that is not there or not the actor's to write; form-invalid, field by field.
 */
export function saveReadiness(db: Database, by: By, asked: ReadinessAsked): SaveResult {
	const { review, element } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'open-conclusions', of }, (note) => {
		const { component } = findComponent(db, review, element);
		const closed = whyClosed(db, review);
		if (closed) return { closed };
		const before = findReadiness(db, review, element);
		const after = checkedReadiness(before, component, asked);
		if (component.status !== 'in-development' && isIndependent(db, review)) refuseBeforeAgreed(before, after);
		const kept = keptReadiness(db, review, element);
		const write = (version: number) => writeReadiness(db, by, note, { review, before, after, version });
		return saveOver(kept, textsOfReadiness(after), asked, write, by.at);
	});
}
