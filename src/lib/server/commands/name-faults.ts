/** What can be wrong with a name or an e-mail address that somebody writes, in a sentence; null for none. Pure. */

const longest = 120;

export function personNameFault(name: string): string | null {
	if (name === '') return 'Write a name.';
	return shapeFault(name);
}

/** `others`: the organisations that it must not be mistaken for. */
export function organisationNameFault(name: string, others: readonly { name: string }[]): string | null {
	if (name === '') return 'Write the name of the organisation.';
	const same = others.some((other) => plainly(other.name) === plainly(name));
	return same ? 'Another organisation has this name.' : shapeFault(name);
}

function shapeFault(name: string): string | null {
	if (name.length > longest) return `Write at most ${longest} letters.`;
	return /\p{Cc}/u.test(name) ? 'Write the name in one line of plain text.' : null;
}

const plainly = (name: string) => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** As it is kept: in small letters, without space around it. */
export const keptEmail = (email: string): string => email.trim().toLowerCase();

/** Looks for slips of the pen; whether there is such a mailbox only a mail can tell. */
export function emailFault(email: string): string | null {
	if (email === '') return 'Write an e-mail address.';
	if (
		email.length > 254 ||
		!/^[^\s@<>(),;:"\\[\]\p{Cc}]+@[^\s@<>(),;:"\\[\]\p{Cc}]+\.[^\s@.<>]{2,}$/u.test(email)
	)
		return 'Write an e-mail address like name@example.org.';
	return null;
}
