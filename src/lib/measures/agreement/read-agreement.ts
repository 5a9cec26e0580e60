/** Says in plain words how far two readers agree, and what to do about it. */
import type { Agreement } from './agreement-found.ts';

/** From these values of AC on; usual cut-offs of the literature, no law. In the order in which they are tried. */
const levels: readonly { from: number; words: string }[] = [
	{ from: 0.8, words: 'The readers answer much alike.' },
	{ from: 0.6, words: 'The readers mostly answer alike; look at where they differ.' },
	{ from: 0.4, words: 'The readers often differ: talk over what is asked before more is read.' },
	{
		from: -Infinity,
		words: 'The readers agree little more than by chance: make clearer what is asked, and how to answer it.'
	}
];

/** Fewer pairs than this say little, and fewer than the other nothing that words could sum up. */
const few = 20;
const tooFew = 5;

/** κ is far lower than the agreement that one sees where nearly all answers are the same one. */
const nearlyAll = 0.8;
const farApart = 0.2;

export function readAgreement({
	pairs,
	same,
	weighted,
	kappa,
	ac
}: Pick<Agreement, 'pairs' | 'same' | 'weighted' | 'kappa' | 'ac'>): string {
	if (pairs === 0) return 'Nothing was answered by both yet.';
	const counted = pairs === 1 ? 'One pair says' : `${pairs} pairs say`;
	if (pairs < tooFew) return `${counted} too little: look at the answers themselves.`;
	const share = same / pairs;
	const measured = ac.value ?? share;
	const sentences = [levels.find(({ from }) => measured >= from)!.words];
	const lowKappa = kappa.value === null || (ac.value !== null && ac.value - kappa.value >= farApart);
	if (ac.value !== null && share >= nearlyAll && lowKappa)
		sentences.push(
			`Nearly all answers are the same one, which ${kappa.value === null ? 'leaves κ without a value' : 'makes κ low'}: go by ${weighted ? 'AC2' : 'AC1'}.`
		);
	if (pairs < few) sentences.push(`${counted} little yet.`);
	return sentences.join(' ');
}
