/** Keeps what staff wrote in a survey from those who may not read it, also where it is only coded or withdrawn. */
import { may } from '../access/may.ts';
import type { ReviewResource } from '../access/resource.ts';
import type { PassageRow, SourceRow } from '../queries/voices.ts';
import type { By } from './append-event.ts';
import { notThere } from './change.ts';

/** Throws a Problem not-found where the passage is a written answer that the actor may not read. */
export function refuseHiddenAnswer(
	by: By,
	review: ReviewResource | null,
	source: Pick<SourceRow, 'kind'>,
	passage: Pick<PassageRow, 'record'>
): void {
	if (passage.record === null || source.kind !== 'staff-survey') return;
	if (!review || !may(by.actor, 'see-staff-comments', review).yes) throw notThere();
}
