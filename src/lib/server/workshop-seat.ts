/**
 * A seat in a workshop: the last part of the address at which somebody rates. It is drawn at random and signed together
 * with the code, so that only who joined has one, and whoever guesses at addresses learns nothing. Kept is a digest.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { perspectives, type Perspective } from '#lib/judgement/readiness.ts';
import { digestOf } from './secret-link.ts';

export type Seat = {
	/** Digest by which ratings are kept. */
	participant: string;
	perspective: Perspective | null;
};

/** `secret`: of the installation. From where somebody sees the work stands in it too, and nowhere else. */
export function newSeat(secret: string, code: string, perspective: Perspective | null): string {
	const drawn = randomBytes(12).toString('base64url');
	const seat = `${drawn}.${signatureOf(secret, code, drawn)}`;
	return perspective === null ? seat : `${seat}.${perspective}`;
}

/** Null for what is no seat of the workshop with this code. */
export function readSeat(secret: string, code: string, seat: string): Seat | null {
	const [drawn = '', signature = '', said, more] = seat.split('.');
	const expected = Buffer.from(signatureOf(secret, code, drawn));
	const given = Buffer.from(signature);
	if (more !== undefined || given.length !== expected.length || !timingSafeEqual(given, expected))
		return null;
	const perspective = perspectives.find((each) => each === said) ?? null;
	if (said !== undefined && perspective === null) return null;
	return { participant: digestOf(`${code} ${drawn}`), perspective };
}

const signatureOf = (secret: string, code: string, drawn: string) =>
	createHmac('sha256', secret)
		.update(JSON.stringify(['workshop', code, drawn]))
		.digest('base64url')
		.slice(0, 24);
