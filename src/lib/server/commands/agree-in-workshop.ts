/** Records what a workshop agreed on the component that it has been shown its ratings of: a stage, and why in words. */
import type { SaveResult } from '#lib/pages/save-answer.ts';
import type { Database } from '../db/open.ts';
import { Problem, refuseFaults } from '../problems.ts';
import { findReadiness, keptReadiness, textsOfReadiness } from '../queries/readiness.ts';
import { findReviewResource } from '../queries/resources.ts';
import { findRatedComponent } from '../queries/workshops.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { leadWorkshop, workshopOn } from './lead-workshop.ts';
import { checkedReadiness, type ReadinessTexts } from './readiness-texts.ts';
import { saveOver, type SaveAsked } from './save-over.ts';
import { writeReadiness } from './write-readiness.ts';

export type AgreedAsked = SaveAsked & {
	review: string;
	element: string;
	/** 0 to 4. */
	howWell: string;
	words: string;
};

/**
 * Throws a Problem: not-found for a review in which the actor may hold no workshop; changed-meanwhile when it is over,
 * has another component in hand or has not been shown what it thinks; form-invalid, field by field.
 */
export function agreeInWorkshop(db: Database, by: By, asked: AgreedAsked): SaveResult {
	const { review, element } = asked;
	return change(db, by, { action: 'hold-workshop', of: () => findReviewResource(db, review) }, (note) => {
		const held = workshopOn(db, by, review, element);
		if (held.state !== 'revealed')
			throw new Problem('changed-meanwhile', 'Show the room what it thinks before a stage is agreed.');
		const { howWell, words } = asked;
		refuseFaults({
			howWell: howWell === '' ? 'Choose the stage that the room agrees on.' : null,
			words: words.trim() === '' ? 'Write why, in a few words: what is agreed needs its reason.' : null
		});
		const before = findReadiness(db, review, element);
		const texts = { ...(textsOfReadiness(before) as ReadinessTexts), howWell, words };
		const component = findRatedComponent(db, review, element);
		const after = { ...checkedReadiness(before, component, texts), agreed: 'workshop' as const };
		const kept = keptReadiness(db, review, element);
		const isSame = before.agreed === 'workshop' && !before.toConfirm;
		// The same stage and words are recorded all the same where a room has not agreed on them yet.
		const over = isSame ? kept : { ...kept, texts: { ...kept.texts, agreed: before.agreed ?? '' } };
		const written = { ...textsOfReadiness(after), ...(isSame ? {} : { agreed: 'workshop' }) };
		const write = (version: number) => {
			writeReadiness(db, by, note, { review, before, after, version });
			leadWorkshop(db, by, held, {});
		};
		return saveOver(over, written, asked, write, by.at);
	});
}
