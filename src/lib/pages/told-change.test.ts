import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tellChange } from './told-change.ts';

const text = fc
	.array(fc.constantFrom('few', 'files', 'show', 'it', '\n', 'well'), { maxLength: 14 })
	.map((words) => words.join(' ').trim());
const wordsIn = (all: string) => all.split(/\s+/).filter((word) => word !== '');

describe('a change of a text', () => {
	test('shows the words that were taken out and put in where they stood', () => {
		expect(tellChange('Few files show it.', 'Most files show it well.')).toEqual([
			{ text: 'Few ', what: 'removed' },
			{ text: 'Most ', what: 'added' },
			{ text: 'files show ', what: 'kept' },
			{ text: 'it.', what: 'removed' },
			{ text: 'it well.', what: 'added' }
		]);
	});

	test('holds all words of both texts, each once', () => {
		fc.assert(
			fc.property(text, text, (before, after) => {
				const pieces = tellChange(before, after);
				const told = (left: string) =>
					wordsIn(
						pieces
							.filter(({ what }) => what !== left)
							.map((piece) => piece.text)
							.join(' ')
					);
				expect(told('added')).toEqual(wordsIn(before));
				expect(told('removed')).toEqual(wordsIn(after));
			})
		);
	});

	test('leaves out what stayed as it was far from any change', () => {
		const long = Array.from({ length: 90 }, (_, index) => `w${index}`);
		const pieces = tellChange(long.join(' '), long.with(45, 'other').join(' '));
		expect(pieces.map(({ what }) => what)).toEqual(['kept', 'removed', 'added', 'kept']);
		expect(wordsIn(pieces[0]!.text)).toEqual(['…', ...long.slice(33, 45)]);
		expect(wordsIn(pieces[3]!.text)).toEqual([...long.slice(46, 58), '…']);
	});

	test('of a text that was not there before is the whole text', () => {
		expect(tellChange('', 'Few files show it.')).toEqual([{ text: 'Few files show it.', what: 'added' }]);
	});
});
