/**
 * Hashes of passwords: scrypt with N = 2^17, r = 8, p = 1, as OWASP's Password Storage Cheat Sheet advises. One hash
 * takes 128 MiB for a good part of a second, so no more than two are made at once; the others wait their turn.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const cost = { N: 2 ** 17, r: 8, p: 1 };
const length = 32;
const atOnce = 2;

/** Returns `scrypt$N$r$p$salt$key`, salt and key in base64url. The password is taken in Unicode's form NFKC. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(16);
	const key = await derive(password, salt, cost);
	return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether a password is the one that was hashed. A hash that is none of ours fits nothing. */
export async function verifyPassword({
	hash,
	password
}: {
	hash: string;
	password: string;
}): Promise<boolean> {
	const [name, N, r, p, salt, key] = hash.split('$');
	if (name !== 'scrypt' || !salt || !key) return false;
	const right = Buffer.from(key, 'base64url');
	const given = await derive(password, Buffer.from(salt, 'base64url'), {
		N: Number(N),
		r: Number(r),
		p: Number(p)
	});
	return right.length === given.length && timingSafeEqual(right, given);
}

let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, { N, r, p }: typeof cost): Promise<Buffer> {
	if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
	else running += 1;
	try {
		return await new Promise((resolve, reject) =>
			scrypt(password.normalize('NFKC'), salt, length, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
				error ? reject(error) : resolve(key)
			)
		);
	} finally {
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
	}
}
