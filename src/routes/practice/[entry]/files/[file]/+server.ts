import { downloadOf } from '#lib/server/download.ts';
import { loadEntryFile } from '#lib/server/queries/entry-page.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { RequestHandler } from './$types';

/** Always as a download, never shown in the frame of the product: what is in it is not ours. */
export const GET: RequestHandler = ({ locals, params }) =>
	downloadOf(answered(() => loadEntryFile(locals.db, params.entry, params.file)));
