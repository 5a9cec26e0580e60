/** Ten codes for when the telephone with the second factor is gone: each signs in once. */
import { randomInt } from 'node:crypto';

/** Small letters and digits that are not mistaken for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten codes of ten letters, just under 50 bits each, in two groups: `k7fq2-m9xw4`. */
export const makeRecoveryCodes = (): string[] => Array.from({ length: 10 }, () => `${draw(5)}-${draw(5)}`);

export const draw = (length: number) =>
	Array.from({ length }, () => letters[randomInt(letters.length)]).join('');

/** As somebody types a code: without regard to case, spaces and the dash. */
export function tidyRecoveryCode(written: string): string {
	const bare = written.toLowerCase().replace(/[^a-z0-9]/g, '');
	return `${bare.slice(0, 5)}-${bare.slice(5)}`;
}
