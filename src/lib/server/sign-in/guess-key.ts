/** Under which guesses are counted: a digest of what is guessed at, the account and the address, so that none is kept. */
import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** `account`: address of e-mail or id of a person; `address`: of the client. */
export function guessKey(
	secret: string,
	kind: 'password' | 'code' | 'set-up' | 'forgotten' | 'workshop' | 'feed',
	account: string,
	address: string
): string {
	const parts = [kind, account.trim().toLowerCase().normalize('NFKC'), networkOf(address)];
	return createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex');
}

/** One household or office has a whole /64 of IPv6 to itself. */
function networkOf(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
	if (!isIPv6(plain)) return plain;
	const [head = '', tail] = plain.toLowerCase().split('%')[0]!.split('::');
	const first = head === '' ? [] : head.split(':');
	const last = tail === undefined || tail === '' ? [] : tail.split(':');
	const missing = tail === undefined ? 0 : 8 - first.length - last.length;
	const groups = [...first, ...Array<string>(missing).fill('0'), ...last];
	return groups
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ''))
		.join(':');
}
