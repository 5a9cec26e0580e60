/** All, every, none, nobody, with what makes more or less of them: “almost all”, “not every”, “hardly anyone”. */
import { keyOf, type Amount } from './amounts.ts';
import { readHedges } from './hedges.ts';
import { readNumber } from './numbers.ts';
import { at, type Token } from './sentences.ts';
import { wordSet } from './word-lists.ts';

const cores = wordSet('all every everyone everybody none no nobody no-one');

const nearly = wordSet('almost nearly virtually practically effectively');

const denials = new Set([
	'next to',
	'not',
	'not quite',
	'by no means',
	'close to',
	'hardly',
	'barely',
	'scarcely',
	'just about'
]);

const meansAll = wordSet('all every everyone everybody');

/** Whether all, none and the like can begin with a word, hedges apart. */
export const beginsWhole = (lower: string): boolean => cores.has(lower);

/** All, every, none … at a place, with “not”, “nearly” and the like before it; or null. */
export function readWhole(tokens: readonly Token[], from: number): Amount | null {
	const { hedges, to: start } = readHedges(tokens, from);
	const told = hedges.filter((hedge) => hedge !== 'though' && hedge !== 'just');
	if (told.some((hedge) => !nearly.has(hedge) && !denials.has(hedge))) return null;
	const few = told.some((hedge) => /^(?:hardly|barely|scarcely)$/.test(hedge));
	const core = coreAt(tokens, start, few, told);
	return (
		core && { ...core, kind: 'whole', from, hedges: told, key: keyOf(tokens, from, core.to), percent: null }
	);
}

function coreAt(
	tokens: readonly Token[],
	place: number,
	few: boolean,
	hedges: readonly string[]
): { to: number; core: string } | null {
	const { lower } = at(tokens, place);
	const next = at(tokens, place + 1).lower;
	if (few) return /^any(?:one|body)?$/.test(lower) ? { to: place + 1, core: lower } : null;
	if (hedges.at(-1) === 'not' && lower === 'one' && next === 'of') return { to: place + 1, core: 'none' };
	if (hedges.at(-1) === 'not' && lower === 'a' && next === 'single') return { to: place + 2, core: 'no' };
	if (lower === 'every' && next === 'one') return { to: place + 2, core: 'everyone' };
	if (lower === 'no' && next === 'one') return { to: place + 2, core: 'nobody' };
	if (lower === 'all' && (next === 'but' || next === 'bar')) {
		const few = at(tokens, place + 2).lower === 'a' && at(tokens, place + 3).lower === 'few';
		const to = few ? place + 4 : readNumber(tokens, place + 2)?.to;
		return to === undefined ? null : { to, core: 'all but' };
	}
	if (lower === 'every' && /^(?:second|third|fourth|fifth|tenth|other)$/.test(next))
		return { to: place + 2, core: 'every other' };
	return cores.has(lower) ? { to: place + 1, core: lower } : null;
}

/** Whether the amount says of all that something is so, or of none; the others made more or less of it. */
export function wholeOf({ core, hedges }: Amount): 'all' | 'none' | null {
	if (core === 'all but' || core === 'every other') return null;
	const oneOf = (core === 'none' || core === 'no') && hedges.length === 1 && hedges[0] === 'not';
	if (hedges.length > 0 && !oneOf) return null;
	return meansAll.has(core) ? 'all' : 'none';
}
