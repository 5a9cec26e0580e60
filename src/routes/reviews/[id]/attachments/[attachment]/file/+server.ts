import { noteRead } from '#lib/server/commands/note-read.ts';
import { downloadOf } from '#lib/server/download.ts';
import { loadAttachmentFile } from '#lib/server/queries/attachments.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { RequestHandler } from './$types';

/** Always as a download, never shown in the frame of the product: what is in it is not ours. */
export const GET: RequestHandler = ({ locals, params }) => {
	const { id: review, attachment: subject } = params;
	return downloadOf(
		answered(() => {
			const file = loadAttachmentFile(locals.db, review, subject);
			noteRead(locals.db, locals, { verb: 'attachment-downloaded', review, subject });
			return file;
		})
	);
};
