/** Addresses of e-mail in a text. */
import { matchesOf, type Find } from './identifier-find.ts';

/** The lengths are bounded, and a run of letters is tried once, so that no text takes long. */
const address =
	/(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}(?:@| ?[([]at[)\]] ?)(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/giu;

/** Also with “(at)” in the place of the @, as addresses are written to be hidden from machines. */
export function findEmails(text: string): Find[] {
	return matchesOf(text, address).map((match) => ({ ...match, reason: 'a name, an @ and a domain' }));
}
