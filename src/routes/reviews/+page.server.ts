import { listOwnAssignments } from '#lib/server/queries/assignments.ts';
import { listOwnReading } from '#lib/server/queries/given-records.ts';
import { loadReviewLines } from '#lib/server/queries/review-pages.ts';
import { loadStarting } from '#lib/server/queries/starting.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
	reviews: loadReviewLines(locals.db, locals.actor),
	assigned: listOwnAssignments(locals.db, locals.actor, locals.at),
	reading: listOwnReading(locals.db, locals.actor),
	mayStart: loadStarting(locals.db, locals.actor).organisations.length > 0
});
