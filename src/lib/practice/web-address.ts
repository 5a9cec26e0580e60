/** The addresses of web pages that people write: only those that a browser may follow without doing anything else. */

/** The address as it is kept, or null for what is none, or is of another kind than http and https (`javascript:`). */
export function webAddress(written: string): string | null {
	const text = written.trim();
	if (!/^https?:\/\//i.test(text) || /[\s<>"\\]/.test(text)) return null;
	if (!URL.canParse(text)) return null;
	const { protocol, hostname, username, password, href } = new URL(text);
	if (protocol !== 'https:' && protocol !== 'http:') return null;
	// A name and a password before the host are how one address is made to look like another.
	return hostname.includes('.') && username === '' && password === '' ? href : null;
}
