/** What ought to be, or is found to be, of all: “all staff should know” says nothing of how many do. */
import type { Amount } from './amounts.ts';
import type { Group } from './group.ts';
import { at, type Token } from './sentences.ts';
import { isBe, wordSet } from './word-lists.ts';

/** “In all files”, “by all staff”, “met all carers”: what was found, and not what a rule is about. */
export function isReport(
	tokens: readonly Token[],
	from: number,
	{ class: nounClass, number, of }: Group
): boolean {
	const before = at(tokens, from - 1).lower;
	// Whose number is told is a group: “we read all 60 files”.
	if (number !== null) return true;
	if (nounClass !== 'people' && nounClass !== 'records') return false;
	if (before === 'in' || before === 'by' || (of && isBe(before))) return true;
	if (before === 'for' || before === 'to' || before === 'with') return isPast(tokens.slice(0, from));
	return false;
}

const pastBe = wordSet('was were had been');

const isPast = (tokens: readonly Token[]): boolean =>
	tokens.some(({ lower }) => pastBe.has(lower)) && !tokens.some(({ lower }) => lower === 'being');

const dutiesBefore = wordSet(
	'should must shall ensure ensures ensured ensuring sure aim aims aimed intend intends intended want wants wanted need',
	'needs needed expect expects expected require requires required will would may might hope hopes wish wishes goal vision',
	'target important essential vital crucial necessary recommend recommends seek seeks duty designed responsible committed commitment planned whether if how'
);

const dutiesAfter = wordSet('should must shall will may might need needs ought deserve entitled eligible');

const reach = 8;

/** What ought to be of all is no statement that it is so. */
export function isDuty(tokens: readonly Token[], { from }: Amount, to: number): boolean {
	const before = tokens.slice(0, from);
	const clause = before.findLastIndex(
		({ text }, index) =>
			/^[;:]$/.test(text) || (text === ',' && /^(?:and|but)$/.test(at(tokens, index + 1).lower))
	);
	if (before.slice(clause + 1).some(({ lower }) => dutiesBefore.has(lower))) return true;
	if (at(tokens, from - 1).lower === 'to' && !before.some(({ lower }) => pastBe.has(lower))) return true;
	for (let place = to; place < to + reach; place += 1) {
		const { lower, kind } = at(tokens, place);
		if (kind === 'mark') return false;
		if (dutiesAfter.has(lower)) return true;
		if (/^(?:are|is)$/.test(lower) && at(tokens, place + 1).lower === 'to') return true;
	}
	return false;
}
