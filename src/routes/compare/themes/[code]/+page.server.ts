import { elementPages } from '#lib/server/compare-request.ts';
import type { PageServerLoad } from './$types';

export const load = elementPages('themes') satisfies PageServerLoad;
