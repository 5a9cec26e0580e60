/** The words of an attachment, as far as they can be read: they are searched for what could name somebody. */
import type { AttachmentType } from './attachment-type.ts';
import { refuseFile } from './refuse-file.ts';
import { unpack } from './unpack.ts';
import { readDirectory } from './zip-directory.ts';

/** Where packed documents hold their words. */
const wordy =
	/^(?:word\/(?:document|comments|footnotes|endnotes|header\d*|footer\d*)|xl\/(?:sharedStrings|comments\d*|worksheets\/sheet\d+)|ppt\/(?:slides\/slide|notesSlides\/notesSlide)\d+|docProps\/(?:core|app))\.xml$/;

/** Letters; a document with more is refused, for nobody would know that its end was not looked through. */
export const mostLetters = 5_000_000;

/** Null for a kind whose words cannot be read: a PDF, a picture. Throws a Problem for a damaged or too long file. */
export function attachmentWords(
	bytes: Uint8Array,
	fileName: string,
	{ media }: AttachmentType
): string | null {
	if (media.startsWith('text/')) {
		const text = new TextDecoder().decode(bytes);
		return text.length > mostLetters ? tooLong(fileName) : text;
	}
	if (!media.startsWith('application/vnd.openxmlformats')) return null;
	let words = '';
	for (const [name, entry] of readDirectory(bytes, fileName)) {
		if (!wordy.test(name)) continue;
		const decoder = new TextDecoder();
		for (const piece of unpack(entry, fileName)) {
			words += decoder.decode(piece, { stream: true });
			if (words.length > mostLetters) tooLong(fileName);
		}
		words += '\n';
	}
	return withoutTags(words);
}

const tooLong = (fileName: string) =>
	refuseFile(fileName, 'is too long to be looked through for names of people. Attach it in parts.');

/** The ends of paragraphs, cells and lines part words; other tags stand within them. */
function withoutTags(xml: string): string {
	return xml
		.replace(/<\/(?:w:p|a:p|si|c|row|dc:\w+|cp:\w+)>|<(?:w:tab|w:br)[^>]*>/g, '\n')
		.replace(/<[^>]*>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
}
