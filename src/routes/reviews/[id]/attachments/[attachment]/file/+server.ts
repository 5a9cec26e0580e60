import { noteRead } from '#lib/server/commands/note-read.ts';
import { loadAttachmentFile } from '#lib/server/queries/attachments.ts';
import { answered } from '#lib/server/web-problems.ts';
import type { RequestHandler } from './$types';

/** Always as a download, never shown in the frame of the product: what is in it is not ours. */
export const GET: RequestHandler = ({ locals, params }) => {
	const { id: review, attachment: subject } = params;
	const { bytes, mediaType, fileName } = answered(() => {
		const file = loadAttachmentFile(locals.db, review, subject);
		noteRead(locals.db, locals, { verb: 'attachment-downloaded', review, subject });
		return file;
	});
	const plainName = fileName.replace(/[^ -~]|["\\%]/g, '_');
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': mediaType,
			'content-length': String(bytes.length),
			'content-disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`
		}
	});
};
