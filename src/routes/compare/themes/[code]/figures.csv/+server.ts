import { elementFigures } from '#lib/server/compare-request.ts';
import type { RequestHandler } from './$types';

export const GET = elementFigures('themes') satisfies RequestHandler;
