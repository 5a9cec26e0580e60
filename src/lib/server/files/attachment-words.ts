/** The words of an attachment, as far as they can be read: they are searched for what could name somebody. */
import type { AttachmentType } from './attachment-type.ts';
import { unpack } from './unpack.ts';
import { readDirectory } from './zip-directory.ts';

/** Where packed documents hold their words. */
const wordy =
	/^(?:word\/(?:document|comments|footnotes|endnotes|header\d*|footer\d*)|xl\/(?:sharedStrings|comments\d*|worksheets\/sheet\d+)|ppt\/(?:slides\/slide|notesSlides\/notesSlide)\d+|docProps\/(?:core|app))\.xml$/;

/** Letters; a document with more is looked through to here. */
const most = 5_000_000;

/** Null for a kind whose words cannot be read: a PDF, a picture. Throws a Problem for a damaged file. */
export function attachmentWords(
	bytes: Uint8Array,
	fileName: string,
	{ media }: AttachmentType
): string | null {
	if (media.startsWith('text/')) return new TextDecoder().decode(bytes).slice(0, most);
	if (!media.startsWith('application/vnd.openxmlformats')) return null;
	let words = '';
	for (const [name, entry] of readDirectory(bytes, fileName)) {
		if (!wordy.test(name)) continue;
		const decoder = new TextDecoder();
		for (const piece of unpack(entry, fileName)) {
			words += decoder.decode(piece, { stream: true });
			if (words.length > most) return withoutTags(words);
		}
		words += '\n';
	}
	return withoutTags(words);
}

/** The ends of paragraphs, cells and lines part words; other tags stand within them. */
function withoutTags(xml: string): string {
	return xml
		.replace(/<\/(?:w:p|a:p|si|c|row|dc:\w+|cp:\w+)>|<(?:w:tab|w:br)[^>]*>/g, '\n')
		.replace(/<[^>]*>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
}
