/**
 * A text as the finders of identifiers read it. People paste from anywhere: a number may have full-width digits, a
 * long dash, a no-break space, or a sign of no width between two digits. All of these become what a keyboard writes.
 */

export type ReadableText = {
	text: string;
	/** The stretch of the text as it was written that became the readable one from `at`, of a length. */
	written: (at: number, length: number) => { found: string; at: number };
};

/** Signs without width, spaces, dashes, digits of any script, and full-width forms; none of what a keyboard writes. */
const unusual = /[\p{Cf}\p{Zs}\p{Pd}\p{Nd}\u2212\uff01-\uff5e]/u;
const runs = /[\u0080-\uffff]+/g;

export function readableText(written: string): ReadableText {
	const notAscii = written.match(runs);
	if (notAscii === null || !notAscii.some((run) => unusual.test(run)))
		return { text: written, written: (at, length) => ({ found: written.slice(at, at + length), at }) };
	const pieces: string[] = [];
	/** Where each unit of the readable text stood, and last where the text ends. */
	const stood = new Uint32Array(written.length + 1);
	let length = 0;
	let at = 0;
	for (const sign of written) {
		const read = sign.charCodeAt(0) < 0x80 ? sign : readSign(sign);
		for (let unit = 0; unit < read.length; unit++) stood[length++] = at + Math.min(unit, sign.length - 1);
		pieces.push(read);
		at += sign.length;
	}
	stood[length] = at;
	const text = pieces.join('');
	return {
		text,
		written: (from, units) => {
			const [start, end] = [stood[from]!, units === 0 ? stood[from]! : stood[from + units - 1]! + 1];
			// A sign of two units is never cut in half.
			const whole = /^[\udc00-\udfff]/.test(written.slice(end)) ? end + 1 : end;
			return { found: written.slice(start, whole), at: start };
		}
	};
}

/** At most as long as the sign itself. */
function readSign(sign: string): string {
	if (!unusual.test(sign)) return sign;
	if (/\p{Cf}/u.test(sign)) return '';
	if (/\p{Zs}/u.test(sign)) return ' ';
	if (/[\p{Pd}\u2212]/u.test(sign)) return '-';
	if (/\p{Nd}/u.test(sign)) return String(digitOf(sign));
	return sign.normalize('NFKC');
}

/** The digits of a script stand in a row, 0 first, and the rows of mathematical digits follow one another. */
function digitOf(sign: string): number {
	const compatible = sign.normalize('NFKC');
	if (/^\d$/.test(compatible)) return Number(compatible);
	const code = sign.codePointAt(0)!;
	let before = 0;
	while (before < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++;
	return before;
}
