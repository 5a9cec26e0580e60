/**
 * SHA-256 of a text, so that a draw can be repeated with any other program that has it. Written out here, since the
 * pure rooms use nothing of Node and the browser's own answers only later.
 * Source: NIST, FIPS 180-4 (2015), "Secure Hash Standard", sections 4.1.2, 4.2.2, 5.1.1, 5.3.3 and 6.2.
 */

const roundConstants = fractions(64, 1 / 3);
const startValues = fractions(8, 1 / 2);

/** The digest of the text in UTF-8: 64 hexadecimal digits, small letters. Half letters count as U+FFFD. */
export function sha256(text: string): string {
	const state = Uint32Array.from(startValues);
	const blocks = padded(new TextEncoder().encode(text));
	const words = new Uint32Array(64);
	for (let at = 0; at < blocks.byteLength; at += 64) {
		for (let t = 0; t < 16; t++) words[t] = blocks.getUint32(at + 4 * t);
		compress(state, words);
	}
	return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** The bytes, a single 1 bit, zeros up to a whole block of 64 bytes, and in its last eight the length in bits. */
function padded(bytes: Uint8Array): DataView {
	const length = Math.ceil((bytes.length + 9) / 64) * 64;
	const blocks = new Uint8Array(length);
	blocks.set(bytes);
	blocks[bytes.length] = 0x80;
	const view = new DataView(blocks.buffer);
	view.setBigUint64(length - 8, BigInt(bytes.length) * 8n);
	return view;
}

function compress(state: Uint32Array, words: Uint32Array): void {
	for (let t = 16; t < 64; t++) {
		const [early, late] = [words[t - 15]!, words[t - 2]!];
		const s0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
		const s1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
		words[t] = (words[t - 16]! + s0 + words[t - 7]! + s1) | 0;
	}
	let [a, b, c, d, e, f, g, h] = state as unknown as EightWords;
	for (let t = 0; t < 64; t++) {
		const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
		const first = (h + s1 + ((e & f) ^ (~e & g)) + roundConstants[t]! + words[t]!) | 0;
		const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
		const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
		[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
	}
	[a, b, c, d, e, f, g, h].forEach((word, index) => (state[index] = state[index]! + word));
}

type EightWords = [number, number, number, number, number, number, number, number];

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** The first 32 bits of the fractional parts of the given root of the first `count` primes. */
function fractions(count: number, power: number): Uint32Array {
	const found = new Uint32Array(count);
	for (let candidate = 2, at = 0; at < count; candidate++) {
		if (!isPrime(candidate)) continue;
		const root = candidate ** power;
		found[at++] = (root - Math.floor(root)) * 2 ** 32;
	}
	return found;
}

function isPrime(candidate: number): boolean {
	for (let divisor = 2; divisor * divisor <= candidate; divisor++)
		if (candidate % divisor === 0) return false;
	return true;
}
