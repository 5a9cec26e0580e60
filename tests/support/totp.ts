/** What an authenticator shows (RFC 6238: HMAC-SHA-1, six digits, half a minute), worked out apart from the product. */
import { createHmac } from 'node:crypto';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** `key` as the page shows it, in groups; `at` in milliseconds. */
export function totp(key: string, at: number = Date.now()): string {
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
	const digest = createHmac('sha1', bytesOf(key)).update(counter).digest();
	const offset = digest[digest.length - 1]! & 0xf;
	const number = digest.readUInt32BE(offset) & 0x7fff_ffff;
	return String(number % 1_000_000).padStart(6, '0');
}

function bytesOf(key: string): Buffer {
	const bits = [...key.replace(/[^A-Z2-7]/g, '')].map((letter) =>
		base32.indexOf(letter).toString(2).padStart(5, '0')
	);
	return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
