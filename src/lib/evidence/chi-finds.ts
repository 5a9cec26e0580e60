/** CHI numbers in a text, in the ways in which ten digits are written to be read. */
import { chiCheck } from './chi-number.ts';
import { matchesOf, type Find } from './identifier-find.ts';

/** Digits in groups; which ways of grouping are those of a CHI number is decided on what stands together. */
const digitGroups = /\d+(?:[ ./-]{1,3}\d+)*/g;
/** The letters O, I and l are taken for 0 and 1 where ten such signs stand together with at least seven digits. */
const withLetters = /(?<![\p{L}\p{N}])[\dOoIl]{10}(?![\p{L}\p{N}])/gu;
/** The ways in which ten digits are grouped: other groups are figures that stand side by side. */
const groupings = new Set([
	'10',
	'64',
	'631',
	'622',
	'2224',
	'22231',
	'22222',
	'334',
	'433',
	'343',
	'424',
	'55',
	'1111111111'
]);
const named = /\bCHI\b[^\p{L}\d]{0,4}(?:(?:number|no|is)\b[^\p{L}\d]{0,4}){0,2}$/iu;

export function findChiNumbers(text: string): Find[] {
	const inDigits = matchesOf(text, digitGroups).flatMap(({ found, at }) =>
		tenDigitRuns(found, at).filter((run) => isWrittenLikeOne(run, text))
	);
	return [
		...inDigits.flatMap((run) => judged(run, '')),
		...matchesOf(text, withLetters).flatMap(readingLetters)
	];
}

function judged(run: { found: string; at: number }, aside: string): Find[] {
	const check = chiCheck(run.found.replace(/\D/g, ''));
	if (check === null) return [];
	return [{ ...run, reason: `ten digits with a real date and a check digit that fits (${check})${aside}` }];
}

function readingLetters({ found, at }: { found: string; at: number }): Find[] {
	if (found.replace(/\D/g, '').length < 7 || /^\d+$/.test(found)) return [];
	const digits = found.replace(/o/gi, '0').replace(/[Il]/g, '1');
	return judged({ found: digits, at }, ', with letters read as 0 or 1').map((find) => ({ ...find, found }));
}

/** Every stretch of whole groups that has ten digits, so that a figure after a number does not hide it. */
function tenDigitRuns(groups: string, start: number): { found: string; at: number }[] {
	const parts = matchesOf(groups, /\d+/g);
	const runs: { found: string; at: number }[] = [];
	for (let first = 0; first < parts.length; first++) {
		let digits = 0;
		let last = first;
		while (digits < 10 && last < parts.length) digits += parts[last++]!.found.length;
		if (digits !== 10) continue;
		const [from, to] = [parts[first]!, parts[last - 1]!];
		runs.push({ found: groups.slice(from.at, to.at + to.found.length), at: start + from.at });
	}
	return runs;
}

/**
 * One space or hyphen stands in it, the same each time, or any sign between the date and the rest. A date with a time
 * after it (12/03/18 1430) has ten digits too, and fits by chance: it is one only behind the word CHI.
 */
function isWrittenLikeOne({ found, at }: { found: string; at: number }, text: string): boolean {
	if (
		!groupings.has(
			found
				.split(/\D+/)
				.map(({ length }) => length)
				.join('')
		)
	)
		return false;
	if (/^\d+(?: \d+)*$|^\d+(?:-\d+)*$|^\d{6}(?: ?[./-] ?| {1,2})\d{4}$/.test(found)) return true;
	return named.test(text.slice(Math.max(0, at - 24), at));
}
