/** Sets one step of a component from the table: its stage, or how strong its evidence is. */
import type { Saved } from '#lib/pages/save-answer.ts';
import type { Database } from '../db/open.ts';
import { FormProblem, Problem } from '../problems.ts';
import { findComponent, findReadiness, findReadinessRow, isIndependent } from '../queries/readiness.ts';
import { findReviewResource } from '../queries/resources.ts';
import type { By } from './append-event.ts';
import { change } from './change.ts';
import { refuseBeforeAgreed, stepIn } from './readiness-texts.ts';
import { writeReadiness } from './write-readiness.ts';

export type RateAsked = {
	review: string;
	element: string;
	of: 'howWell' | 'howDoWeKnow';
	/** The step, empty to take it back. */
	step: string;
	/** The step that whoever rates saw there. */
	from: string;
};

/**
 * A step that is there already is not set again. Throws a Problem: not-found for a component that is not there or not
 * the actor's to judge; form-invalid for what is no step, or where no stage is set like this, or one was agreed; changed-meanwhile when
 * somebody else has set another step since.
 */
export function rateComponent(db: Database, by: By, asked: RateAsked): Saved {
	const { review, element, of: field } = asked;
	const of = () => findReviewResource(db, review);
	return change(db, by, { action: 'write-conclusions', of }, (note) => {
		const { component } = findComponent(db, review, element);
		const step = stepIn(field, asked.step);
		const seen = stepIn(field, asked.from);
		if (component.status === 'in-development')
			throw new FormProblem({ [field]: 'This component is in development: no stage is asked for.' });
		const before = findReadiness(db, review, element);
		if (isIndependent(db, review)) refuseBeforeAgreed(before, { ...before, [field]: step });
		const row = findReadinessRow(db, review, element);
		if (before[field] === step && !before.toConfirm)
			return { saved: { version: row?.version ?? 0, at: row?.changedAt ?? by.at } };
		if (before[field] !== seen && before[field] !== step)
			throw new Problem('changed-meanwhile', `Somebody else has changed ${element} meanwhile.`);
		if (field === 'howWell' && before.agreed !== null)
			throw new FormProblem({
				[field]: 'This stage was agreed together. Change it on its page, and say why there.'
			});
		const after = { ...before, [field]: step, toConfirm: false };
		const version = (row?.version ?? 0) + 1;
		writeReadiness(db, by, note, { review, before, after, version });
		return { saved: { version, at: by.at } };
	});
}
