/**
 * How well the quantity check finds quantity expressions, measured on what was labelled by hand. With
 * `QUANTITY_MISSES=1` each miss is printed; those of the sentences that were held out only with `QUANTITY_MISSES=all`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkQuantities } from '#lib/judgement/check-quantities.ts';
import { shippedQuantityScale } from '#lib/server/shipped-scale.ts';
import {
	readSentence,
	readSentences,
	readSource,
	score,
	scoreLine,
	type LabelledText,
	type Score
} from '../support/quantity-corpus.ts';

const scale = shippedQuantityScale();
const least = 0.95;
const show = process.env.QUANTITY_MISSES;

function expectGood(scored: Score, name: string, says: string): void {
	console.info(scoreLine(name, scored, says));
	if (show === 'all' || (show && !name.includes('held out'))) console.info(scored.misses.join('\n'));
	expect(scored.precision).toBeGreaterThanOrEqual(least);
	expect(scored.recall).toBeGreaterThanOrEqual(least);
	expect(scored.said).toBeGreaterThanOrEqual(least);
	expect(published(name).phrases).toBe(scored.labels);
	for (const key of ['precision', 'recall', 'said'] as const)
		expect(published(name)[key], `docs/method.md promises more than the ${key} of today`).toBeLessThanOrEqual(
			scored[key]
		);
}

const method = readFileSync('docs/method.md', 'utf8');

/** The figures of a set in the table of docs/method.md. */
function published(name: string) {
	const row = method.split('\n').find((line) => line.startsWith(`| ${name}`)) ?? '';
	const [phrases, precision, recall, said] = row.split('|').slice(2, 6).map(Number);
	return { phrases, precision, recall, said };
}

const verdictsOf = ({ text, measures }: LabelledText) =>
	checkQuantities(text, measures, scale).map(({ start, end, verdict }) => ({ start, end, says: verdict }));

describe('the quantity check on sentences of our own', () => {
	test('finds at least 95% of the expressions, and what it finds is one in at least 95%, with the right verdict', () => {
		expectGood(
			score(readSentences('open'), verdictsOf),
			'sentences that the rules were made with',
			'verdict'
		);
	});

	test('does so on sentences that were held out when the rules were made', () => {
		expectGood(score(readSentences('held-out'), verdictsOf), 'sentences that were held out', 'verdict');
	});

	test('is measured on enough of them, half with words that only look like quantities, and on every verdict', () => {
		const [open, heldOut] = [readSentences('open'), readSentences('held-out')];
		const all = [...open, ...heldOut];
		expect(all.length).toBeGreaterThanOrEqual(450);
		expect(heldOut.length).toBeGreaterThanOrEqual(200);
		expect(all.filter(({ lookalikes }) => lookalikes.length > 0).length * 2.2).toBeGreaterThan(all.length);
		for (const set of [open, heldOut])
			expect([...new Set(set.flatMap(({ labels }) => labels.map(({ says }) => says)))].sort()).toEqual([
				'hidden-base',
				'right',
				'undefined-term',
				'unlinked',
				'wrong'
			]);
		const shown = all.map(({ text, measures }) => JSON.stringify([text, measures]));
		expect(shown.filter((one, at) => shown.indexOf(one) !== at)).toEqual([]);
	});
});

/** The source documents of the frameworks, where a developer has them beside the repository. */
const folder = '../shared/seeds';
const atHand = existsSync(folder);

describe.skipIf(!atHand)(
	`the quantity check in the source documents${atHand ? '' : ` (left out: they are not at ${folder})`}`,
	() => {
		test.each([
			['000', ['000']],
			['002', ['002']],
			['001 and 004', ['001', '004']]
		])('finds in %s what a reader found there, and little else', (name, documents) => {
			const sources = documents.map((document) => {
				const file = readdirSync(folder).find((one) => one.startsWith(document))!;
				return readSource(document, readFileSync(join(folder, file), 'utf8'));
			});
			const kindsOf = ({ text }: LabelledText) =>
				checkQuantities(text, [], scale).map(({ start, end, kind }) => ({ start, end, says: kind }));
			expectGood(score(sources, kindsOf), name, 'kind');
		});
	}
);

describe('the score', () => {
	const sentence = readSentence(
		'[[Most|unlinked]] staff, {{at most}} ten, and [[few|right|2/60]] others.',
		'x:1'
	);

	test('reads phrases, look-alikes and measures where they stand', () => {
		const at = ({ start, end }: { start: number; end: number }) => sentence.text.slice(start, end);
		expect(sentence.text).toBe('Most staff, at most ten, and few others.');
		expect(sentence.labels.map(at)).toEqual(['Most', 'few']);
		expect(sentence.lookalikes.map(at)).toEqual(['at most']);
		expect(sentence.measures).toMatchObject([{ positive: 2, base: 60, at: [{ start: 29, end: 32 }] }]);
	});

	test('counts what was found, what was not, what should not have been, and what was wrongly said', () => {
		const scored = score([sentence], () => [
			{ start: 0, end: 10, says: 'unlinked' },
			{ start: 15, end: 19, says: 'unlinked' },
			{ start: 29, end: 32, says: 'wrong' }
		]);
		expect(scored).toMatchObject({ precision: 2 / 3, recall: 1, said: 0.5, exact: 0.5, taken: 1 });
		expect(scored.misses).toHaveLength(2);
		expect(score([sentence], () => [{ start: 0, end: 4, says: 'unlinked' }])).toMatchObject({ recall: 0.5 });
	});
});
