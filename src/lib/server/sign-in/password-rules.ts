/**
 * What a password has to be: long enough, and not one that others would try first. Nothing is asked about capitals,
 * digits or signs. Pure; the list of common passwords is an argument (`common-passwords.ts` reads the one shipped).
 */

/** Letters, as people count them. */
export const shortestPassword = 12;
export const longestPassword = 512;

export type Owner = { name: string; email: string };

/** What is wrong with a password, in a sentence; null when it may be used. `common`: in small letters. */
export function passwordFault(password: string, owner: Owner, common: ReadonlySet<string>): string | null {
	const letters = [...password.normalize('NFKC')];
	if (letters.length < shortestPassword)
		return `Use at least ${shortestPassword} characters: a few words in a row are easy to remember.`;
	if (letters.length > longestPassword) return `Use at most ${longestPassword} characters.`;
	const forms = formsOf(letters.join('').toLowerCase());
	if (forms.some((form) => common.has(form) || isRepeated(form, common) || isRun(form)))
		return 'This is one of the passwords that are tried first. Choose another: a few words that have nothing to do with one another.';
	if (forms.some((form) => isOwn(form, owner)))
		return 'This is made of your own name or e-mail address. Choose another.';
	return null;
}

/** The password itself, and what is left of it without the digits and signs that are put around a word, or between. */
function formsOf(lower: string): string[] {
	const plain = lower.replace(/[^\p{L}\p{N}]/gu, '');
	const core = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
	const plainCore = core.replace(/[^\p{L}\p{N}]/gu, '');
	return [...new Set([lower, plain, core, plainCore])].filter((form) => form !== '');
}

/** One short piece again and again, or a common word twice or more. */
function isRepeated(form: string, common: ReadonlySet<string>): boolean {
	if (form.length < 6) return false;
	for (let length = 1; length <= form.length / 2; length += 1) {
		const piece = form.slice(0, length);
		if (form.length % length === 0 && piece.repeat(form.length / length) === form)
			return length <= 6 || common.has(piece);
	}
	return new Set(form).size < 4;
}

/** As they lie on a keyboard, or follow one another. */
const rows = [
	'01234567890',
	'1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
	'abcdefghijklmnopqrstuvwxyz',
	'qwertyuiop',
	'qwertzuiop',
	'asdfghjkl',
	'zxcvbnm',
	'yxcvbnm'
];

/** Made of runs of three or more along a row, in either direction, with hardly anything else. */
function isRun(form: string): boolean {
	if (form.length < 8) return false;
	let outside = 0;
	for (let at = 0; at < form.length;) {
		const length = runFrom(form, at);
		if (length < 3) outside += 1;
		at += length < 3 ? 1 : length;
	}
	return outside <= form.length / 6;
}

function runFrom(form: string, at: number): number {
	let longest = 1;
	for (const row of rows)
		for (const line of [row, [...row].reverse().join('')]) {
			let length = 1;
			while (at + length < form.length && line.includes(form.slice(at, at + length + 1))) length += 1;
			longest = Math.max(longest, length);
		}
	return longest;
}

/** What is left without the owner's own words is too short to be a secret. */
function isOwn(form: string, { name, email }: Owner): boolean {
	const own = [email, ...email.split(/[@.]/), ...name.split(/\s+/), name]
		.map((word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
		.filter((word) => word.length >= 3)
		.sort((a, b) => b.length - a.length);
	const bare = form.replace(/[^\p{L}\p{N}]/gu, '');
	const left = own.reduce((rest, word) => rest.replaceAll(word, ''), bare);
	return left.length < bare.length && left.length < 6;
}
