import { loadReviewLines } from '#lib/server/queries/review-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ reviews: loadReviewLines(locals.db, locals.actor) });
