/** Links to pages elsewhere as they are typed: a line each, what it is and its address. */
import { webAddress } from './web-address.ts';

export type EntryLink = { title: string; url: string };

/** Links of one entry. */
export const mostLinks = 20;

/**
 * `Our leaflet, https://example.org/leaflet`, a line each, in either order; without a title the host stands for it.
 * Gives one sentence for each line that cannot be read, with its number.
 */
export function readLinks(written: string): { links: EntryLink[]; faults: string[] } {
	const links: EntryLink[] = [];
	const faults: string[] = [];
	written.split(/\r?\n/).forEach((text, index) => {
		if (text.trim() === '') return;
		const words = text.trim().split(/\s+/);
		const at = words.findIndex((word) => /^[a-z][a-z0-9+.-]*:/i.test(word) && /[:/]\S/.test(word));
		const url = at < 0 ? null : webAddress(words[at]!.replace(/[,;:]+$/, ''));
		if (url === null)
			faults.push(`Line ${index + 1}: write an address that begins with https:// or http://.`);
		else links.push({ title: titleOf([...words.slice(0, at), ...words.slice(at + 1)], url), url });
	});
	if (links.length > mostLinks) faults.push(`Write at most ${mostLinks} links.`);
	return { links, faults };
}

function titleOf(words: readonly string[], url: string): string {
	const title = words.join(' ').replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '');
	return title.slice(0, 200) || new URL(url).hostname;
}

/** Links as they stand in a form; `readLinks` gives them back. */
export const writeLinks = (links: readonly EntryLink[]): string =>
	links.map(({ title, url }) => `${title}, ${url}`).join('\n');
