/** Reads what the forms of attachments send. */
import type { AttachedFile } from './commands/add-attachment.ts';
import type { AttachmentTexts } from './commands/attachment-texts.ts';
import { FormProblem } from './problems.ts';
import { textOf } from './web-problems.ts';

export const attachmentFrom = (form: FormData): AttachmentTexts => ({
	title: textOf(form, 'title'),
	source: textOf(form, 'source'),
	elements: textOf(form, 'elements'),
	from: textOf(form, 'from'),
	to: textOf(form, 'to')
});

/** Throws form-invalid when no file was chosen. */
export async function attachedFile(form: FormData): Promise<AttachedFile> {
	const file = form.get('file');
	if (!(file instanceof File) || file.size === 0) throw new FormProblem({ file: 'Choose a file.' });
	return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
