/** Where to go after signing in: an address of Cairn's own, whatever somebody wrote into a link. Pure. */

/** Path, query and fragment of a local address; `/` for anything else. */
export function localPath(to: string | null | undefined): string {
	if (!to || !/^\/(?![/\\])/.test(to) || /[\\\p{Cc}]/u.test(to)) return '/';
	const base = 'http://cairn.invalid';
	if (!URL.canParse(to, base)) return '/';
	const { origin, pathname, search, hash } = new URL(to, base);
	if (origin !== base || pathname.startsWith('//')) return '/';
	return /^\/sign-(in|out)(\/|$)/.test(pathname) ? '/' : `${pathname}${search}${hash}`;
}
